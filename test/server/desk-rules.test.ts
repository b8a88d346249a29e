import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import type { Door } from '../../src/server/door.ts'
import { smallCollection } from './collection.ts'
import { openRoom } from './room.ts'

let door: Door

beforeAll(async () => {
  door = await openRoom(smallCollection())
})

const ask = (headers: Record<string, string>, path = '/', port = 8080): Promise<Response> =>
  Promise.resolve(createApp(door, { port }).request(path, { headers }))

describe('the desk', () => {
  test('answers the address that it printed, and says it to whoever comes by another', async () => {
    expect((await ask({ host: '127.0.0.1:8080' })).status).toBe(200)
    expect((await ask({ host: '127.0.0.1' }, '/', 80)).status).toBe(200)
    const other = await ask({ host: 'localhost:8080' })
    expect(other.status).toBe(403)
    expect(await other.text()).toContain('http://127.0.0.1:8080/')
  })

  test.each([
    'attacker.example',
    'attacker.example:8080',
    '127.0.0.1',
    '127.0.0.1:80',
    'localhost:8080',
    'localhost:8081',
    'localhost.attacker.example:8080',
    '127.0.0.1.nip.example:8080',
    'localhost:8080.attacker.example',
    '[::1]:8080',
    '0.0.0.0:8080',
    '2130706433:8080',
    'LOCALHOST:08080 ',
    '',
  ])('refuses the host "%s" with 403 and nothing of the archive', async (host) => {
    for (const path of ['/', '/cable/07OSLO88.json', '/search?q=mackerel', '/robots.txt']) {
      const response = await ask({ host }, path)
      expect(response.status).toBe(403)
      expect(await response.text()).not.toMatch(/mackerel|OSLO|Chancery/i)
    }
  })

  test('refuses what another site causes, except a followed link', async () => {
    const host = '127.0.0.1:8080'
    for (const site of ['cross-site', 'same-site']) {
      for (const [mode, dest, status] of [
        ['navigate', 'document', 200],
        ['navigate', 'iframe', 403],
        ['navigate', 'embed', 403],
        ['no-cors', 'script', 403],
        ['no-cors', 'image', 403],
        ['no-cors', 'style', 403],
        ['cors', 'empty', 403],
      ] as const) {
        const response = await ask({
          host,
          'sec-fetch-site': site,
          'sec-fetch-mode': mode,
          'sec-fetch-dest': dest,
        })
        expect(response.status, `${site} ${mode} ${dest}`).toBe(status)
      }
      expect((await ask({ host, 'sec-fetch-site': site })).status).toBe(403)
    }
    for (const site of ['same-origin', 'none']) {
      expect((await ask({ host, 'sec-fetch-site': site })).status).toBe(200)
    }
  })

  test('refuses a foreign origin of a browser that does not say more', async () => {
    const host = '127.0.0.1:8080'
    expect((await ask({ host, origin: 'https://attacker.example' })).status).toBe(403)
    expect((await ask({ host, origin: 'null' })).status).toBe(403)
    expect((await ask({ host, origin: 'http://127.0.0.1:8080' })).status).toBe(200)
  })

  test.each(['/', '/nothing', '/cable/07OSLO88.txt', '/browse/tag/PREL.json', '/%E0%A4'])(
    'tells nobody about %s',
    async (path) => {
      const { headers } = await ask({ host: '127.0.0.1:8080' }, path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
      const names = [...headers.keys()].filter((name) => name.startsWith('access-control'))
      expect(names).toEqual([])
      expect(headers.get('etag')).toBeNull()
    },
  )

  test('a refusal is as closed as an answer', async () => {
    const { headers } = await ask({ host: 'attacker.example' })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('robots are told to stay away', async () => {
    expect(await (await ask({ host: '127.0.0.1:8080' }, '/robots.txt')).text()).toContain(
      'Disallow: /\n',
    )
  })
})

describe('the public room', () => {
  const facts = { audience: 'public', release: 3, withdrawn: ['05STATE1'] } as const

  test('answers any host, says which release, and is kept by the edition', async () => {
    const app = createApp(await openRoom(smallCollection(), facts), { audience: 'public' })
    const headers = { host: 'archive.example', 'sec-fetch-site': 'cross-site' }
    const response = await app.request('/', { headers })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Release 3 · 64 cables')
    const etag = response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[0-9a-f]{32}-/)
    const again = await app.request('/', { headers: { ...headers, 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    const other = createApp(await openRoom(smallCollection().slice(1), facts), {
      audience: 'public',
    })
    const newer = await other.request('/', { headers: { ...headers, 'if-none-match': etag } })
    expect(newer.status).toBe(200)
  })

  test('says 410 of what was public once', async () => {
    const app = createApp(await openRoom(smallCollection(), facts), { audience: 'public' })
    const response = await app.request('/cable/05STATE1')
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('was public here and has been withheld')
    expect((await app.request('/cable/05STATE1.json')).status).toBe(410)
    expect((await app.request('/cable/05STATE2')).status).toBe(404)
  })

  test('never shows a desk edition', async () => {
    const app = createApp(door, { audience: 'public' })
    for (const path of ['/', '/cable/07OSLO88.json', '/search?q=mackerel']) {
      const response = await app.request(path)
      expect(response.status).toBe(503)
      expect(await response.text()).not.toMatch(/mackerel|64 cables/i)
    }
  })

  test('styles and fonts may be kept for ever', async () => {
    const app = createApp(door)
    const html = await (await app.request('/')).text()
    const href = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? ''
    const styles = await app.request(href)
    expect(styles.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const font = /url\(([^)]+)\)/.exec(await styles.text())?.[1] ?? ''
    const file = await app.request(font)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('font/woff2')
    expect(new TextDecoder().decode((await file.arrayBuffer()).slice(0, 4))).toBe('wOF2')
  })
})
