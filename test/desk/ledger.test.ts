import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runsOf } from '../../src/desk/ledger.ts'
import { outcomes } from '../../src/vault/arrival.ts'
import type { LedgerEntry } from '../../src/vault/vault.ts'

function entry(number: number, kind: LedgerEntry['kind'], data: LedgerEntry['data']): LedgerEntry {
  return {
    number,
    time: `2026-03-04T05:06:0${number % 10}.000Z`,
    kind,
    text: `Entry ${number}.`,
    data,
  }
}

describe('the ledger for people', () => {
  it('has one line for a run, and one for each decision', () => {
    const counts = { new: 2000, newVersion: 0, unchanged: 0, copy: 0, quarantined: 0 }
    const runs = runsOf([
      entry(1, 'ingest', { run: 1, collection: 'lome', ...counts }),
      entry(2, 'ingest', { run: 1, collection: 'lome', ...counts, new: 17, quarantined: 1 }),
      entry(3, 'policy', {}),
      entry(4, 'ingest', { run: 4, collection: 'lome', ...counts, new: 1 }),
      entry(5, 'ingest', { collection: 'lome', ...counts }),
      entry(6, 'ingest', { collection: 'lome', ...counts }),
    ])
    expect(runs.map(({ first, last, text }) => [first, last, text])).toEqual([
      [1, 2, 'Took 2,018 items into the collection lome: 2017 new, 1 set aside, in 2 batches.'],
      [3, 3, 'Entry 3.'],
      [4, 4, 'Entry 4.'],
      [5, 5, 'Entry 5.'],
      [6, 6, 'Entry 6.'],
    ])
  })

  it('adds up: the outcomes of its runs are those of its entries', () => {
    const count = fc.nat(5000)
    const counts = fc.record({
      new: count,
      newVersion: count,
      unchanged: count,
      copy: count,
      quarantined: count,
    })
    const run = fc.option(fc.nat(2), { nil: undefined })
    const kind = fc.constantFrom<LedgerEntry['kind']>('ingest', 'ingest', 'ingest', 'withhold')
    const entries = fc
      .array(fc.tuple(kind, run, counts), { maxLength: 12 })
      .map((list) =>
        list.map(([kind, run, counts], n) =>
          entry(n + 1, kind, { ...counts, ...(run !== undefined && { run }) }),
        ),
      )
    fc.assert(
      fc.property(entries, (ledger) => {
        const runs = runsOf(ledger)
        for (const outcome of outcomes) {
          const taken = ledger.filter(({ kind }) => kind === 'ingest')
          const sum = taken.reduce((total, { data }) => total + Number(data[outcome]), 0)
          expect(runs.reduce((total, { counts }) => total + (counts?.[outcome] ?? 0), 0)).toBe(sum)
        }
        expect(
          runs
            .flatMap(({ first, last }) => (first === last ? [first] : [first, last]))
            .every((n, i, all) => i === 0 || n > (all[i - 1] ?? 0)),
        ).toBe(true)
      }),
    )
  })
})
