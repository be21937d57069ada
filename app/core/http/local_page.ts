/** Whether an address given from outside is a page of ours: one slash (two name another site), and no file, which would leave the browser where it was. */
export function isLocalPage(path: string): boolean {
  return /^\/(?![\\/])/.test(path) && !/\.(pdf|ics|csv|xlsx)(\?|$)/.test(path)
}
