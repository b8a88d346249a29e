import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Serving } from '../../src/server/serve.ts'
import { launchChromium } from './chromium.ts'
import { judged } from './judgement.ts'
import { openSmallRoom, pageKinds } from './room.ts'

let browser: Browser
let room: Serving

beforeAll(async () => {
  room = await openSmallRoom()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

describe.each([
  ['desk', 1280],
  ['phone', 360],
] as const)('at the width of a %s', (_, width) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    // One window for all kinds of page: a new one each takes twice as long.
    let page: Page
    beforeAll(async () => {
      page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    })
    afterAll(async () => await page?.close())

    test.each(Object.entries(pageKinds))('%s passes every rule', async (_kind, path) => {
      const found = await judged(page, new URL(path, room.address).href)
      expect(found.violations).toEqual([])
      expect(found.rules).toBeGreaterThan(85)
    })
  })
})
