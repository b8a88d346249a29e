/**
 * Pictures of a reading room that is open: `npm run screenshots -- FOLDER [ADDRESS]`.
 *
 * Every kind of page, at a desk's and a phone's width, light and dark, as FOLDER/home-1280-dark.png.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { launchChromium } from '../test/browser/chromium.ts'

const [folder, address = 'http://127.0.0.1:8080/'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Name a folder: npm run screenshots -- FOLDER [ADDRESS]')
  process.exit(2)
}

interface Home {
  readonly mostCited: readonly { readonly id: string; readonly title?: string }[]
  readonly latest: { readonly cables: readonly { readonly id: string; readonly post?: string }[] }
  readonly examples: readonly string[]
}

/** A cable of the sample that has two versions. */
const versions = '/cable/06ORDABAZ219/versions/1..2'

const home = (await (await fetch(new URL('index.json', address))).json()) as Home
const shown = home.latest.cables[0]
const cable = home.mostCited.find(({ title }) => title !== undefined)?.id ?? shown?.id ?? ''
const question = home.examples.at(-1) ?? ''
const pages = {
  home: '/',
  search: `/search?q=${encodeURIComponent(question)}`,
  nothing: '/search?q=zeppelin+tag%3APREL',
  cable: `/cable/${cable}`,
  transmission: `/cable/${cable}/transmission`,
  versions,
  browse: '/browse',
  posts: '/browse/origin',
  tags: '/browse/tag',
  post: `/browse/origin/${shown?.post ?? ''}`,
  guide: '/guide/how-to-read',
  missing: '/cable/99NOWHERE1',
}

await mkdir(folder, { recursive: true })
const browser = await launchChromium()
try {
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width, height: width > 700 ? 900 : 844 }
      const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: false })
      for (const [name, path] of Object.entries(pages)) {
        const page = await context.newPage()
        await page.goto(new URL(path, address).href)
        // A second visit: by then optional fonts are there.
        await page.reload()
        const file = join(folder, `${name}-${width}-${colorScheme}.png`)
        await page.screenshot({ path: file, fullPage: width > 700 })
        await page.close()
      }
      await context.close()
    }
  }
} finally {
  await browser.close()
}
