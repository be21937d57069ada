import { test } from '@japa/runner'
import { deviceName } from '#identity/devices/device_name'

const AGENTS = {
  'Firefox sur Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Microsoft Edge sur Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
  'Safari sur Mac': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
  'Chrome sur Android (téléphone)': 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'Safari sur iOS (tablette)': 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  'Navigateur inconnu': '<script>alert(1)</script>',
  'Appareil inconnu': '',
}

test.group('The name of a device', () => {
  test('is {$self}')
    .with(Object.keys(AGENTS) as (keyof typeof AGENTS)[])
    .run(({ assert }, name) => assert.equal(deviceName(AGENTS[name]), name))
})
