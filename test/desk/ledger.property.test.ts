import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archiveStats } from '../../src/archive/stats.ts'
import { build } from '../../src/desk/build.ts'
import { type IngestEvent, ingest } from '../../src/desk/ingest.ts'
import type { IngestReport, ItemReport } from '../../src/desk/ingest-report.ts'
import { listQuarantine } from '../../src/desk/quarantine.ts'
import { countOutcomes, type OutcomeTally, outcomes } from '../../src/vault/arrival.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
import { tarOf, zipOf } from '../sources/archives/making.ts'
import { telegram, workplace } from './dump.ts'

const paragraphs = [
  'The harbour master said that the new crane would stand on the second quay before the rains.',
  'The harbour master said that the new crane would stand on the first quay before the rains.',
  'Ministers quarrelled about the price of cocoa until the evening; nobody remembered the road.',
]

const content = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(...paragraphs)),
  },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant('Dear diary.') },
)
type Content = string | readonly [serial: number, paragraph: string]

/** A file that holds some texts, in one of the ways in which they come. */
interface DumpFile {
  readonly name: string
  readonly texts: readonly Content[]
}

const single = fc.record({
  name: fc.constantFrom('a.txt', 'b.txt', 'd/e.txt'),
  texts: fc.tuple(content),
})
const several = fc.record({
  name: fc.constantFrom('a.csv', 'd/b.csv', 'c.jsonl', 'e.csv.gz', 'f.zip', 'd/g.tar'),
  texts: fc.array(content, { minLength: 1, maxLength: 4 }),
})
const dumpFile: fc.Arbitrary<DumpFile> = fc.oneof(single, several)
// A folder without a file is an item itself, and set aside.
const steps = fc.array(fc.array(dumpFile, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
})

/** The bytes of such a file; every text in it is one item. */
function bytesOf({ name, texts }: DumpFile): string | Uint8Array {
  const words = texts.map((one) => (typeof one === 'string' ? one : telegram(...one)))
  const rows = words.map(rowOf).join('\n')
  const entries = words.map((bytes, n) => ({ name: `cable-${n}.txt`, bytes }))
  if (name.endsWith('.csv')) return `${rows}\n`
  if (name.endsWith('.csv.gz')) return gzipSync(`${rows}\n`)
  if (name.endsWith('.zip')) return zipOf([{ name: 'cables.csv', bytes: `${rows}\n` }])
  if (name.endsWith('.tar')) return tarOf(...entries)
  if (name.endsWith('.jsonl')) {
    return words.map((text, n) => `${JSON.stringify({ id: `07LOME${n + 1}`, text })}\n`).join('')
  }
  return words[0] ?? ''
}

/** The number of the row is not that of the text: the same number may come with several texts. */
function rowOf(text: string, index: number): string {
  const cells = [`${index + 1}`, '3/4/2007 10:10', `07LOME${index + 1}`, 'Embassy Lome']
  return [...cells, 'UNCLASSIFIED', '', '', text]
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',')
}

/** Items below a folder: files that earlier steps put there are read again. */
function itemsOf(files: ReadonlyMap<string, DumpFile>): number {
  return [...files.values()].reduce((sum, { texts }) => sum + texts.length, 0)
}

describe('the ledger', () => {
  it('adds up: items in = new + new version + unchanged + copy + quarantined, for ever', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (dumps) => {
        const at = workplace()
        try {
          const stored: Record<string, number> = { new: 0, newVersion: 0, copy: 0 }
          const there = new Map<string, DumpFile>()
          for (const files of dumps) {
            for (const file of files) {
              at.put(file.name, bytesOf(file))
              there.set(file.name, file)
            }
            const rehearsed: ItemReport[] = []
            const done: ItemReport[] = []
            const dryRun = { dryRun: true, onEvent: collector(rehearsed) }
            await ingest(at.archive, [at.dump], dryRun)
            const report = await ingest(at.archive, [at.dump], { onEvent: collector(done) })
            expect(rehearsed).toEqual(done)
            expect(countOutcomes(done)).toEqual(report.counts)
            expect(report.items).toBe(itemsOf(there))
            expect(itemsByFile(report.sources)).toEqual(
              Object.fromEntries(
                Array.from(there, ([name, { texts }]) => [join(at.dump, name), texts.length]),
              ),
            )
            expectLedgerLike(at.archive, report)
            for (const name of ['new', 'newVersion', 'copy'] as const) {
              stored[name] = (stored[name] ?? 0) + report.counts[name]
            }
            const again = await ingest(at.archive, [at.dump])
            expect(again.ledger).toEqual([])
            expect(again.counts.unchanged + again.counts.quarantined).toBe(again.items)
            expect(again.counts.quarantined).toBe(report.counts.quarantined)
          }
          await check(at.archive, stored)
        } finally {
          at.remove()
        }
      }),
      { numRuns: 6 },
    )
  })
})

function collector(items: ItemReport[]): (event: IngestEvent) => void {
  return ({ event, ...about }) => {
    if (event === 'item') items.push(about as ItemReport)
  }
}

function itemsByFile(sources: IngestReport['sources']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    sources.map(({ path, counts }) => [path, Object.values(counts).reduce((a, b) => a + b, 0)]),
  )
}

/** The entries of a run say of each file what the report said; what was known has no entry. */
function expectLedgerLike(archive: string, report: IngestReport): void {
  if (report.ledger.length === 0) return
  const vault = openVault(archive)
  const sums = new Map<string, OutcomeTally>()
  for (const number of report.ledger) {
    for (const { source, counts } of vault.intake(number)) {
      const sum = sums.get(source) ?? countOutcomes([])
      for (const name of outcomes) sum[name] += counts[name]
      sums.set(source, sum)
    }
  }
  vault.close()
  for (const { path, counts } of report.sources) {
    const { unchanged: _known, ...changes } = counts
    expect([path, sums.get(path) ?? countOutcomes([])]).toMatchObject([path, changes])
  }
}

/** What the ledger, the rows per file and the vault say of one another. */
async function check(archive: string, stored: Readonly<Record<string, number>>): Promise<void> {
  const vault = openVault(archive)
  const { cables, versions, witnesses, quarantined } = vault.counts()
  const ledger = [...vault.ledger()]
  vault.close()
  expect({ cables, versions, witnesses }).toEqual({
    cables: stored.new,
    versions: (stored.new ?? 0) + (stored.newVersion ?? 0),
    witnesses: (stored.new ?? 0) + (stored.newVersion ?? 0) + (stored.copy ?? 0),
  })
  expect(listQuarantine(archive)).toHaveLength(quarantined)
  if (ledger.length > 0) {
    await build(archive)
    expect(await archiveStats(archive)).toMatchObject({ cables, versions, quarantined })
  }
  const db = new DatabaseSync(vaultFolder(archive).file, { readOnly: true })
  const columns = ['new', 'new_version', 'unchanged', 'copy', 'quarantined']
  const sums = columns.map((column) => `sum(${column}) AS ${column}`).join(', ')
  const intake = db.prepare(`SELECT ${sums} FROM intake`).get() ?? {}
  db.close()
  for (const [index, outcome] of outcomes.entries()) {
    const said = ledger.reduce((sum, { data }) => sum + Number(data[outcome] ?? 0), 0)
    expect(Number(intake[columns[index] ?? ''] ?? 0), outcome).toBe(said)
  }
}
