import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import type { Door } from '../../src/server/door.ts'
import { smallCollection } from './collection.ts'
import { anchorsOf, type Crawled, crawl } from './crawl.ts'
import { openRoom } from './room.ts'

let door: Door
let app: ReturnType<typeof createApp>
let pages: readonly Crawled[]

beforeAll(async () => {
  door = await openRoom(smallCollection())
  app = createApp(door)
  pages = await crawl(app)
})

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers }))
const json = async (path: string): Promise<Record<string, unknown>> =>
  (await get(path)).json() as Promise<Record<string, unknown>>

describe('every page', () => {
  test('is reached by links that all answer 200', () => {
    expect(pages.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([])
    expect(pages.length).toBeGreaterThan(200)
  })

  test('holds the anchors that links name', () => {
    const anchors = new Map(pages.map(({ path, html }) => [path, new Set(anchorsOf(html))]))
    const broken: string[] = []
    for (const { path, links } of pages) {
      for (const link of links) {
        const [target = '', anchor] = link.split('#')
        if (anchor === undefined || target.startsWith('http')) continue
        if (!anchors.get(target || path)?.has(decodeURIComponent(anchor))) broken.push(link)
      }
    }
    expect(broken).toEqual([])
  })

  test('says that it is an invented example, and who can see it', () => {
    for (const { html } of pages.filter(({ html }) => html !== '')) {
      expect(html).toContain('Invented example')
      expect(html).toContain('Private working copy · 64 cables')
    }
  })

  test('has no script, no cookie, no request to another host', async () => {
    for (const { html } of pages) {
      expect(html).not.toMatch(/<script|\son\w+=|javascript:|<iframe|<object|<embed|style="/i)
      expect(html).not.toMatch(/<(?:img|link|source|video)[^>]+(?:src|href)="(?:https?:)?\/\//i)
    }
    expect((await get('/')).headers.get('set-cookie')).toBeNull()
  })

  test('has one h1 and headings that never skip a level', () => {
    for (const { path, html } of pages.filter(({ html }) => html !== '')) {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((found) => Number(found[1]))
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1)
      levels.slice(1).forEach((level, n) => {
        expect(level - (levels[n] ?? 0), path).toBeLessThanOrEqual(1)
      })
    }
  })

  test('has its own title, and ids that are unique', () => {
    for (const { path, html } of pages.filter(({ html }) => html !== '')) {
      expect(html, path).toMatch(/<title>[^<]+ – Chancery<\/title>/)
      const anchors = anchorsOf(html)
      expect(new Set(anchors).size, path).toBe(anchors.length)
    }
  })

  test('weighs less than 60 KB in the middle, styles included', async () => {
    const weights = pages.map(({ html }) => Buffer.byteLength(html)).sort((a, b) => a - b)
    const median = weights[Math.floor(weights.length / 2)] ?? 0
    const href = pages[0]?.links.find((link) => link.endsWith('.css')) ?? ''
    const styles = (await (await get(href)).arrayBuffer()).byteLength
    expect(styles).toBeGreaterThan(5_000)
    expect(median + styles).toBeLessThan(60_000)
  })
})

describe('a cable', () => {
  test('is read in order: title, subject as printed, paragraphs with their marks', async () => {
    const html = await (await get('/cable/07REYKJAVIK123')).text()
    expect(html).toContain('<title>Mackerel talks: a quiet first round (07REYKJAVIK123) – Chancery')
    expect(html).toContain('MACKEREL TALKS: A QUIET FIRST ROUND')
    expect(html).toContain('Partial extract.')
    expect(html).toContain('Embassy Reykjavik to Secretary of State')
    expect(html).toContain('14 Mar 2007, 15:30 UTC')
    expect(html).toContain('href="#p4" aria-label="Paragraph 4"')
    expect(html).toContain('printed 14')
    expect(html).toContain(', sensitive but unclassified')
    expect(html).toContain('<h2 dir="auto" class="heading">Summary and comment</h2>')
    expect(html).toContain('<pre dir="auto">SPECIES      2005     2006')
    expect(html).toContain('What we were not sure of · 1')
  })

  test('says that a date of declassification was due, once it was', async () => {
    const due = '<bdi>E.O. 12958: 2015-05-19</bdi><span class="quiet"> (was due)</span>'
    expect(await (await get('/cable/07OSLO88')).text()).toContain(due)
    const before = createApp(await openRoom(smallCollection(), { date: '2014-01-01T00:00:00Z' }))
    const html = await (await before.request('/cable/07OSLO88')).text()
    expect(html).toContain('<bdi>E.O. 12958: 2015-05-19</bdi></dd>')
  })

  test('links what it refers to, and says what is not in this archive', async () => {
    const html = await (await get('/cable/07REYKJAVIK123')).text()
    expect(html).toContain('<a href="#ref-A">Ref A</a>')
    expect(html).toContain('<a href="#ref-A">refs A</a> and <a href="#ref-B">B</a>')
    expect(html).toContain('<a href="#refers-to">Reftels</a>')
    expect(html).toContain('<a href="/cable/07OSLO88">07OSLO88</a>')
    expect(html).toMatch(/06REYKJAVIK431<br\/>|06REYKJAVIK431<span/)
    expect(html).not.toContain('href="/cable/06REYKJAVIK431"')
    const oslo = await (await get('/cable/07OSLO88')).text()
    expect(oslo).toContain('cited by <a href="/browse/cited/06STATE80908">1 other</a>')
    expect(oslo).toContain('Cited by · 61')
  })

  test('names its neighbours and the numbers between', async () => {
    const html = await (await get('/cable/05REYKJAVIK104')).text()
    expect(html).toContain('1 number between not in this archive')
    expect(html).toContain('/cable/05REYKJAVIK102')
    expect(html).toContain('/cable/05REYKJAVIK106')
  })

  test('stands as transmitted, line by line', async () => {
    const html = await (await get('/cable/07REYKJAVIK123/transmission')).text()
    expect(html).toContain('<span class="line" id="L1"><bdi>VZCZCXRO0042</bdi>\n</span>')
    expect(html).toContain('Skip the transmission header')
  })

  test('has its record and its text', async () => {
    expect(await json('/cable/07OSLO88.json')).toMatchObject({ id: '07OSLO88', post: 'OSLO' })
    const text = await get('/cable/07OSLO88.txt')
    expect(text.headers.get('content-type')).toMatch(/^text\/plain; ?charset=utf-8$/i)
    expect(await text.text()).toMatch(/^VZCZCXRO0042\n/)
    const asked = await get('/cable/07OSLO88', { accept: 'application/json' })
    expect(await asked.json()).toMatchObject({ id: '07OSLO88' })
  })

  test.each([
    ['/cable/07oslo88', '/cable/07OSLO88'],
    ['/cable/07%20OSLO%2088', '/cable/07OSLO88'],
    ['/cable/2007/02/07OSLO88.html', '/cable/07OSLO88'],
    ['/plusd/cables/07OSLO88_a.html', '/cable/07OSLO88'],
    ['/cable/07oslo88/transmission', '/cable/07OSLO88/transmission'],
    ['/cable/07oslo88.json', '/cable/07OSLO88.json'],
    ['/tag/PREL_0.html', '/browse/tag/PREL'],
    ['/date/2007-03_0.html', '/browse/date/2007/03'],
    ['/reldate/2011-08-30_0.html', '/browse/released/2011-08-30'],
    ['/browse/origin/oslo', '/browse/origin/OSLO'],
    ['/browse/origin/EMBASSYSTRELSAU', '/browse/origin/STRELSAU'],
    ['/browse/date/2007-03', '/browse/date/2007/03'],
  ])('%s leads to %s', async (from, to) => {
    const response = await get(from)
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe(to)
  })

  test('that is not held answers 404 and lists who refers to it', async () => {
    const response = await get('/cable/06STATE80908')
    expect(response.status).toBe(404)
    const html = await response.text()
    expect(html).toContain('Not in this archive')
    expect(html).toContain('2 cables of this archive refer to it')
    expect(html).toContain('/cable/07OSLO88')
    expect(await json('/cable/06STATE80908.json')).toMatchObject({
      error: { code: 'CABLE_UNKNOWN' },
    })
  })

  test('that may be several answers 300 with all of them', async () => {
    const own = smallCollection()
    const twins = own.slice(0, 2).map((cable) => ({ ...cable, aliases: ['07SHARED1'] }))
    const room = createApp(await openRoom([...twins, ...own.slice(2)]))
    const response = await room.request('/cable/07SHARED1')
    expect(response.status).toBe(300)
    const html = await response.text()
    expect(html).toContain('/cable/07OSLO88')
    expect(html).toContain('/cable/07REYKJAVIK123')
  })
})

describe('lists', () => {
  test('are sorted and paged, every cable on exactly one page', async () => {
    const ids: unknown[] = []
    for (const path of ['/browse/origin/REYKJAVIK', '/browse/origin/REYKJAVIK/page/2']) {
      const page = await json(`${path}.json`)
      ids.push(...(page.cables as { id: string }[]).map(({ id }) => id))
      expect(page).toMatchObject({ total: 62, pages: 2 })
    }
    expect(new Set(ids).size).toBe(62)
    expect(ids[0]).toBe('07REYKJAVIK123')
    expect(ids.at(-1)).toBe('06REYKJAVIK430')
  })

  test('the oldest first is the newest first turned round, the undated last in both', async () => {
    const all = async (base: string): Promise<string[]> => {
      const ids: string[] = []
      for (const path of [base, `${base}/page/2`]) {
        const page = await json(`${path}.json`)
        ids.push(...(page.cables as { id: string }[]).map(({ id }) => id))
      }
      return ids
    }
    const newest = await all('/browse/origin/REYKJAVIK')
    const oldest = await all('/browse/origin/REYKJAVIK/by/oldest')
    expect(oldest.slice(0, -1)).toEqual(newest.slice(0, -1).reverse())
    expect(oldest.at(-1)).toBe(newest.at(-1))
    const titles = (await json('/browse/tag/PREL/by/title.json')).cables as { title: string }[]
    expect(titles[0]?.title).toBe('Fish auction, week 10: mackerel quota steady')
    const cited = (await json('/browse/tag/PREL/by/cited.json')).cables as { id: string }[]
    expect(cited[0]?.id).toBe('07OSLO88')
  })

  test.each([
    '/browse/origin/NOWHERE',
    '/browse/origin/REYKJAVIK/page/3',
    '/browse/origin/REYKJAVIK/page/1',
    '/browse/origin/REYKJAVIK/page/0',
    '/browse/origin/REYKJAVIK/by/colour',
    '/browse/date/1999',
    '/browse/date/2005/13',
    '/browse/tag/letter/Z',
    '/guide/nothing',
    '/nothing',
    '/browse/nothing',
    '/assets/nothing.css',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  test.each(['/browse/tag/%E0%A4', '/cable/%E0%A4'])('%s is no address', async (path) => {
    expect((await get(path)).status).toBe(400)
  })
})

describe('search', () => {
  test('titles the page with the number and the question', async () => {
    const html = await (await get('/search?q=quiet+round')).text()
    expect(html).toMatch(/<title>\d+ cables?: quiet round – Chancery<\/title>/)
    expect(html).toContain('<mark>quiet</mark>')
    expect(html).toContain('Paragraph 1, confidential: ')
  })

  test('narrows and leaves out by links', async () => {
    const html = await (await get('/search?q=mackerel+OR+choir')).text()
    expect(html).toContain('/search?q=%28mackerel+OR+choir%29+class%3AC')
    expect(html).toContain('/search?q=%28mackerel+OR+choir%29+-class%3AC')
    expect(html).toContain('aria-label="Leave out Confidential"')
  })

  test('says which part of the question finds nothing', async () => {
    const html = await (await get('/search?q=mackerel+zeppelin')).text()
    expect(html).toContain('<title>0 cables: mackerel zeppelin – Chancery</title>')
    expect(html).toContain('Nothing in this archive matches all of it')
    expect(html).toContain('zeppelin')
  })

  test('knows a cable number', async () => {
    expect(await (await get('/search?q=07+Oslo+88')).text()).toContain(
      '<a href="/cable/07OSLO88">07OSLO88</a> is in this archive',
    )
  })

  test('answers the same as JSON', async () => {
    const answer = await json('/search.json?q=mackerel&sort=oldest&size=5')
    expect(answer).toMatchObject({ q: 'mackerel', sort: 'oldest' })
    expect(answer.ids).toHaveLength(5)
  })

  test('refuses what is too long', async () => {
    const response = await get(`/search?q=${'a'.repeat(5_000)}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('4096 characters')
    expect((await get(`/search?q=${'a'.repeat(20_000)}`)).status).toBe(400)
  })
})
