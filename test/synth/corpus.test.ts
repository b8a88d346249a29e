import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import { csvRow, htmlPage, plainText } from '../../src/synth/container.ts'
import { inventCables, type SyntheticCable } from '../../src/synth/corpus.ts'
import type { Draft } from '../../src/synth/draft.ts'

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

type ReadRecord = ReturnType<typeof readCable>['record']

/** What a reader found, in the shape of the draft. */
function said(record: ReadRecord, draft: Draft): object {
  const sees = draft.dialect !== 'D3'
  return {
    read: record.id,
    date: record.date,
    from: sees ? record.from : draft.from,
    to: sees ? record.to.map(({ name }) => name) : draft.to.map(({ name }) => name),
    info: sees ? record.info.map(({ name }) => name) : draft.info.map(({ name }) => name),
    level: record.classification?.level,
    captions: [...record.captions].sort((a, b) => (a < b ? -1 : 1)),
    on: record.executiveOrder?.declassifyOn,
    tags: record.tags.map(({ code }) => code),
    subject: record.subject,
    references: record.references.map(({ id }) => id),
    names: record.classifiedBy?.names,
    reasons: record.classifiedBy?.reasons,
    paragraphs: record.paragraphs.map(({ number, portion, heading, text }) => ({
      number,
      portion: portion?.level,
      heading,
      text: text.toUpperCase(),
    })),
    signature: record.signature,
  }
}

function meant(draft: Draft): object {
  const { number, authority } = draft
  return {
    read: `${String(number.year % 100).padStart(2, '0')}${number.post}${number.serial}`,
    date: draft.date,
    from: draft.from,
    to: draft.to.map(({ name }) => name),
    info: draft.info.map(({ name }) => name),
    level: draft.level,
    captions: [...draft.captions].sort((a, b) => (a < b ? -1 : 1)),
    on: draft.order.on,
    tags: draft.tags,
    subject: draft.subject,
    references: draft.references.map(({ id }) => id),
    names: authority === undefined ? undefined : [authority.name],
    reasons: authority?.reasons,
    paragraphs: draft.paragraphs.map((each) => {
      const summed = each.isSummary ? `SUMMARY: ${each.text} END SUMMARY.` : each.text
      const teletype = ['D0', 'D1', 'D2'].includes(draft.dialect)
      const heading = teletype ? each.heading?.toUpperCase() : each.heading
      return { number: each.number, portion: each.portion, heading, text: summed.toUpperCase() }
    }),
    signature: [draft.signature],
  }
}

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
