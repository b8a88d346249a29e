import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cableAddress } from '../../src/query/address.ts'
import { type Serving, serve } from '../../src/server/serve.ts'
import { openSample, type Sample } from '../server/sample.ts'
import { launchChromium } from './chromium.ts'
import { judged } from './judgement.ts'

let browser: Browser
let sample: Sample
let reading: Serving

beforeAll(async () => {
  sample = await openSample()
  reading = await serve({ door: sample.door, port: 0 })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await reading?.close()
  await sample?.close()
})

test('no cable of the bundled sample breaks a rule on a phone', { timeout: 300_000 }, async () => {
  const archive = await sample.door.current()
  const ids = Array.from(archive.catalogue, (entry) => entry.id)
  await archive.close()
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
  const violations: string[] = []
  for (const id of ids) {
    const found = await judged(page, new URL(cableAddress(id), reading.address).href)
    violations.push(...found.violations.map((violation) => `${id} ${violation}`))
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > 360) violations.push(`${id} is ${wide} wide`)
  }
  await page.close()
  expect(violations).toEqual([])
  expect(ids.length).toBeGreaterThanOrEqual(60)
})
