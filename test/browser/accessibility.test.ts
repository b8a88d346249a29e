import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Serving } from '../../src/server/serve.ts'
import { launchChromium } from './chromium.ts'
import { openSmallRoom, pageKinds } from './room.ts'

let browser: Browser
let room: Serving
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All rules of WCAG 2.0 to 2.2 A and AA and all best practices, the ones that are off at first too. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

beforeAll(async () => {
  room = await openSmallRoom()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await room?.close()
})

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

describe.each([
  ['desk', 1280],
  ['phone', 360],
] as const)('at the width of a %s', (_, width) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(Object.entries(pageKinds))('%s passes every rule', async (_kind, path) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
      await page.goto(new URL(path, room.address).href)
      // Everything that folds is looked at too.
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      })
      await page.evaluate(source)
      const found = await page.evaluate(async (wanted) => {
        const rules = window.axe
          .getRules(wanted)
          .filter((rule) => !rule.tags.includes('deprecated'))
        const values = rules.map((rule) => rule.ruleId)
        const result = await window.axe.run(document, { runOnly: { type: 'rule', values } })
        return {
          rules: values.length,
          violations: result.violations.map(
            (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
          ),
        }
      }, tags)
      await page.close()
      expect(found.violations).toEqual([])
      expect(found.rules).toBeGreaterThan(85)
    })
  })
})
