import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { faultsOf, openPage } from '#tests/support/browser'

const WIDTHS = [1280, 360]

/** By how many pixels the page is wider than the window. */
const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as any).document.documentElement
    return scrollWidth - clientWidth
  })

async function opened(options: Parameters<typeof openPage>[0], cleanup: (close: () => Promise<void>) => void) {
  const page = await openPage(options)
  cleanup(() => page.context().close())
  await page.goto('/_composants')
  return page
}

test.group('The components, in every state', () => {
  test('axe finds no fault in them, {colorScheme}, JavaScript {javaScript}')
    .with((['light', 'dark'] as const).flatMap((colorScheme) => [true, false].map((javaScript) => ({ colorScheme, javaScript }))))
    .run(async ({ assert, cleanup }, how) => {
      const page = await opened(how, cleanup)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        assert.deepEqual(await faultsOf(page), [], `${width} pixels`)
        assert.equal(await overflowOf(page), 0, `${width} pixels`)
      }
    })

  test('fit 320 pixels, and text twice as large', async ({ assert, cleanup }) => {
    const page = await opened({ viewport: { width: 320, height: 700 } }, cleanup)
    assert.equal(await overflowOf(page), 0)
    await page.evaluate(() => ((globalThis as any).document.documentElement.style.fontSize = '200%'))
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 900 })
      assert.equal(await overflowOf(page), 0, `${width} pixels`)
    }
  })

  test('show what is written in them as it was written', async ({ assert, cleanup }) => {
    const dialogs: string[] = []
    const page = await opened({}, cleanup)
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      return dialog.dismiss()
    })
    await page.reload()
    assert.deepEqual(dialogs, [])
    assert.isAtLeast(await page.getByText(`<script>alert("1")</script> & 'guillemets' {{ 1 + 1 }}`).count(), 5)
    assert.notMatch(await page.locator('main').innerText(), /@!?[a-z]+\w*[.(]/)
  })
})
