import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { archiveStats } from '../../src/archive/stats.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import { build, type PressProgress } from '../../src/desk/build.ts'
import { type Publication, publish } from '../../src/desk/publish.ts'
import { buildEdition } from '../../src/press/build-edition.ts'
import { projection } from '../../src/press/projection.ts'
import type { StoredArrival } from '../../src/vault/arrival.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { textHash } from '../../src/vault/text-hash.ts'
import type { LedgerEntry } from '../../src/vault/vault.ts'
import { openVaultForWriting, type VaultWriter } from '../../src/vault/write-vault.ts'
import { archiveFolder, standsBelow } from '../press/archive-folder.ts'
import { cableText } from '../press/memory-vault.ts'

function arrival(id: string, text: string, collection = 'wires'): StoredArrival {
  return {
    outcome: 'new',
    id,
    number: id,
    twin: 1,
    aliases: [],
    text,
    sha256: textHash(text),
    facts: { id, collection, created: '2005-05-19 09:59', classification: 'CONFIDENTIAL' },
    anchors: [],
    collection,
    source: 'invented',
    locator: `${id}.txt`,
    ownId: id,
    bytes: new TextEncoder().encode(text),
    format: 'text',
    encoding: { name: 'utf-8', replaced: 0 },
  }
}

/** Writes to the vault of an archive. */
function writing<T>(folder: string, work: (writer: VaultWriter) => T): T {
  const writer = openVaultForWriting(folder, 'test')
  try {
    return work(writer)
  } finally {
    writer.close()
  }
}

/** An archive of three cables, whose words are their canaries. */
function archive(): string {
  const folder = archiveFolder()
  writing(folder, (writer) => {
    writer.ensureCollection('wires', { invented: false })
    const arrivals = ['Quetzal', 'Bullfinch', 'Nightjar'].map((word, n) =>
      arrival(`05OSLO${n + 1}`, cableText(`05OSLO${n + 1}`, `The ${word}canary sang.`)),
    )
    writer.commit(arrivals, 'wires')
  })
  return folder
}

function decide(folder: string, kind: 'policy' | 'withhold' | 'restore', subject: string): void {
  const value = kind === 'policy' ? 'all' : kind
  writing(folder, (writer) =>
    writer.decide({ kind, subjects: [subject], value, reason: 'a test', text: 'Decided.' }),
  )
}

function ledger(folder: string, kind: LedgerEntry['kind']): LedgerEntry[] {
  const vault = openVault(folder)
  try {
    return [...vault.ledger()].filter((entry) => entry.kind === kind)
  } finally {
    vault.close()
  }
}

describe('publish', () => {
  it('makes an empty edition of a fresh archive', async () => {
    const folder = archive()
    const { summary, edition } = await publish(folder)
    expect(summary).toEqual({
      cables: 0,
      newly: [],
      withdrawn: [],
      heldBack: [],
      choiceClosed: [],
      withheld: [],
      collections: [{ name: 'wires', policy: 'none', cables: 0 }],
    })
    expect(edition?.manifest).toMatchObject({ audience: 'public', cables: 0, release: 1 })
    for (const word of ['canary', 'wires', '05OSLO']) {
      expect(standsBelow(join(folder, 'public'), word)).toBe(false)
    }
  })

  it('follows the policies and decisions, and keeps no byte of what is withheld', async () => {
    const folder = archive()
    decide(folder, 'policy', 'wires')
    const first = await publish(folder)
    expect(first.summary).toMatchObject({ cables: 3, newly: ['05OSLO1', '05OSLO2', '05OSLO3'] })
    expect(first.summary.collections).toEqual([{ name: 'wires', policy: 'all', cables: 3 }])
    expect(standsBelow(join(folder, 'public'), 'Bullfinchcanary')).toBe(true)

    decide(folder, 'withhold', '05OSLO2')
    const second = await publish(folder)
    expect(second.summary).toMatchObject({ cables: 2, newly: [], withdrawn: ['05OSLO2'] })
    expect(second.summary.withheld).toEqual(['05OSLO2'])
    expect(second.edition?.manifest).toMatchObject({ release: 2, withdrawn: ['05OSLO2'] })
    expect(standsBelow(join(folder, 'public'), 'Bullfinchcanary')).toBe(false)
    expect(standsBelow(join(folder, 'public'), 'Nightjarcanary')).toBe(true)
    const door = await openArchive(folder, 'public')
    const open = await door.current()
    expect(open.resolve('05OSLO2')).toMatchObject({ withdrawn: true })
    await open.close()
    await door.close()

    decide(folder, 'restore', '05OSLO2')
    const third = await publish(folder)
    expect(third.summary.newly).toEqual(['05OSLO2'])
    expect(third.edition?.manifest).toMatchObject({ release: 3, withdrawn: [] })
    expect((await verifyArchive(folder, 'public')).faults).toEqual([])
    expect(ledger(folder, 'publish').map((entry) => entry.data.release)).toEqual([1, 2, 3])
  })

  it('asks first, and does nothing where the answer is no', async () => {
    const folder = archive()
    decide(folder, 'policy', 'wires')
    const asked: Publication = await publish(folder, { confirm: (plan) => plan.cables > 100 })
    expect(asked.edition).toBeUndefined()
    expect(ledger(folder, 'publish')).toEqual([])
    await expect(openArchive(folder, 'public')).rejects.toMatchObject({ code: 'EDITION_NONE' })
  })

  it('counts a release once, however often it is published or built anew', async () => {
    const folder = archive()
    decide(folder, 'policy', 'wires')
    const first = await publish(folder)
    const again = await publish(folder)
    expect(again.edition).toEqual({ ...first.edition, unchanged: true })
    rmSync(join(folder, 'public'), { recursive: true })
    const anew = await publish(folder)
    expect(anew.edition).toEqual(first.edition)
    expect(ledger(folder, 'publish').length).toBe(1)
  })

  it('remembers what was public, though it was killed before it could write that down', async () => {
    const folder = archive()
    decide(folder, 'policy', 'wires')
    // The switch is done, the ledger knows nothing of it.
    const writer = openVaultForWriting(folder, 'test')
    const cut = await buildEdition(folder, writer, 'public')
    writer.close()
    const settled = await publish(folder)
    expect(settled.edition).toEqual({ ...cut, unchanged: true })
    expect(ledger(folder, 'publish').length).toBe(1)

    const other = archive()
    decide(other, 'policy', 'wires')
    const second = openVaultForWriting(other, 'test')
    await buildEdition(other, second, 'public')
    second.close()
    decide(other, 'withhold', '05OSLO1')
    const after = await publish(other)
    expect(after.edition?.manifest).toMatchObject({ withdrawn: ['05OSLO1'], release: 2 })
    // Each has its own number and its own entry, the one that was cut off first.
    expect(ledger(other, 'publish').map((entry) => entry.data.release)).toEqual([1, 2])
  })

  it('is no reason for a new date, nor for a new desk edition', async () => {
    const folder = archive()
    decide(folder, 'policy', 'wires')
    const desk = await build(folder)
    const { edition } = await publish(folder)
    expect(edition?.manifest.date).toBe(ledger(folder, 'policy')[0]?.time)
    expect(await build(folder)).toEqual({ ...desk, unchanged: true })
  })
})

describe('build', () => {
  it('holds everything for the desk, parses once, and is counted', async () => {
    const folder = archive()
    const told: PressProgress[] = []
    const built = await build(folder, { onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([
      { step: 'look', cables: 3, total: 3 },
      { step: 'write', cables: 3, total: 3 },
    ])
    expect(built.manifest).toMatchObject({
      audience: 'desk',
      cables: 3,
      versions: 3,
      quarantined: 0,
    })
    expect(await build(folder)).toEqual({ ...built, unchanged: true })
    expect(await archiveStats(folder)).toMatchObject({ cables: 3, versions: 3 })
  })

  it('keeps what it parsed, more than the vault writes at once', async () => {
    const folder = archive()
    writing(folder, (writer) => {
      const ids = Array.from({ length: 450 }, (_, n) => `06OSLO${n + 1}`)
      const arrivals = ids.map((id) => arrival(id, cableText(id, `Number ${id}.`)))
      writer.commit(arrivals, 'wires')
    })
    const built = await build(folder)
    expect(built.manifest.cables).toBe(453)
    const vault = openVault(folder)
    const parsed: string[] = []
    const again = await projection(folder, vault, 'desk', { remember: (key) => parsed.push(key) })
    expect(again.order.length).toBe(453)
    expect(parsed).toEqual([])
    vault.close()
  })

  it('says what to do where there is no archive, and makes none', async () => {
    const folder = join(archiveFolder(), 'nowhere')
    await expect(build(folder)).rejects.toMatchObject({ code: 'VAULT_MISSING' })
    await expect(publish(folder)).rejects.toThrow('chancery ingest')
  })
})
