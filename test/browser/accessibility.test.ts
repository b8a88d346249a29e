import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cableAddress } from '../../src/query/address.ts'
import { type Serving, serve } from '../../src/server/serve.ts'
import { openSample, type Sample } from '../server/sample.ts'
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

interface Judgement {
  readonly rules: number
  readonly violations: readonly string[]
}

/** What the rules say of a page with everything that folds unfolded. */
async function judged(page: Page): Promise<Judgement> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  await page.evaluate(source)
  return await page.evaluate(async (wanted) => {
    const rules = window.axe.getRules(wanted).filter((rule) => !rule.tags.includes('deprecated'))
    const values = rules.map((rule) => rule.ruleId)
    const result = await window.axe.run(document, { runOnly: { type: 'rule', values } })
    const told = result.violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
    )
    return { rules: values.length, violations: told }
  }, tags)
}

describe('the bundled sample', () => {
  let sample: Sample
  let reading: Serving
  beforeAll(async () => {
    sample = await openSample()
    reading = await serve({ door: sample.door, port: 0 })
  })
  afterAll(async () => {
    await reading?.close()
    await sample?.close()
  })

  test('has no cable that breaks a rule on a phone', async () => {
    const archive = await sample.door.current()
    const ids = archive.catalogue.map((entry) => entry.id)
    await archive.close()
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    const violations: string[] = []
    for (const id of ids) {
      await page.goto(new URL(cableAddress(id), reading.address).href)
      const found = await judged(page)
      violations.push(...found.violations.map((violation) => `${id} ${violation}`))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > 360) violations.push(`${id} is ${wide} wide`)
    }
    await page.close()
    expect(violations).toEqual([])
    expect(ids.length).toBeGreaterThanOrEqual(60)
  })
})

describe.each([
  ['desk', 1280],
  ['phone', 360],
] as const)('at the width of a %s', (_, width) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(Object.entries(pageKinds))('%s passes every rule', async (_kind, path) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
      await page.goto(new URL(path, room.address).href)
      const found = await judged(page)
      await page.close()
      expect(found.violations).toEqual([])
      expect(found.rules).toBeGreaterThan(85)
    })
  })
})
