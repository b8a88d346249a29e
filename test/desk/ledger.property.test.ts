import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IngestEvent, ingest } from '../../src/desk/ingest.ts'
import type { ItemReport } from '../../src/desk/ingest-report.ts'
import { listQuarantine } from '../../src/desk/quarantine.ts'
import { countOutcomes, outcomes } from '../../src/vault/arrival.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
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
const dumpFile = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd/e', 'd/f'), content })
const steps = fc.array(fc.array(dumpFile, { maxLength: 4 }), { minLength: 1, maxLength: 4 })

describe('the ledger', () => {
  it('adds up: items in = new + new version + unchanged + copy + quarantined, for ever', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (dumps) => {
        const at = workplace()
        try {
          const stored: Record<string, number> = { new: 0, newVersion: 0, copy: 0 }
          for (const files of dumps) {
            for (const file of files) {
              const text =
                typeof file.content === 'string' ? file.content : telegram(...file.content)
              at.put(`${file.name}.txt`, text)
            }
            const rehearsed: ItemReport[] = []
            const done: ItemReport[] = []
            const dryRun = { dryRun: true, onEvent: collector(rehearsed) }
            await ingest(at.archive, [at.dump], dryRun)
            const report = await ingest(at.archive, [at.dump], { onEvent: collector(done) })
            expect(rehearsed).toEqual(done)
            expect(countOutcomes(done)).toEqual(report.counts)
            for (const name of ['new', 'newVersion', 'copy'] as const) {
              stored[name] = (stored[name] ?? 0) + report.counts[name]
            }
            const again = await ingest(at.archive, [at.dump])
            expect(again.ledger).toEqual([])
            expect(again.counts.unchanged + again.counts.quarantined).toBe(again.items)
            expect(again.counts.quarantined).toBe(report.counts.quarantined)
          }
          check(at.archive, stored)
        } finally {
          at.remove()
        }
      }),
      { numRuns: 25 },
    )
  })
})

function collector(items: ItemReport[]): (event: IngestEvent) => void {
  return ({ event, ...about }) => {
    if (event === 'item') items.push(about as ItemReport)
  }
}

/** What the ledger, the rows per file and the vault say of one another. */
function check(archive: string, stored: Readonly<Record<string, number>>): void {
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
