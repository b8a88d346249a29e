import { createServer, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Serving } from '../../src/server/serve.ts'
import { launchChromium } from './chromium.ts'
import { openSmallRoom } from './room.ts'

// attacker.example is another site; rebound.example a name that suddenly leads to this computer.
const names = ['attacker.example', 'rebound.example'] as const

let browser: Browser
let room: Serving
let attacker: { readonly port: number; readonly server: Server }

beforeAll(async () => {
  room = await openSmallRoom()
  browser = await launchChromium({ names })
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>attacker</title><body></body>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  attacker = { server, port: typeof address === 'object' && address ? address.port : 0 }
})
afterAll(async () => {
  await browser?.close()
  await room?.close()
  attacker?.server.close()
})

/** What pages of another site can try with an address of the reading room. */
async function tried(page: Page, target: string): Promise<Record<string, string>> {
  return await page.evaluate(async (address) => {
    const outcome: Record<string, string> = {}
    const fetched = async (name: string, init: RequestInit): Promise<void> => {
      outcome[name] = await fetch(address, init).then(
        async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
        () => 'refused',
      )
    }
    await fetched('fetch', {})
    await fetched('fetch with credentials', { credentials: 'include' })
    await fetched('fetch no-cors', { mode: 'no-cors' })
    await fetched('post', { method: 'POST', mode: 'no-cors', body: 'x' })
    const element = async (tag: 'script' | 'img' | 'link' | 'iframe' | 'embed'): Promise<void> => {
      outcome[tag] = await new Promise((resolve) => {
        const made = document.createElement(tag)
        made.onload = () => {
          const inside =
            made instanceof HTMLIFrameElement ? (made.contentDocument?.body.textContent ?? '') : ''
          resolve(tag === 'iframe' || tag === 'embed' ? `shown ${inside}` : 'loaded')
        }
        made.onerror = () => resolve('refused')
        if (made instanceof HTMLLinkElement) {
          made.rel = 'stylesheet'
          made.href = address
        } else made.src = address
        document.body.append(made)
        setTimeout(() => resolve('silent'), 2_000)
      })
    }
    for (const tag of ['script', 'img', 'link', 'iframe', 'embed'] as const) await element(tag)
    return outcome
  }, target)
}

describe.each([
  ['another site', 'attacker.example'],
  ['another port of this computer', '127.0.0.1'],
  ['another name of this computer', 'localhost'],
] as const)('a page of %s', (_, host) => {
  test('gets nothing', async () => {
    const page = await browser.newPage()
    const answered: number[] = []
    page.on('response', (response) => {
      if (response.url().startsWith(room.address)) answered.push(response.status())
    })
    await page.goto(`http://${host}:${attacker.port}/`)
    for (const path of ['', 'cable/07OSLO88.json', 'cable/07OSLO88', 'search.json?q=mackerel']) {
      const outcome = await tried(page, `${room.address}${path}`)
      expect(JSON.stringify(outcome)).not.toMatch(/mackerel|OSLO|cables/i)
      expect(outcome.script).not.toBe('loaded')
      expect(outcome.img).not.toBe('loaded')
      expect(outcome.link).not.toBe('loaded')
      expect(outcome.fetch).toBe('refused')
    }
    expect(answered.length).toBeGreaterThan(0)
    expect(new Set(answered)).toEqual(new Set([403]))
    // Not even inside the frames that the browser shows.
    for (const frame of page.frames().slice(1)) {
      expect(await frame.content()).not.toMatch(/mackerel|OSLO|cables/i)
    }
    await page.close()
  })

  test('may link here, and cannot read what its link opens', async () => {
    const page = await browser.newPage()
    await page.goto(`http://${host}:${attacker.port}/`)
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => {
        Object.assign(window, { opened: window.open(address) })
      }, `${room.address}cable/07OSLO88`),
    ])
    await opened.waitForLoadState()
    expect(await opened.title()).toContain('Norway on mackerel')
    const read = await page.evaluate(() => {
      try {
        return (window as unknown as { opened: Window }).opened.document.title
      } catch {
        return 'closed'
      }
    })
    expect(read).not.toContain('mackerel')
    await opened.close()
    await page.close()
  })
})

describe('a name that was made to lead here', () => {
  test('gets 403 and no word of the archive', async () => {
    const page = await browser.newPage()
    for (const path of ['/', '/cable/07OSLO88.json', '/search?q=mackerel']) {
      const response = await page.goto(`http://rebound.example:${room.port}${path}`)
      expect(response?.status()).toBe(403)
      expect(await page.content()).not.toMatch(/mackerel|OSLO|cables/i)
    }
    await page.close()
  })
})
