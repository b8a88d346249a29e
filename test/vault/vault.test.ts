import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inForce } from '../../src/vault/decision-rows.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { textHash } from '../../src/vault/text-hash.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
import { openVaultForWriting, type VaultWriter } from '../../src/vault/write-vault.ts'
import { quarantinedArrival, storedArrival } from './arrival-sample.ts'

const day = new Date('2026-03-04T10:11:12Z')
let dir: string
let open: VaultWriter[] = []

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-vault-'))
})
afterEach(() => {
  for (const vault of open) vault.close()
  open = []
  rmSync(dir, { recursive: true, force: true })
})

function writer(options = {}): VaultWriter {
  const vault = openVaultForWriting(dir, 'test', { now: () => day, ...options })
  vault.ensureCollection('test', { invented: false })
  open.push(vault)
  return vault
}

function closeAll(): void {
  for (const vault of open) vault.close()
  open = []
}

describe('a new vault', () => {
  it.skipIf(process.platform === 'win32')('is closed to everybody else', () => {
    const vault = writer()
    vault.commit([storedArrival('07LOME77', 'UNCLAS LOME 77')], 'test')
    const { folder, file, lock } = vaultFolder(dir)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const each of [file, lock, `${file}-wal`, `${file}-shm`]) {
      expect(statSync(each).mode & 0o777, each).toBe(0o600)
    }
  })

  it('publishes nothing and holds nothing', () => {
    const vault = writer()
    expect([...vault.holdings()]).toEqual([])
    expect(vault.decisions()).toEqual(inForce([]))
    expect(vault.collections()).toEqual([{ name: 'test', invented: false }])
    expect([...vault.ledger()]).toEqual([])
  })

  it('says where there is none', () => {
    expect(() => openVault(join(dir, 'none'))).toThrow(/There is no archive in .*ingest/)
  })

  it('never mixes invented and real collections, nor takes any name', () => {
    const vault = writer()
    expect(() => vault.ensureCollection('sample', { invented: true })).toThrow(/never share/)
    expect(() => vault.ensureCollection('test', { invented: true })).toThrow(/never share/)
    expect(() => vault.ensureCollection('../etc', { invented: false })).toThrow(/cannot name/)
  })
})

describe('what is stored', () => {
  it('comes back to the last byte and character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }),
        fc.uint8Array({ maxLength: 200 }),
        (texts, bytes) => {
          rmSync(dir, { recursive: true, force: true })
          const vault = openVaultForWriting(dir, 'test')
          try {
            vault.ensureCollection('test', { invented: false })
            const stored = [...new Set(texts)].map((text, index) =>
              storedArrival(`07LOME${index + 1}`, text, { bytes, bodyStart: 0 }),
            )
            vault.commit(stored, 'test')
            const texts2 = [...vault.holdings()].map(({ versions }) => versions[0]?.text)
            expect(texts2).toEqual(stored.map(({ text }) => text))
            const original = vault.witnesses('07LOME1')[0]?.original ?? ''
            expect(vault.original(original)).toEqual(new Uint8Array(bytes))
          } finally {
            vault.close()
          }
        },
      ),
      { numRuns: 15 },
    )
  })

  it('is a holding with its versions, oldest first, its aliases and its collections', () => {
    const vault = writer()
    vault.ensureCollection('other', { invented: false })
    vault.commit([storedArrival('07LOME77', 'one'), storedArrival('07ACCRA9', 'x')], 'test')
    vault.commit([storedArrival('07LOME77', 'two', { outcome: 'newVersion' })], 'test')
    const copy = { outcome: 'copy', collection: 'other', aliases: ['07LOMB77'] } as const
    vault.commit([storedArrival('07LOME77', 'one', copy)], 'other')
    const [accra, lome] = [...vault.holdings()]
    expect(accra?.id).toBe('07ACCRA9')
    expect(lome).toEqual(vault.holding('07LOME77'))
    expect(lome).toMatchObject({ id: '07LOME77', aliases: ['07LOMB77'] })
    const told = lome?.versions.map(({ text, collections, ledger, added }) => ({
      text,
      collections,
      ledger,
      added,
    }))
    const added = day.toISOString()
    expect(told).toEqual([
      { text: 'one', collections: ['other', 'test'], ledger: 1, added },
      { text: 'two', collections: ['test'], ledger: 2, added },
    ])
    expect(vault.idsOf('07LOMB77')).toEqual(['07LOME77'])
    expect(vault.counts()).toEqual({ cables: 2, versions: 3, witnesses: 4, quarantined: 0 })
  })

  it('reads the same in blocks of every kind: short, long, alone and a second time', () => {
    const vault = writer()
    const text = (n: number, length: number): string =>
      Array.from({ length: length / 8 }, (_, k) => textHash(`${n} ${k}`).slice(0, 8)).join('')
    const texts = [10, 90_000, 300_000, 16, 1_200_000, 400, 140_000, 8].map((length, n) =>
      text(n, length),
    )
    const arrivals = texts.map((each, n) => storedArrival(`07LOME${n + 1}`, each))
    const quoted = texts.map((each, n) =>
      storedArrival(`08LOME${n + 1}`, `${each}\n"x"`, { bytes: Buffer.from(`${each}\n""x""`) }),
    )
    vault.commit([...arrivals, ...quoted], 'test')
    closeAll()
    const reader = openVault(dir)
    for (const { id, text, bytes } of [...arrivals, ...quoted].reverse()) {
      expect(reader.holding(id)?.versions[0]?.text === text, id).toBe(true)
      const [witness] = reader.witnesses(id)
      expect(
        Buffer.compare(reader.original(witness?.original ?? '') ?? Buffer.of(), bytes),
        id,
      ).toBe(0)
    }
    const ids = [...arrivals, ...quoted].map(({ id }) => id)
    expect([...reader.cableIds('arrival')]).toEqual(ids)
    expect([...reader.cableIds()]).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)))
    reader.close()
  })

  it('stays as it was: no row is ever changed or deleted', () => {
    const vault = writer()
    const withhold = { reason: 'X', note: 'y' }
    vault.commit([storedArrival('07LOME77', 'one', { aliases: ['A'], withhold })], 'test')
    vault.commit([quarantinedArrival('x'), quarantinedArrival('y')], 'test')
    vault.commit([storedArrival('07LOME78', 'two', { source: '/dump/x' })], 'test')
    vault.markReleased(['07LOME77'], 'abc')
    closeAll()
    const db = new DatabaseSync(vaultFolder(dir).file)
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map((row) => String(row.name))
    expect(tables).toHaveLength(17)
    for (const table of tables) {
      expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n, table).not.toBe(0)
      expect(() => db.exec(`DELETE FROM ${table}`), table).toThrow(/append only/)
      const column = db.prepare(`PRAGMA table_info(${table})`).get()?.name
      expect(() => db.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(/append only/)
    }
    db.close()
  })

  it('keeps the address a paragraph was given first', () => {
    const vault = writer()
    const text = 'UNCLAS LOME 77'
    vault.commit([storedArrival('07LOME77', text)], 'test')
    const later: (readonly [string, string])[] = [
      ['p1', 't-ffffffffff'],
      ['p2', 't-aaaaaaaaaa'],
    ]
    vault.addAnchors([[textHash(text), later]])
    vault.addAnchors([[textHash(text), later]])
    expect(Object.fromEntries(vault.anchors(textHash(text)))).toEqual({
      p1: 't-0123456789',
      p2: 't-aaaaaaaaaa',
    })
  })
})

describe('the ledger', () => {
  it('has one entry per batch that brought something, and none for one that did not', () => {
    const vault = writer()
    const bad = quarantinedArrival('x')
    expect(vault.commit([storedArrival('07LOME77', 'one'), bad], 'test').ledger).toBe(1)
    const same = { outcome: 'unchanged', id: '07LOME77', collection: 'test' } as const
    const again = [{ ...same, source: '/dump/07LOME77.txt', locator: 'x' }, bad]
    const receipt = vault.commit(again, 'test')
    expect(receipt).toEqual({
      counts: { new: 0, newVersion: 0, unchanged: 1, copy: 0, quarantined: 1 },
    })
    expect([...vault.ledger()]).toEqual([
      {
        number: 1,
        time: day.toISOString(),
        kind: 'ingest',
        text: 'Took 2 items into the collection test: 1 new, 1 set aside.',
        data: {
          collection: 'test',
          run: 1,
          new: 1,
          newVersion: 0,
          unchanged: 0,
          copy: 0,
          quarantined: 1,
        },
      },
    ])
  })

  it('stores nothing of a batch that fails', () => {
    const vault = writer()
    const broken = storedArrival('07LOME78', 'two', { collection: 'nowhere' })
    expect(() => vault.commit([storedArrival('07LOME77', 'one'), broken], 'test')).toThrow()
    expect([...vault.ledger()]).toEqual([])
    expect([...vault.holdings()]).toEqual([])
    vault.commit([storedArrival('07LOME77', 'one')], 'test')
    expect(vault.counts().cables).toBe(1)
  })

  it('is in force by its last word', () => {
    const vault = writer()
    const say = (kind: 'policy' | 'withhold' | 'restore', subject: string, value: string): void => {
      vault.decide({ kind, subjects: [subject], value, reason: 'R', text: 'Said.' })
    }
    say('policy', '__proto__', 'all')
    say('policy', 'test', 'all')
    say('withhold', '07LOME77', 'withhold')
    say('withhold', '07LOME78', 'withhold')
    say('restore', '07LOME77', 'restore')
    say('policy', 'test', 'none')
    const { policies, withheld } = vault.decisions()
    expect(Object.entries(policies)).toEqual([
      ['__proto__', 'all'],
      ['test', 'none'],
    ])
    expect([...withheld]).toEqual(['07LOME78'])
    expect([...vault.ledger()].map(({ kind }) => kind)).toHaveLength(6)
  })
})

describe('quarantine', () => {
  it('ends an entry of a dump with that very row, not with any other of the file', () => {
    const vault = writer()
    const row = (n: number): { source: string; locator: string } => ({
      source: '/dump/all.csv',
      locator: `all.csv › row ${n}`,
    })
    vault.commit(
      [quarantinedArrival('all.csv', row(2)), storedArrival('07LOME1', 'a', row(1))],
      'test',
    )
    vault.commit([storedArrival('07LOME3', 'c', row(3))], 'test')
    expect([...vault.quarantine()].map(({ locator }) => locator)).toEqual(['all.csv › row 2'])
    const again = { ...row(2), locator: './all.csv › row 2' }
    vault.commit([storedArrival('07LOME2', 'b', again)], 'test')
    expect([...vault.quarantine()]).toEqual([])
  })

  it('keeps the bytes, lists an entry once, and ends it when its source could be read', () => {
    const vault = writer()
    vault.commit([quarantinedArrival('x'), quarantinedArrival('y', { code: 'BINARY' })], 'test')
    vault.commit([quarantinedArrival('x')], 'test')
    expect([...vault.quarantine()].map(({ number, code }) => [number, code])).toEqual([
      [1, 'NOT_A_CABLE'],
      [2, 'BINARY'],
    ])
    expect(Buffer.from(vault.quarantined(1)?.bytes ?? []).toString()).toBe('bytes of x')
    vault.commit([storedArrival('07LOME77', 'one', { source: '/dump/x' })], 'test')
    expect([...vault.quarantine()].map(({ number }) => number)).toEqual([2])
    vault.commit([quarantinedArrival('x')], 'test')
    expect([...vault.quarantine()].map(({ number }) => number)).toEqual([2, 3])
    expect(vault.quarantined(1)?.entry.code).toBe('NOT_A_CABLE')
    expect(vault.quarantined(9)).toBeUndefined()
  })
})

describe('a vault that cannot be used', () => {
  it('of a newer program is refused with a sentence, and left alone', () => {
    writer()
    closeAll()
    const db = new DatabaseSync(vaultFolder(dir).file)
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(() => openVault(dir)).toThrow(/written by a newer Chancery/)
    expect(() => openVaultForWriting(dir, 'test')).toThrow(/written by a newer Chancery/)
  })

  it('that is no vault is refused', () => {
    mkdirSync(vaultFolder(dir).folder)
    writeFileSync(vaultFolder(dir).file, 'These are the voyages of a text file. '.repeat(99))
    expect(() => openVault(dir)).toThrow(/is no vault of Chancery/)
    expect(() => openVaultForWriting(dir, 'test')).toThrow(/is no vault of Chancery/)
    rmSync(vaultFolder(dir).file)
    const db = new DatabaseSync(vaultFolder(dir).file)
    db.exec('CREATE TABLE diary (day TEXT); PRAGMA user_version = 1')
    db.close()
    expect(() => openVault(dir)).toThrow(/is no vault of Chancery/)
  })

  it('for want of space says so and keeps what was acknowledged', () => {
    const vault = writer({ pagesMax: 60 })
    const words = (n: number): string =>
      Array.from({ length: 20_000 }, (_, index) => textHash(`${n} ${index}`).slice(0, 8)).join(' ')
    let acknowledged = 0
    const fill = (): void => {
      for (; acknowledged < 100; acknowledged++) {
        const id = `07LOME${acknowledged + 1}`
        vault.commit([storedArrival(id, words(acknowledged))], 'test')
      }
    }
    expect(fill).toThrow(expect.objectContaining({ code: 'WRITE_FAILED', exit: 3 }))
    expect(acknowledged).toBeGreaterThan(0)
    expect(vault.counts().cables).toBe(acknowledged)
    expect([...vault.ledger()]).toHaveLength(acknowledged)
    closeAll()
    const reader = openVault(dir)
    expect([...reader.holdings()]).toHaveLength(acknowledged)
    expect([...reader.checkContents()].every(({ isSound }) => isSound)).toBe(true)
    reader.close()
    const db = new DatabaseSync(vaultFolder(dir).file)
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    db.close()
    // With room again, the same batch is taken.
    const again = writer()
    again.commit([storedArrival('07LOME999', words(999))], 'test')
    expect(again.counts().cables).toBe(acknowledged + 1)
  })
})
