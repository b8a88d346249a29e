import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import { cablegateHtml } from '../../src/sources/cablegate-html.ts'
import { csvRow, htmlPage, jsonLine, plainText, truthLine } from '../../src/synth/container.ts'
import { type CorpusOptions, inventCables, type SyntheticCable } from '../../src/synth/corpus.ts'
import { damages } from '../../src/synth/damage.ts'
import { openRandom } from '../../src/synth/random.ts'
import { meant, said } from './saying.ts'

const invented = (options: CorpusOptions): readonly SyntheticCable[] => [...inventCables(options)]

const thousand = invented({ cables: 1000, seed: 7 })

describe('invented cables', () => {
  it('are the same for the same seed and others for another', () => {
    const first = invented({ cables: 60, seed: 3 }).map(plainText)
    expect(invented({ cables: 60, seed: 3 }).map(plainText)).toEqual(first)
    expect(invented({ cables: 60, seed: 4 }).map(plainText)).not.toEqual(first)
  })

  it('are these on every machine', () => {
    const [cable] = invented({ cables: 1, seed: 1, years: [2007, 2007] })
    const { id, created, body } = cable ?? { id: '', created: '', body: '' }
    expect({ id, created, body: body.slice(-60), length: body.length }).toMatchInlineSnapshot(`
      {
        "body": ") be Tides the, he lelockity
      vitther. END COMMENT.
      FENTONTA
      ",
        "created": "2007-10-26 12:02",
        "id": "07ZAGREB43",
        "length": 7882,
      }
    `)
  })

  it('are as many as asked, in the order of their dates, with a number each', () => {
    const numbers = thousand.map(({ draft }) => JSON.stringify(draft.number))
    expect(new Set(numbers).size).toBe(1000)
    const dates = thousand.map(({ draft }) => draft.date.slice(0, 13))
    expect(dates).toEqual(dates.toSorted())
  })

  it('stay within the years asked for, in the manner of writing of the time', () => {
    const cables = invented({ cables: 80, seed: 5, years: [1974, 1975] })
    expect(cables).toHaveLength(80)
    expect(new Set(cables.map(({ draft }) => draft.dialect))).toEqual(new Set(['D1']))
    expect(new Set(cables.map(({ draft }) => draft.number.year))).toEqual(new Set([1974, 1975]))
  })

  it('come in all dialects, most of them from the years after 2003', () => {
    expect(new Set(thousand.map(({ draft }) => draft.dialect)).size).toBe(7)
    const late = thousand.filter(({ draft }) => draft.number.year > 2003)
    expect(late.length).toBeGreaterThan(900)
  })

  it('cite older ones, nine in ten of them in the archive', () => {
    const held = new Map(thousand.map(({ draft, id }) => [id, draft.date] as const))
    const cited = thousand.flatMap(({ draft }) =>
      draft.references.map(({ id }) => ({ by: draft.date, on: held.get(id) })),
    )
    const found = cited.filter(({ on }) => on !== undefined)
    expect(found.length / cited.length).toBeGreaterThan(0.85)
    expect(found.length / cited.length).toBeLessThan(0.95)
    expect(found.filter(({ by, on = '' }) => on > by)).toEqual([])
  })

  it('answer cables, and take up their subjects', () => {
    const subjects = new Set(thousand.map(({ draft }) => draft.subject))
    const answers = thousand.filter(({ draft }) => draft.subject.startsWith('FOLLOW-UP: '))
    expect(answers.length).toBeGreaterThan(30)
    const known = answers.filter(({ draft }) => subjects.has(draft.subject.slice(11)))
    expect(known.length).toBeGreaterThan(answers.length / 2)
  })
})

describe('damage', () => {
  it('is done as often as asked', () => {
    const cables = invented({ cables: 300, seed: 6, damaged: 0.5 })
    const damaged = cables.filter(({ damage }) => damage !== undefined).length
    expect(damaged).toBeGreaterThan(110)
    expect(damaged).toBeLessThan(190)
  })

  it('has a name a kind', () => {
    expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length)
  })

  it.each(damages)('$name bites, and the parser takes it', ({ change }) => {
    const other = (): string => thousand[0]?.body ?? ''
    for (const { id, header, body, draft, created, classification } of thousand) {
      const held = { id, header, body }
      const left = change(held, openRandom(1), { draft, other })
      if (isDeepStrictEqual(left, held)) continue
      const facts = { id: left.id, created, classification }
      const { record } = readCable(left.header + left.body, facts, left.header.length)
      expect(record.id).toBeDefined()
      return
    }
    throw new Error('it bites no cable')
  })
})

describe('what was drafted is read again', () => {
  const cables = [
    ...invented({ cables: 250, seed: 11, damaged: 0 }),
    ...invented({ cables: 60, seed: 12, damaged: 0, years: [1966, 1979] }),
  ]
  const byDialect = Map.groupBy(cables, ({ draft }) => draft.dialect)
  it.each([...byDialect.keys()].sort((a, b) => (a < b ? -1 : 1)))('%s', (dialect) => {
    for (const cable of byDialect.get(dialect) ?? []) {
      const { id, created, classification, header, body, draft } = cable
      const facts = { id, created, classification }
      const { record } = readCable(header + body, facts, header.length)
      expect({ id, ...said(record, draft) }).toEqual({ id, ...meant(draft) })
    }
  })

  it('from pages', () => {
    for (const cable of cables.slice(0, 30)) {
      const reading = cablegateHtml.read(htmlPage(cable))
      if (reading.code !== undefined) throw new Error(reading.reason)
      const { record } = readCable(reading.text, reading.facts, reading.bodyStart)
      expect({ id: cable.id, ...said(record, cable.draft) }).toEqual({
        id: cable.id,
        ...meant(cable.draft),
      })
    }
  })
})

describe('containers', () => {
  const [cable] = invented({ cables: 1, seed: 1 })
  if (cable === undefined) throw new Error('no cable')

  it('a row has eight quoted cells, quotes and backslashes escaped', () => {
    const hostile = { ...cable, body: 'a "word" and a \\ line\nmore' }
    const row = csvRow(hostile, 7)
    expect(row.startsWith(`"7","`)).toBe(true)
    expect(row).toContain('"a \\"word\\" and a \\\\ line\nmore"\n')
  })

  it('a page escapes what could be markup', () => {
    const page = htmlPage({ ...cable, body: '<b>&' })
    expect(page).toContain('&lt;b&gt;&amp;')
  })

  it('a line of JSON holds the text, another what it says and what was done to it', () => {
    expect(JSON.parse(jsonLine(cable))).toMatchObject({ id: cable.id, body: cable.body })
    expect(JSON.parse(truthLine({ ...cable, damage: 'cut' }))).toEqual({
      id: cable.id,
      damage: 'cut',
      draft: cable.draft,
    })
  })
})
