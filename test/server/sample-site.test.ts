import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { anchorsOf, type Crawled, crawl } from './crawl.ts'
import { openSample, type Sample } from './sample.ts'

let sample: Sample
let pages: readonly Crawled[]
let readable: readonly Crawled[]
const bugs: unknown[] = []

beforeAll(async () => {
  sample = await openSample()
  pages = await crawl(createApp(sample.door, { onBug: (bug) => bugs.push(bug) }))
  readable = pages.filter(({ html }) => html !== '')
}, 180_000)
afterAll(async () => {
  await sample?.close()
})

describe('the site of the sample', () => {
  test('answers 200 to every link of every page', () => {
    const broken = pages.filter(({ status }) => status !== 200)
    expect(broken.map(({ path, status }) => `${status} ${path}`)).toEqual([])
    expect(bugs).toEqual([])
    expect(readable.length).toBeGreaterThan(500)
  })

  test('has a page, a transmission and a record of every cable', async () => {
    const archive = await sample.door.current()
    const paths = new Set(pages.map(({ path }) => path))
    expect(archive.catalogue.length).toBeGreaterThanOrEqual(60)
    const cables = [...paths].filter((path) => /^\/cable\/[^/]+$/.test(path))
    const read = cables.filter((path) => !/\.(?:json|txt)$/.test(path))
    expect(read).toHaveLength(archive.catalogue.length)
    for (const path of read) {
      for (const twin of [`${path}/transmission`, `${path}.json`, `${path}.txt`]) {
        expect(paths.has(twin), twin).toBe(true)
      }
    }
    await archive.close()
  })

  test('holds every anchor that a link of it names', () => {
    const anchors = new Map(readable.map(({ path, html }) => [path, new Set(anchorsOf(html))]))
    const broken: string[] = []
    for (const { path, links } of readable) {
      for (const link of links) {
        const [target = '', anchor] = link.split('#')
        if (anchor === undefined || /^https?:/.test(target)) continue
        const known = anchors.get(target === '' ? path : target)
        if (known !== undefined && !known.has(decodeURIComponent(anchor))) broken.push(link)
      }
    }
    expect(broken).toEqual([])
  })

  test('says on every page that it is invented', () => {
    for (const { html, path } of readable) expect(html, path).toContain('Invented example')
  })

  test('has unique ids and one h1 on every page', () => {
    for (const { html, path } of readable) {
      const anchors = anchorsOf(html)
      expect(new Set(anchors).size, path).toBe(anchors.length)
      expect(html.match(/<h1[ >]/g), path).toHaveLength(1)
    }
  })

  test('says where protection was asked for', () => {
    const page = readable.find(({ path }) => path === '/cable/97STRELSAU2204')?.html ?? ''
    expect(page).toContain('1 request for protection.')
    expect(page).toMatch(/\(strictly protect\)<\/bdi> in <a href="#p1">¶1<\/a>/)
  })

  test('takes a good example of itself apart in the guide', () => {
    const guide = readable.find(({ path }) => path === '/guide/how-to-read')?.html ?? ''
    expect(guide).toContain('One cable, taken apart')
    for (const part of ['Transmission', 'Speed and time', 'Tags', 'Subject', 'Classified by']) {
      expect(guide).toContain(`<dt><strong>${part}</strong>`)
    }
  })

  test('weighs less than 60 KB in the middle', () => {
    const weights = readable.map(({ html }) => Buffer.byteLength(html)).sort((a, b) => a - b)
    expect(weights[Math.floor(weights.length / 2)]).toBeLessThan(40_000)
  })
})
