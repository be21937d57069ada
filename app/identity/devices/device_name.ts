import Bowser from 'bowser'

const SYSTEMS: Record<string, string> = { 'Windows': 'Windows', 'macOS': 'Mac', 'Chrome OS': 'ChromeOS' }
const KINDS: Record<string, string> = { mobile: 'téléphone', tablet: 'tablette' }

/** "Firefox sur Windows", "Safari sur iOS (téléphone)": what a person calls the device that sent this header. */
export function deviceName(userAgent: string): string {
  if (userAgent === '') return 'Appareil inconnu'
  const { browser, os, platform } = Bowser.parse(userAgent)
  const system = os.name && (SYSTEMS[os.name] ?? os.name)
  const kind = platform.type && KINDS[platform.type]
  const name = [browser.name || 'Navigateur inconnu', system && `sur ${system}`].filter(Boolean).join(' ')
  return kind ? `${name} (${kind})` : name
}
