import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../src/cable/record.ts'
import type { Page, Sort } from '../../src/query/question.ts'
import { openScan } from '../../src/search/scan.ts'
import { editionOf, type Sketch } from './edition-of.ts'

/*
 * A second evaluation, written to be plain and to share nothing with the engine: texts are lists of
 * words, questions are built together with what they mean, everything is counted by looking.
 */

const forms: Readonly<Record<string, readonly string[]>> = {
  boat: ['boat', 'boats'],
  boats: ['boat', 'boats'],
  river: ['river'],
  talk: ['talk', 'talked', 'talking'],
  talked: ['talk', 'talked', 'talking'],
  talking: ['talk', 'talked', 'talking'],
  x1: ['x1'],
}
const words = Object.keys(forms)

interface Naive extends Sketch {
  readonly subjectWords: readonly string[]
  readonly bodyWords: readonly (readonly string[])[]
}

const text = fc.array(fc.constantFrom(...words), { maxLength: 6 })

const corpus = fc
  .array(
    fc.record(
      {
        subjectWords: text,
        bodyWords: fc.array(text, { maxLength: 3 }),
        date: fc.constantFrom(
          '2003-12-31T23:59Z',
          '2004',
          '2004-02',
          '2004-02-29',
          '2005-07-01T00:00Z',
        ),
        level: fc.constantFrom<Level>('U', 'C', 'S'),
        post: fc.constantFrom('HANOI', 'FREDVILLE'),
        tags: fc.uniqueArray(fc.constantFrom('PREL', 'SENV', 'PGOV'), { maxLength: 2 }),
        cites: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
      },
      { requiredKeys: ['subjectWords', 'bodyWords', 'tags', 'cites'] },
    ),
    { maxLength: 10 },
  )
  .map((items) =>
    items.map(
      (item, index): Naive => ({
        ...item,
        id: `ID${index}`,
        cites: item.cites.map((cited) => `ID${cited}`),
        subject: item.subjectWords.join(' ').toUpperCase(),
        paragraphs: item.bodyWords.map((list) => `(${list.join(', ')}.)`),
      }),
    ),
  )

/** A question with its meaning: who is a hit, and what it counts for the score. */
interface Asked {
  readonly q: string
  readonly isGroup: 'and' | 'or' | undefined
  readonly holds: (cable: Naive) => boolean
  /** Spelling of each unit that counts → how often it stands in a list of words. */
  readonly units: ReadonlyMap<string, UnitCount>
}

interface UnitCount {
  readonly occurrences: (list: readonly string[]) => number
  /** Words of a phrase, or one group of forms. */
  readonly groups: readonly (readonly string[])[]
}

const stream = (cable: Naive) => [...cable.subjectWords, ...cable.bodyWords.flat()]

function unit(q: string, key: string, count: UnitCount): Asked {
  const holds = (cable: Naive) => count.occurrences(stream(cable)) > 0
  return { q, isGroup: undefined, holds, units: new Map([[key, count]]) }
}

function filter(q: string, holds: (cable: Naive) => boolean): Asked {
  return { q, isGroup: undefined, holds, units: new Map() }
}

const oneWord = fc.constantFrom(...words).map((word) => {
  const group = forms[word] ?? []
  return unit(word, word, {
    occurrences: (list) => list.filter((other) => group.includes(other)).length,
    groups: [group],
  })
})

const exactWord = fc.constantFrom(...words).map((word) =>
  unit(`=${word}`, `=${word}`, {
    occurrences: (list) => list.filter((other) => other === word).length,
    groups: [[word]],
  }),
)

const phrase = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 3 }).map((list) =>
  unit(`"${list.join(' ')}"`, list.join(' '), {
    occurrences: (all) =>
      all.filter((_, at) => all.slice(at, at + list.length).join(' ') === list.join(' ')).length,
    groups: list.map((word) => [word]),
  }),
)

const dates = new Map<string, readonly string[]>([
  ['date:2004', ['2004', '2004-02', '2004-02-29']],
  ['date:2004-02', ['2004-02', '2004-02-29']],
  ['date:2004-02-29', ['2004-02-29']],
  ['date:>2004', ['2005-07-01T00:00Z']],
  ['date:..2003', ['2003-12-31T23:59Z']],
  ['date:2003-12-31..2004', ['2003-12-31T23:59Z', '2004', '2004-02', '2004-02-29']],
  ['date:>=2005-07-01', ['2005-07-01T00:00Z']],
  ['date:<2004-02-29', ['2003-12-31T23:59Z']],
])

const anyFilter = fc.oneof(
  fc
    .constantFrom('PREL', 'SENV', 'pgov')
    .map((tag) => filter(`tag:${tag}`, ({ tags = [] }) => tags.includes(tag.toUpperCase()))),
  fc
    .constantFrom('HANOI', 'FREDVILLE')
    .map((post) => filter(`origin:${post}`, (c) => c.post === post)),
  fc.constantFrom('U', 'C', 'S').map((level) => filter(`class:${level}`, (c) => c.level === level)),
  fc.constantFrom('ID0', 'ID3').map((id) => filter(`id:${id}`, (cable) => cable.id === id)),
  fc.constantFrom(...dates).map(([q, held]) => filter(q, ({ date = '' }) => held.includes(date))),
)

const { question } = fc.letrec<{ question: Asked }>((tie) => ({
  question: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    oneWord,
    exactWord,
    phrase,
    anyFilter,
    tie('question').map(negation),
    fc.array(tie('question'), { minLength: 2, maxLength: 3 }).map((parts) => group('and', parts)),
    fc.array(tie('question'), { minLength: 2, maxLength: 3 }).map((parts) => group('or', parts)),
  ),
}))

function negation(asked: Asked): Asked {
  // Whoever negates a negation asks for the thing itself again: its units are left out of scope.
  return {
    q: `NOT (${asked.q})`,
    isGroup: undefined,
    holds: (cable) => !asked.holds(cable),
    units: new Map(),
  }
}

function group(type: 'and' | 'or', parts: readonly Asked[]): Asked {
  const spelled = parts.map(({ q, isGroup }) =>
    isGroup === undefined || isGroup === type ? q : `(${q})`,
  )
  return {
    q: spelled.join(type === 'and' ? ' ' : ' OR '),
    isGroup: type,
    holds: (cable) =>
      type === 'and'
        ? parts.every((part) => part.holds(cable))
        : parts.some((part) => part.holds(cable)),
    units: new Map(parts.flatMap(({ units }) => [...units])),
  }
}

/** In the order of document numbers. */
function numbered(cables: readonly Naive[]): readonly Naive[] {
  return cables.toSorted((a, b) =>
    `${a.date ?? 'undated'} ${a.id}` < `${b.date ?? 'undated'} ${b.id}` ? -1 : 1,
  )
}

function scoreOf(asked: Asked, cable: Naive, all: readonly Naive[]): number {
  const average = all.reduce((sum, other) => sum + stream(other).length, 0) / all.length
  let score = 0
  for (const { occurrences, groups } of asked.units.values()) {
    let idf = 0
    for (const group of groups) {
      const dfs = group.map((word) => all.filter((other) => stream(other).includes(word)).length)
      const df = Math.max(...dfs)
      idf += Math.log(1 + (all.length - df + 0.5) / (df + 0.5))
    }
    const f = occurrences(stream(cable)) + 4 * occurrences(cable.subjectWords)
    if (f > 0) {
      const ratio = stream(cable).length / average
      score += Math.round(65536 * ((idf * f * 2.2) / (f + 1.2 * (0.25 + 0.75 * ratio))))
    }
  }
  return score
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

const page = (sort: Sort): Page => ({ sort, size: 200, offset: 0, facets: true })

describe('scan against a plain evaluation', () => {
  it('finds the same cables, totals, facets and years', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, question, async (cables, asked) => {
        const engine = await openScan(editionOf(cables))
        const answer = await engine.search(asked.q, page('oldest'))
        const hits = numbered(cables).filter(asked.holds)
        expect(answer.ids).toEqual(hits.map(({ id }) => id))
        expect(answer.total).toBe(hits.length)
        const facet = (name: string) =>
          Object.fromEntries((answer.facets[name] ?? []).map(({ value, count }) => [value, count]))
        expect(facet('tags')).toEqual(tally(hits.flatMap(({ tags = [] }) => tags)))
        expect(facet('classification')).toEqual(tally(hits.flatMap(({ level = [] }) => level)))
        expect(facet('origin')).toEqual(tally(hits.flatMap(({ post = [] }) => post)))
        const years = tally(hits.flatMap(({ date }) => date?.slice(0, 4) ?? []))
        expect(Object.fromEntries(answer.years.map(({ value, count }) => [value, count]))).toEqual(
          years,
        )
        expect(facet('year')).toEqual(years)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same scores and the same orders', async () => {
    const plain = fc.oneof(oneWord, exactWord, phrase)
    const asked = fc.array(plain, { minLength: 1, maxLength: 3 }).map((parts) => group('or', parts))
    await fc.assert(
      fc.asyncProperty(corpus, asked, async (cables, asking) => {
        const engine = await openScan(editionOf(cables))
        const all = numbered(cables)
        const hits = all
          .map((cable, number) => ({ cable, number, score: scoreOf(asking, cable, all) }))
          .filter(({ cable }) => asking.holds(cable))
        const byScore = hits.toSorted((a, b) => b.score - a.score || b.number - a.number)
        const relevance = await engine.search(asking.q, page('relevance'))
        expect(relevance.hits.map(({ id, score }) => [id, score])).toEqual(
          byScore.map(({ cable, score }) => [cable.id, score]),
        )
        const cited = (id: string) =>
          all.filter((other) => other.id !== id && other.cites?.includes(id)).length
        const byCited = hits.toSorted(
          (a, b) => cited(b.cable.id) - cited(a.cable.id) || b.number - a.number,
        )
        expect((await engine.search(asking.q, page('cited'))).ids).toEqual(
          byCited.map(({ cable }) => cable.id),
        )
        const oldest = (await engine.search(asking.q, page('oldest'))).ids
        const dated = (id: string) => cables.find((cable) => cable.id === id)?.date !== undefined
        expect((await engine.search(asking.q, page('newest'))).ids).toEqual([
          ...oldest.filter(dated).reverse(),
          ...oldest.filter((id) => !dated(id)).reverse(),
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('marks words of the question in every hit, inside the text', async () => {
    const asked = fc.oneof(oneWord, exactWord, phrase)
    await fc.assert(
      fc.asyncProperty(corpus, asked, async (cables, { q, units }) => {
        const engine = await openScan(editionOf(cables))
        const allowed = new Set([...units.values()].flatMap(({ groups }) => groups.flat()))
        for (const { paragraphs } of (await engine.search(q, page('relevance'))).hits) {
          expect(paragraphs.length).toBeGreaterThan(0)
          expect(paragraphs.length).toBeLessThanOrEqual(3)
          for (const { text: shown, marks } of paragraphs) {
            expect(marks.length).toBeGreaterThan(0)
            for (const [start, end] of marks) {
              const marked = shown
                .slice(start, end)
                .toLowerCase()
                .split(/[^a-z0-9]+/)
              expect(marked.every((word) => allowed.has(word))).toBe(true)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('answers any string as a question, the same however much is kept in memory', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.string({ unit: 'binary' }), async (cables, q) => {
        const edition = editionOf(cables)
        const answers = await Promise.all(
          [0, 20, 1e6].map(async (heldTokensMax) =>
            (await openScan(edition, { heldTokensMax })).search(q, page('relevance')),
          ),
        )
        expect(answers[1]).toEqual(answers[0])
        expect(answers[2]).toEqual(answers[0])
        expect(answers[0]?.total).toBeTypeOf('number')
      }),
      { numRuns: 100 },
    )
  })
})
