import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVault } from '../../src/vault/open-vault.ts'
import { schemaSteps } from '../../src/vault/schema.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
import type { VaultReader } from '../../src/vault/vault-reader.ts'
import { openVaultForWriting } from '../../src/vault/write-vault.ts'
import { quarantinedArrival, storedArrival } from './arrival-sample.ts'
import { fillVault, formatDay, formatTexts, latinBytes } from './format-contents.ts'

/** Vaults as programs of each format wrote them: `format-1.sqlite.gz`, … */
const formats = join(import.meta.dirname, 'formats')
const now = (): Date => formatDay

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-format-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function archiveOf(name: string): string {
  const archive = join(dir, name)
  mkdirSync(vaultFolder(archive).folder, { recursive: true })
  writeFileSync(vaultFolder(archive).file, gunzipSync(readFileSync(join(formats, name))))
  return archive
}

/** Everything a vault says, as a value. */
function told(vault: VaultReader): unknown {
  return {
    holdings: [...vault.holdings()].map((held) => ({
      ...held,
      versions: held.versions.map((version) => ({ ...version })),
      anchors: held.versions.map(({ sha256 }) => Object.fromEntries(vault.anchors(sha256))),
      witnesses: vault.witnesses(held.id).map((witness) => ({
        ...witness,
        bytes: Buffer.from(vault.original(witness.original) ?? []).toString('base64'),
      })),
      twins: vault.twins(held.id.split('~')[0] ?? '').map(({ id, twin }) => [id, twin]),
    })),
    arrival: [...vault.cableIds('arrival')],
    aliases: vault.idsOf('07LOMB77'),
    decisions: vault.decisions(),
    collections: vault.collections(),
    released: [...vault.onceReleased()],
    // The number of a run came with format 2.
    ledger: [...vault.ledger()].map(({ data: { run: _run, ...data }, ...entry }) => ({
      ...entry,
      data,
    })),
    quarantine: [...vault.quarantine()],
    quarantined: [1, 2, 3].map((number) => {
      const item = vault.quarantined(number)
      return { ...item, bytes: item?.bytes && Buffer.from(item.bytes).toString() }
    }),
    faults: [...vault.checkContents()].filter(({ isSound }) => !isSound).map(({ name }) => name),
    counts: vault.counts(),
  }
}

function intake(archive: string): unknown {
  const db = new DatabaseSync(vaultFolder(archive).file, { readOnly: true })
  try {
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    return db
      .prepare(
        `SELECT i.ledger, s.path, i.new, i.new_version, i.unchanged, i.copy, i.quarantined
         FROM intake i JOIN source s ON s.number = i.source ORDER BY i.ledger, s.path`,
      )
      .all()
  } finally {
    db.close()
  }
}

describe('a vault of every format', () => {
  it('is committed here, that of this program too', () => {
    const names = schemaSteps.map((_, index) => `format-${index + 1}.sqlite.gz`)
    expect(readdirSync(formats).toSorted()).toEqual(names.toSorted())
  })

  it.each(readdirSync(formats))('%s says what a vault filled today says', (name) => {
    const fresh = join(dir, 'fresh')
    const writer = openVaultForWriting(fresh, 'test', { now })
    fillVault(writer)
    const expected = told(writer)
    writer.close()
    const archive = archiveOf(name)
    openVaultForWriting(archive, 'test', { now }).close()
    const reader = openVault(archive)
    try {
      expect(told(reader)).toEqual(expected)
      for (const [id, texts] of Object.entries(formatTexts)) {
        expect(reader.holding(id)?.versions.map(({ text }) => text)).toEqual(texts)
      }
      const accra = reader.witnesses('07ACCRA9')[0]?.original ?? ''
      expect(Buffer.from(reader.original(accra) ?? [])).toEqual(latinBytes)
    } finally {
      reader.close()
    }
    expect(intake(archive)).toEqual(intake(fresh))
    expect(existsSync(`${vaultFolder(archive).file}.${name.replace('.sqlite.gz', '')}`)).toBe(
      !name.includes(`format-${schemaSteps.length}.`),
    )
  })

  it.each(readdirSync(formats))('%s takes in what comes, and knows what came', (name) => {
    const archive = archiveOf(name)
    const vault = openVaultForWriting(archive, 'test', { now })
    const [first = ''] = formatTexts['07LOME77'] ?? []
    const known = storedArrival('07LOME77', first)
    const key = { collection: 'test', source: known.source, ownId: known.ownId, text: known.sha256 }
    const original = vault.witnesses('07LOME77')[0]?.original ?? ''
    expect(vault.witnessed({ ...key, original })).toBe('07LOME77')
    expect(vault.witnessed({ ...key, original, source: '/dump/other' })).toBeUndefined()
    const bad = quarantinedArrival('x')
    const receipt = vault.commit([bad], 'test')
    expect(receipt.ledger).toBeUndefined()
    vault.commit([storedArrival('07LOME80', 'new'), { ...known, source: '/dump/x' }], 'test')
    expect([...vault.quarantine()].map(({ code }) => code)).toEqual(['UNREADABLE'])
    expect(vault.holding('07LOME80')?.versions[0]?.text).toBe('new')
    expect(vault.witnesses('07LOME77').at(-1)).toMatchObject({ source: '/dump/x' })
    expect(vault.counts()).toEqual({ cables: 6, versions: 7, witnesses: 9, quarantined: 1 })
    vault.close()
  })
})
