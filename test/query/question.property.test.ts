import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSearch, searchParams } from '../../src/query/address.ts'
import { decodedId, decodedValue, encodedId, encodedValue } from '../../src/query/address-part.ts'
import { normalForm } from '../../src/query/normal-form.ts'
import { parseQuestion } from '../../src/query/parse-question.ts'
import { printQuestion } from '../../src/query/print-question.ts'
import { type Clause, sorts } from '../../src/query/question.ts'
import { understood } from '../../src/query/understood.ts'

const pieces = fc.constantFrom(
  ...'( ) - = " “ ” : * OR AND NOT tag: origin: class: date: id: 2004 .. > 2004-02-29 C S/NF HANOI 08 905'.split(
    ' ',
  ),
  ...'asylum seekers co-operate U.S. ŁÓDŹ 08HANOI905 1,000 é \ud800 ~'.split(' '),
  ' ',
  '  ',
)
const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ')),
)

const token = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,6}$/),
  fc.constantFrom('hanoi', '08', 'or', 'not', 'è'.normalize('NFD')[0] ?? 'e'),
)
const day = fc.constantFrom('2003-01-01', '2004-02-01', '2004-02-29', '2004-12-31', '2005-06-15')

const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { maxDepth: 4 },
    fc.record({ type: fc.constant('word' as const), token, exact: fc.boolean() }),
    fc.record({
      type: fc.constant('phrase' as const),
      tokens: fc.array(token, { minLength: 2, maxLength: 4 }),
    }),
    fc.record({
      type: fc.constant('phrase' as const),
      tokens: fc.array(token, { minLength: 2, maxLength: 3 }),
      joined: fc.constant(true as const),
    }),
    fc.constant<Clause>({ type: 'all' }),
    fc.constantFrom<Clause>({ type: 'tag', code: 'PREL' }, { type: 'tag', code: 'DOE, JANE (X)' }),
    fc.constantFrom<Clause>(
      { type: 'origin', post: 'HANOI' },
      { type: 'origin', post: 'FREDVILLE' },
    ),
    fc.constantFrom<Clause>(
      { type: 'class', level: 'TS' },
      { type: 'class', level: 'S', control: 'NOFORN' },
    ),
    fc.constantFrom<Clause>({ type: 'id', id: '08HANOI905' }, { type: 'id', id: 'own/document 1' }),
    fc.tuple(day, day).map(([a, b]): Clause => {
      const [from, to] = a < b ? [a, b] : [b, a]
      return { type: 'date', from, to }
    }),
    day.map((from): Clause => ({ type: 'date', from })),
    day.map((to): Clause => ({ type: 'date', to })),
    tie('clause').map((inner): Clause => ({ type: 'not', clause: inner })),
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      clauses: fc.array(tie('clause'), { maxLength: 3 }),
    }),
  ),
}))

describe('questions', () => {
  it('are read from any string and read back from their print', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const question = parseQuestion(text)
        const again = parseQuestion(printQuestion(question))
        expect(again).toEqual({ clause: question.clause, notes: [] })
        expect(printQuestion(again)).toBe(printQuestion(question))
        expect(understood(question).length).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })

  it('are printed from any value and read back as its normal form', () => {
    fc.assert(
      fc.property(clause, (value) => {
        const question = parseQuestion(printQuestion({ clause: value, notes: [] }))
        expect(question).toEqual({ clause: normalForm(value), notes: [] })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('addresses', () => {
  it('hold a question and its page', () => {
    const page = fc.record({
      sort: fc.constantFrom(...sorts),
      size: fc.nat({ max: 200 }),
      offset: fc.nat({ max: 100_000 }),
      facets: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), page, (q, asked) => {
        const search = { q: q.toWellFormed(), page: asked }
        const address = new URL(`https://example.org/search?${searchParams(search)}`)
        expect(readSearch(address.searchParams)).toEqual(search)
      }),
    )
  })

  it('read any parameters', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (sort, size, offset) => {
        const { page } = readSearch(new URLSearchParams({ sort, size, offset }))
        expect(sorts).toContain(page.sort)
        expect(page.size).toBeLessThanOrEqual(200)
        expect(page.offset).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  const id = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[aAbB./~:%2é -]{0,8}$/),
    fc.stringMatching(
      /^0[58][HANOIhanoi]{5}\d{1,2}(~[0-9a-f]{1,8})?(\.json|\.txt|\/transmission)?$/,
    ),
  )

  it('are one-to-one without regard to case, and survive the reader of addresses', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 30 }), (ids) => {
        const paths = ids.map((each) => encodedId(each))
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(ids.length)
        for (const [index, path] of paths.entries()) {
          expect(new URL(`/cable/${path}`, 'https://example.org').pathname).toBe(`/cable/${path}`)
          const own = ids[index] ?? ''
          if (own.isWellFormed()) expect(decodedId(path)).toBe(own)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('hold the values of lists', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        const path = `/browse/tag/${encodedValue(a)}`
        expect(new URL(path, 'https://example.org').pathname).toBe(path)
        expect(encodedValue(a)).not.toContain('/')
        if (a.isWellFormed()) expect(decodedValue(encodedValue(a))).toBe(a)
        if (a.toWellFormed() !== b.toWellFormed()) expect(encodedValue(a)).not.toBe(encodedValue(b))
      }),
      { numRuns: 1000 },
    )
  })
})
