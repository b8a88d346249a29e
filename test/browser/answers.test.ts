import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, serve } from '../../src/server/serve.ts'
import { smallCollection } from '../server/collection.ts'
import { openRoom } from '../server/room.ts'
import { launchChromium } from './chromium.ts'
import { judged } from './judgement.ts'

/** Pages that a desk with cables does not have: of a public room, of an empty one, of doubt. */
const pages: readonly (readonly [string, string, number])[] = [
  ['public', '/', 200],
  ['public', '/cable/07REYKJAVIK123', 200],
  ['public', '/browse/released', 200],
  ['public', '/guide/privacy', 200],
  ['public', '/cable/05STATE1', 410],
  ['public', '/cable/07SHARED1', 300],
  ['public', '/browse/tag/%E0%A4', 400],
  ['empty', '/', 200],
  ['empty', '/browse', 200],
  ['empty', '/search?q=mackerel', 200],
  ['empty', '/guide/how-to-read', 200],
]

let browser: Browser
const rooms = new Map<string, Serving>()

beforeAll(async () => {
  const [first, second, ...rest] = smallCollection()
  if (first === undefined || second === undefined) throw new Error('two cables are needed')
  const twins = [first, second].map((cable) => ({ ...cable, aliases: ['07SHARED1'] }))
  const facts = { audience: 'public', release: 3, withdrawn: ['05STATE1'] } as const
  const door = await openRoom([...twins, ...rest], facts)
  rooms.set('public', await serve({ door, port: 0, publicHost: '127.0.0.1' }))
  rooms.set('empty', await serve({ door: await openRoom([]), port: 0 }))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  for (const room of rooms.values()) await room.close()
})

describe.each([
  [1280, 'light'],
  [1280, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const)('at %d pixels, %s', (width, colorScheme) => {
  test('pages out of the ordinary pass every rule', async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    for (const [room, path, status] of pages) {
      const address = new URL(path, rooms.get(room)?.address).href
      expect((await page.request.get(address, { maxRedirects: 0 })).status(), path).toBe(status)
      const { violations } = await judged(page, address)
      expect(violations, `${room} ${path}`).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, path).toBeLessThanOrEqual(width)
    }
    await page.close()
  })
})
