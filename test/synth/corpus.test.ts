import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import { csvRow, htmlPage, plainText } from '../../src/synth/container.ts'
import { inventCables, type SyntheticCable } from '../../src/synth/corpus.ts'
import { meant, said } from './saying.ts'

const invented = (options: Parameters<typeof inventCables>[0]): readonly SyntheticCable[] => [
  ...inventCables(options),
]

describe('invented cables', () => {
  it('are the same for the same seed and others for another', () => {
    const first = invented({ cables: 60, seed: 3 }).map(plainText)
    expect(invented({ cables: 60, seed: 3 }).map(plainText)).toEqual(first)
    expect(invented({ cables: 60, seed: 4 }).map(plainText)).not.toEqual(first)
  })

  it('begin alike, however many follow', () => {
    const few = invented({ cables: 10, seed: 3 }).map(plainText)
    expect(invented({ cables: 40, seed: 3 }).slice(0, 10).map(plainText)).toEqual(few)
  })

  it('have a number each', () => {
    const ids = invented({ cables: 2000, seed: 5 }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2000)
  })

  it('come in all dialects and are damaged as often as asked', () => {
    const cables = invented({ cables: 600, seed: 6, damaged: 0.5 })
    expect(new Set(cables.map(({ draft }) => draft.dialect)).size).toBe(7)
    const damaged = cables.filter(({ damage }) => damage !== undefined).length
    expect(damaged).toBeGreaterThan(220)
    expect(damaged).toBeLessThan(380)
  })

  it('cite older ones that exist', () => {
    const cables = invented({ cables: 400, seed: 7 })
    const ids = new Set(cables.map(({ id }) => id))
    const cited = cables.flatMap(({ references }) => references)
    expect(cited.length).toBeGreaterThan(100)
    expect(cited.filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('what was drafted is read again', () => {
  const cables = invented({ cables: 400, seed: 11, damaged: 0 })
  const byDialect = Map.groupBy(cables, ({ draft }) => draft.dialect)
  it.each([...byDialect.keys()].sort((a, b) => (a < b ? -1 : 1)))('%s', (dialect) => {
    for (const cable of byDialect.get(dialect) ?? []) {
      const { id, created, classification, header, body, draft } = cable
      const facts = { id, created, classification }
      const { record } = readCable(header + body, facts, header.length)
      expect({ id, ...said(record, draft) }).toEqual({ id, ...meant(draft) })
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
})
