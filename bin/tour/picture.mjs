import { Failure } from '../servers/failure.mjs'

const QUALITIES = [80, 70, 60, 50]

/** The window as WebP, as fine as `heaviest` bytes allow: a page of text is about a third of what it would be as PNG. */
export async function picture(page, heaviest) {
  const session = await page.context().newCDPSession(page)
  for (const quality of QUALITIES) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
    const image = Buffer.from(data, 'base64')
    if (image.length <= heaviest) return image
  }
  throw new Failure(`A picture of ${page.url()} weighs more than ${heaviest} bytes`, 'Show less of the page.')
}
