import { beforeAll, describe, expect, test } from 'vitest'
import type { EditionCable } from '../../src/edition/edition.ts'
import { createApp } from '../../src/server/app.ts'
import { smallCollection } from './collection.ts'
import { crawl } from './crawl.ts'
import { openRoom } from './room.ts'

const markup = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'</title><!-- & -->'
const bidi = 'safe\u202egnp.exe\u2066\u2069\u200f\u061c\u0000\u0007\u001b[31m\u2028\ud800'
const tower = `z${'\u0301'.repeat(10_000)}`
const long = 'W'.repeat(20_000)
const address = 'javascript:alert(3)//https://example.org/'

/** Every string of a value replaced, as a hostile source would like it. */
function poisoned<Value>(value: Value, poison: string): Value {
  if (typeof value === 'string') return poison as Value
  if (Array.isArray(value)) return value.map((part) => poisoned(part, poison)) as Value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, poisoned(part, poison)])
  return Object.fromEntries(entries)
}

/** A cable that keeps its number, levels and kinds, and says the poison everywhere else. */
function hostile(cable: EditionCable, poison: string): EditionCable {
  const { record } = cable
  const bad = poisoned(record, poison)
  const level = record.classification?.level ?? 'C'
  return {
    ...poisoned(cable, poison),
    segments: cable.segments.map((segment) => ({ ...segment, text: poison })),
    invented: true,
    added: '2026-03-04',
    text: `${poison}\n${cable.text}`,
    record: {
      ...bad,
      id: record.id,
      text: record.text,
      ...(record.date === undefined ? {} : { date: record.date }),
      classification: { level, controls: [poison], printed: poison },
      tags: [{ code: poison, kind: 'person', name: poison }],
      references: record.references.map((ref) => ({
        ...ref,
        printed: poison,
        label: poison.slice(0, 40),
        id: poison,
      })),
      paragraphs: record.paragraphs.map((part) => ({
        ...part,
        text: poison,
        heading: poison,
        label: poison,
      })),
      media: [{ url: address }, { url: poison }],
      source: { ...bad.source, url: address },
      diagnostics: record.diagnostics.map((one) => ({ ...one, code: poison, message: poison })),
    },
  }
}

const allPages = async (poison: string): Promise<string[]> => {
  const [talks, answer, ...rest] = smallCollection()
  if (talks === undefined || answer === undefined) throw new Error('The collection is empty.')
  const cables = [hostile(talks, poison), hostile(answer, poison), ...rest.slice(0, 3)]
  const app = createApp(await openRoom(cables), {
    onBug: (bug) => {
      throw bug
    },
  })
  const found = await crawl(app)
  const asked = [
    `/search?q=${encodeURIComponent(poison.slice(0, 1_000).toWellFormed())}`,
    `/cable/${encodeURIComponent(poison.slice(0, 300).toWellFormed())}`,
    `/browse/tag/${encodeURIComponent(poison.slice(0, 300).toWellFormed())}`,
  ]
  const more = await Promise.all(asked.map(async (path) => (await app.request(path)).text()))
  return [...found.map(({ html }) => html).filter((html) => html !== ''), ...more]
}

describe('hostile text', () => {
  let pages: string[]
  beforeAll(async () => {
    pages = await allPages(markup)
  })

  test('is shown, and never interpreted', () => {
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.some((html) => html.includes('&lt;script&gt;alert(1)'))).toBe(true)
    for (const html of pages) {
      expect(html).not.toMatch(/<script|<img|<!--/i)
      expect(html.match(/<\/title>/g)).toHaveLength(1)
    }
  })

  test('breaks out of no attribute', () => {
    // Whatever stands between < and > is a tag of ours: a name, then well-formed attributes.
    const tag = /^\/?[a-z][a-z0-9]*(?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*\s*\/?$/
    for (const html of pages) {
      for (const [, inside = ''] of html.replace('<!doctype html>', '').matchAll(/<([^>]*)>/g)) {
        expect(inside).toMatch(tag)
        expect(inside.replace(/="[^"]*"/g, '')).not.toMatch(/\son[a-z]+/)
      }
    }
  })

  test('names no address but http and https ones', () => {
    for (const html of pages) expect(html).not.toMatch(/href="(?:javascript|data|vbscript):/i)
    expect(pages.some((html) => html.includes('javascript:alert(3)'))).toBe(true)
  })

  test('names what is invisible or turns the line round', async () => {
    for (const html of await allPages(bidi)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      const found = /.{0,80}[\0-\x08\x0b-\x1f\x7f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
      expect(JSON.stringify(found.exec(html)?.[0])).toBeUndefined()
    }
    expect((await allPages(bidi)).some((html) => html.includes('safe[U+202E]gnp.exe'))).toBe(true)
  })

  test('does not grow over the line', async () => {
    const found = await allPages(tower)
    for (const html of found) expect(/.{80}\p{M}{9}/u.exec(html)?.[0]).toBeUndefined()
    expect(found.some((html) => html.includes('[9992 more marks]'))).toBe(true)
  })

  test('may be one word of any length', async () => {
    const found = await allPages(long)
    expect(found.length).toBeGreaterThan(20)
  })
})
