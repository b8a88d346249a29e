import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import type { Cable, Evidence } from '../../src/cable/record.ts'
import type { Telegram } from '../../src/telegram/tree.ts'
import { goldenPairs } from '../golden.ts'

/**
 * What may change in the record when a line of a part of the telegram is lost, doubled or put in
 * the wrong place. Nothing else may: damage stays where it is.
 */
const touched: Readonly<Record<string, string>> = {
  transmissionId: 'transmission',
  routing: 'transmission',
  station: 'transmission id',
  security: 'transmission',
  distribution: 'transmission',
  printQueue: 'transmission',
  dateTimeGroup: 'date precedence id references tags executiveOrder',
  from: 'from id references',
  to: 'to references',
  info: 'info to references',
  excluded: 'excluded info',
  classificationLine: 'classification captions id sections to info excluded references',
  notice: '',
  caption: 'captions classification',
  passing: 'passing',
  executiveOrder: 'executiveOrder status',
  tags: 'tags',
  subject: 'subject paragraphs',
  references: 'references subject paragraphs',
  authority: 'classifiedBy paragraphs',
  handling: 'paragraphs',
  stray: 'paragraphs',
  heading: 'paragraphs summary',
  ruleLine: 'paragraphs summary',
  block: 'paragraphs summary signature',
  paragraph: 'paragraphs summary signature sections protection',
  signature: 'signature paragraphs summary',
  stamp: 'status',
  banner: 'captions paragraphs references',
  pageLine: 'sections paragraphs references',
  sectionMark: 'sections paragraphs references',
}

/** Its number is what says that the labels have ended. */
const firstLineOfText = 'subject references passing classifiedBy'

/** Fields that go together, and what depends on the words of the whole text. */
const groups: Readonly<Record<string, string>> = {
  post: 'id',
  year: 'id',
  serial: 'id',
  dateFrom: 'date',
  datePrecision: 'date',
  subjectPortion: 'subject',
}
const derived = new Set(['diagnostics', 'title', 'text', 'partial'])

interface Good {
  readonly name: string
  readonly lines: readonly string[]
  readonly record: Cable
  readonly tree: Telegram
  readonly evidence: Evidence
  /** Lines to damage, from 0: all down to the first paragraph, then some. */
  readonly places: readonly number[]
}

/** Of the lines of the text proper one in so many is damaged: they are much alike. */
const bodyLinesApart = 6

const sample = join(import.meta.dirname, '../../sample/cables')
const whole = ['d1-page-lines', 'd2-origin', 'd4-whole', 'd5-smart', 'dn-newspaper']
const cables: readonly Good[] = [
  ...globSync('**/*.txt', { cwd: sample })
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => [name, readFileSync(join(sample, name), 'utf8')] as const),
  ...goldenPairs('telegram')
    .filter(({ name }) => whole.includes(name))
    .map(({ name, text }) => [name, text] as const),
]
  .map(([name, text]) => {
    const { record, tree, evidence } = readCable(text)
    const lines = text.split('\n')
    const first = tree.children.find(({ type }) => type === 'paragraph')?.position.start.line ?? 0
    const places = lines
      .map((_, at) => at)
      .filter((at) => at < first + 2 || at % bodyLinesApart === 0)
    return { name, lines, record, tree, evidence, places }
  })
  .filter(({ record }) => record.post !== undefined && record.subject !== undefined)

type Damage = (lines: readonly string[], at: number) => readonly string[]

const damages: Readonly<Record<string, Damage>> = {
  lost: (lines, at) => lines.toSpliced(at, 1),
  doubled: (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  'swapped with the next': (lines, at) =>
    lines.toSpliced(at, 2, ...lines.slice(at, at + 2).reverse()),
}

test('there are good cables of several dialects', () => {
  expect(cables.length).toBeGreaterThan(15)
  expect(new Set(cables.map(({ tree }) => tree.dialect)).size).toBeGreaterThan(3)
})

test.each(Object.entries(damages))('a line %s changes its own fields only', (_name, damage) => {
  const wrong = cables.flatMap((good) =>
    good.places.flatMap((at) => {
      if (good.lines[at]?.trim() === '') return []
      const { record } = readCable(damage(good.lines, at).join('\n'))
      const allowed = fieldsAt(
        good,
        at,
        damage === damages.lost || damage === damages.doubled ? 1 : 2,
      )
      return changed(good.record, record)
        .filter((field) => !allowed.has(field) && !allowed.has('everything'))
        .map((field) => `${good.name}:${at + 1} ${field}`)
    }),
  )
  expect(wrong).toEqual([])
})

test('a page banner between any two lines changes nothing but the pages', () => {
  const wrong = cables.flatMap(({ name, lines, record, tree, places }) =>
    places.flatMap((at) => {
      const banner = ['SECRET', pageLine(record)]
      const damaged = readCable(lines.toSpliced(at, 0, ...banner).join('\n')).record
      const inList = typeAt({ lines, tree }, at) === 'paragraph'
      return changed(record, damaged)
        .filter((field) => field !== 'sections' && !(inList && field === 'paragraphs'))
        .map((field) => `${name}:${at + 1} ${field}`)
    }),
  )
  expect(wrong).toEqual([])
})

test('what stands before the part where a text is cut stays as it was', () => {
  const wrong = cables.flatMap(({ name, lines, record, tree, evidence }) =>
    tree.children.flatMap((part) => {
      const cut = part.position.start.offset
      if (tree.children.some(({ type }) => type === 'preface')) return []
      const { record: damaged } = readCable(lines.join('\n').slice(0, cut))
      const before = fieldsBefore(evidence, cut)
      return changed(record, damaged)
        .filter((field) => before.has(field))
        .map((field) => `${name}: ${field} before ${part.type}`)
    }),
  )
  expect(wrong).toEqual([])
})

test('a text of which only the words were unwrapped has the same paragraphs', () => {
  for (const { name, lines, record, tree } of cables) {
    const text = lines.join('\n')
    const start = tree.children.find(({ type }) => type === 'paragraph')?.position.start.offset ?? 0
    const paragraphs = record.paragraphs.filter(({ number }) => number !== undefined)
    const body = paragraphs.map(({ label, portion, text: words }) => {
      const mark =
        portion === undefined ? '' : `(${[portion.level, ...portion.controls].join('/')}) `
      return `${label} ${mark}${words}\n\n`
    })
    const again = readCable(text.slice(0, start) + body.join('')).record
    const plain = (cable: Cable): unknown[] =>
      cable.paragraphs
        .filter(({ number }) => number !== undefined)
        .map((each) => [each.number, each.portion, each.text.replace(/\s+/g, ' ')])
    expect([name, plain(again)]).toEqual([name, plain(record)])
  }
})

/** Changes of the whole text below the header, as copies of real cables show them (wild 4). */
const copies: Readonly<Record<string, (head: string, body: string) => string>> = {
  'in lower case': (head, body) => head.toLowerCase() + body.toLowerCase(),
  'in lower case but for the first letter of a line': (head, body) =>
    (head + body).toLowerCase().replace(/^[a-z]/gm, (letter) => letter.toUpperCase()),
  'without the line ends of its head': (head, body) =>
    `${head.trimEnd().replace(/[\s\\]*\n\s*/g, ' ')}\n\n${body}`,
}

/** Without the case of their words: all that such a copy may change is how things are written. */
function readAlike(record: Cable): Record<string, unknown> {
  const { date, from, to, info, precedence, transmission, sections, excluded } = record
  const lower = (text: string | undefined): string | undefined => text?.toLowerCase()
  return {
    header: { date, from, to, info, excluded, precedence, transmission },
    sections,
    id: record.id,
    level: record.classification?.level,
    captions: [...record.captions].sort((a, b) => (a < b ? -1 : 1)),
    declassifyOn: record.executiveOrder?.declassifyOn,
    order: record.executiveOrder?.number,
    tags: record.tags.map(({ code }) => code),
    subject: lower(record.subject),
    references: record.references.map(({ id, kind }) => [id, kind]),
    names: record.classifiedBy?.names.map(lower),
    reasons: record.classifiedBy?.reasons,
    // A line without a number may be told by its capitals alone.
    paragraphs: record.paragraphs
      .filter(({ number }) => number !== undefined)
      .map(({ number, portion }) => [number, portion]),
  }
}

/** A cable with letters replaced all through: its capitals and lines are what is left to go by. */
const replacedLetters = '09QRDABAZ190'

test.each(Object.entries(copies))('a copy %s is read alike', (_name, copy) => {
  let compared = 0
  const wrong = cables.flatMap(({ name, lines, record, tree }) => {
    const text = lines.join('\n')
    const at = (type: string): number | undefined =>
      tree.children.find((part) => part.type === type)?.position.start.offset
    const head = at('classificationLine')
    const body = at('paragraph')
    const leaked = tree.children.some(({ type }) => type === 'preface')
    if (head === undefined || body === undefined || body < head || leaked) return []
    // Teletypes knew capitals only.
    if ((record.year ?? 0) < 1985 || name.includes(replacedLetters)) return []
    compared++
    const damaged = text.slice(0, head) + copy(text.slice(head, body), text.slice(body))
    const [before, after] = [record, readCable(damaged, { id: record.id }).record].map(readAlike)
    return Object.keys(before ?? {})
      .filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
      .map(
        (field) =>
          `${name} ${field}: ${JSON.stringify(before?.[field])} ${JSON.stringify(after?.[field])}`,
      )
  })
  expect(compared).toBeGreaterThan(8)
  expect(wrong).toEqual([])
})

function pageLine({ post = '', serial = 0 }: Cable): string {
  return `PAGE 02        ${post.slice(0, 6)}  ${String(serial).padStart(5, '0')}  041010Z`
}

/** Fields whose values differ, in groups. */
function changed(before: Cable, after: Cable): string[] {
  const [old, now] = [before, after].map((each) => each as unknown as Record<string, unknown>)
  const fields = Object.keys({ ...old, ...now })
    .filter((field) => !derived.has(field))
    .filter((field) => JSON.stringify(old?.[field]) !== JSON.stringify(now?.[field]))
  return [...new Set(fields.map((field) => groups[field] ?? field))]
}

function typeAt({ lines, tree }: Pick<Good, 'lines' | 'tree'>, at: number): string {
  const offset = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
  const part = tree.children.find(({ position }) => offset < position.end.offset)
  if (part === undefined) return 'none'
  const first = tree.children.find(({ type }) => type === 'paragraph')
  return part === first && part.position.start.line === at + 1 ? 'first' : part.type
}

/** What the damage of some lines may change. */
function fieldsAt(good: Good, at: number, count: number): ReadonlySet<string> {
  const types = Array.from({ length: count }, (_, n) => typeAt(good, at + n))
  // Where the telegram begins behind leaked archive data, its first line tells.
  const leaked = good.tree.children.some(({ type }) => type === 'preface')
  const fields = types.map((type) => {
    if (type === 'preface' || (leaked && type === 'classificationLine')) return 'everything'
    return type === 'first' ? `${touched.paragraph} ${firstLineOfText}` : (touched[type] ?? '')
  })
  return new Set(fields.join(' ').split(' '))
}

/** Fields all of whose evidence stands before a place. */
function fieldsBefore(evidence: Evidence, place: number): ReadonlySet<string> {
  const ends = new Map<string, number>()
  for (const [path, { spans }] of Object.entries(evidence)) {
    const name = path.split('/')[1] ?? ''
    const field = groups[name] ?? name
    const end = Math.max(0, ...spans.map((span) => span.end))
    ends.set(field, Math.max(end, ends.get(field) ?? 0))
  }
  return new Set([...ends].filter(([, end]) => 0 < end && end <= place).map(([field]) => field))
}
