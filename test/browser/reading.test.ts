import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Serving } from '../../src/server/serve.ts'
import { launchChromium } from './chromium.ts'
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

async function inContext(
  options: Parameters<Browser['newContext']>[0],
  run: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    await run(context)
  } finally {
    await context.close()
  }
}

describe.each([1280, 360, 320])('at %d pixels', (width) => {
  test('every kind of page is quiet: no error, no other host, no cookie, nothing stored', async () => {
    await inContext({ viewport: { width, height: 800 } }, async (context) => {
      const complaints: string[] = []
      const hosts = new Set<string>()
      let kind = ''
      const expected = (text: string): boolean =>
        // The browser itself says so of an answer 404, which is what was asked for.
        text.startsWith('Failed to load resource') && /404/.test(text)
      const page = await context.newPage()
      page.on('console', (message) => {
        if (!expected(message.text())) complaints.push(`${kind}: ${message.text()}`)
      })
      page.on('pageerror', (error) => complaints.push(`${kind}: ${error.message}`))
      page.on('request', (request) => hosts.add(new URL(request.url()).host))
      for (const [name, path] of Object.entries(pageKinds)) {
        kind = name
        await page.goto(new URL(path, room.address).href)
        const stored = await page.evaluate(() => localStorage.length + sessionStorage.length)
        expect(stored).toBe(0)
      }
      expect(complaints).toEqual([])
      expect([...hosts]).toEqual([`127.0.0.1:${room.port}`])
      expect(await context.cookies()).toEqual([])
    })
  })

  test('no kind of page is wider than the window', async () => {
    await inContext({ viewport: { width, height: 800 } }, async (context) => {
      const page = await context.newPage()
      for (const [kind, path] of Object.entries(pageKinds)) {
        await page.goto(new URL(path, room.address).href)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, kind).toBeLessThanOrEqual(width)
      }
    })
  })
})

describe('without JavaScript', () => {
  test('a reader searches, narrows, opens a cable and follows a reference', async () => {
    await inContext({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage()
      await page.goto(room.address)
      await page.getByRole('searchbox').fill('quiet round')
      await page.getByRole('button', { name: 'Search' }).click()
      expect(await page.title()).toMatch(/^2 cables: quiet round – Chancery$/)
      await page.getByRole('link', { name: 'Leave out Sensitive but unclassified' }).click()
      expect(await page.title()).toMatch(/^1 cable: quiet round -class:SBU – Chancery$/)
      await page.getByRole('link', { name: 'Mackerel talks: a quiet first round' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
        'Mackerel talks: a quiet first round',
      )
      await page.getByRole('link', { name: 'Ref A', exact: true }).click()
      expect(page.url()).toMatch(/#ref-A$/)
      await page.locator('#ref-A').getByRole('link').click()
      expect(await page.title()).toContain('Norway on mackerel')
    })
  })

  test('the chart’s table leads to a month, and the month to its cables', async () => {
    await inContext({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage()
      await page.goto(room.address)
      await page.getByText('as a table').click()
      await page.getByRole('link', { name: '2005', exact: true }).click()
      await page.getByRole('link', { name: 'March', exact: true }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('March 2005')
      expect(await page.getByRole('article').count()).toBe(5)
    })
  })
})

describe('the pages', () => {
  test('use their own fonts on a desk, and ask for none on a phone', async () => {
    for (const [width, isAsked] of [
      [1280, true],
      [360, false],
    ] as const) {
      await inContext({ viewport: { width, height: 800 } }, async (context) => {
        const page = await context.newPage()
        const fonts: string[] = []
        page.on('request', (request) => {
          if (request.resourceType() === 'font') fonts.push(request.url())
        })
        await page.goto(`${room.address}cable/07REYKJAVIK123`, { waitUntil: 'networkidle' })
        expect(fonts.length > 0).toBe(isAsked)
      })
    }
  })

  test('begin with a link to the content, for the keyboard', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage()
      await page.goto(`${room.address}cable/07OSLO88`)
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      expect(await focused.textContent()).toBe('Skip to content')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    })
  })

  test('copy the transmission without its line numbers', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage()
      await page.goto(`${room.address}cable/07OSLO88/transmission`)
      const copied = await page.evaluate(() => {
        const text = document.querySelector('.transmission pre')
        if (text !== null) getSelection()?.selectAllChildren(text)
        return getSelection()?.toString() ?? ''
      })
      expect(copied.replace(/\n+/g, '\n')).toContain('VZCZCXRO0042\nPP RUEHFL RUEHNY\nDE RUEHRK')
    })
  })

  test('say nothing smaller than 12 pixels', async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage()
      for (const [kind, path] of Object.entries(pageKinds)) {
        await page.goto(new URL(path, room.address).href)
        const smallest = await page.evaluate(() => {
          const sizes = [...document.querySelectorAll('body *')]
            .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3))
            .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
          return Math.min(...sizes)
        })
        expect(smallest, kind).toBeGreaterThanOrEqual(12)
      }
    })
  })
})
