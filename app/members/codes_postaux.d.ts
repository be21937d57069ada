/** Base adresse nationale: which communes a postal code serves. */
declare module 'codes-postaux' {
  type Entry = { codePostal: string; codeCommune: string; nomCommune: string; libelleAcheminement: string }
  const postalCodes: { find(postalCode: string): Entry[] }
  export default postalCodes
}
