import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Arrival, QuarantinedArrival } from './arrival.ts'
import type { ReadPlace } from './block-reader.ts'
import type { ContentPlaces } from './content-rows.ts'
import { placeOf } from './place.ts'
import { originalWriter, type RowNumbers } from './stored-rows.ts'
import { bytesHash, hashBlob } from './text-hash.ts'
import type { QuarantineEntry } from './vault.ts'

/** An entry that was set aside, with where it stood and the bytes kept of it. */
export interface QuarantinedItem {
  readonly entry: QuarantineEntry
  /** Absolute path, or `-`. */
  readonly source: string
  readonly bytes?: Uint8Array
}

/** Reads what is set aside. */
export interface QuarantineReader {
  /** What is set aside now; an entry whose source could be read later is no longer listed. */
  quarantine(): Iterable<QuarantineEntry>
  /** One entry that was set aside, open or not, with the bytes kept of it. */
  quarantined(number: number): QuarantinedItem | undefined
}

/** A file, or an archive in one, that was read to its end and did not fail itself. */
export interface ReadThrough {
  /** Absolute path of the file. */
  readonly source: string
  readonly collection: string
  /** The file's own locator, or that of an archive in it: `dump.zip › inner.zip`. */
  readonly locator: string
}

/** Writes what is set aside; call inside a transaction. */
export interface QuarantineWriter {
  /** The very same stands open already. */
  isKnown(arrival: QuarantinedArrival): boolean
  /**
   * Open entries whose place could be read now, or was read through; standard input has no identity.
   */
  ended(arrivals: readonly Arrival[], through?: readonly ReadThrough[]): readonly number[]
  insert(
    arrival: QuarantinedArrival,
    kept: Pick<ContentPlaces, 'sha256' | 'original'> | undefined,
    numbers: RowNumbers,
  ): void
  end(numbers: Iterable<number>, ledger: number): void
}

const isOpen = 'NOT EXISTS (SELECT 1 FROM quarantine_end e WHERE e.number = q.number)'

const entries = `
SELECT q.*, k.name AS collection, s.path AS source, o.block, o.start, coalesce(o.bytes, 0) AS bytes
FROM quarantine q JOIN collection k ON k.number = q.collection JOIN source s ON s.number = q.source
  LEFT JOIN original o ON o.number = q.original`

/** Reads what is set aside from an open database. */
export function quarantineReader(db: DatabaseSync, read: ReadPlace): QuarantineReader {
  const one = db.prepare(`${entries} WHERE q.number = ?`)
  return {
    *quarantine() {
      const open = db.prepare(`${entries} WHERE ${isOpen} ORDER BY q.number`)
      for (const row of open.iterate()) yield entryOf(row)
    },
    quarantined: (number) => {
      const row = one.get(number)
      if (!row) return undefined
      const entry = entryOf(row)
      const source = String(row.source)
      if (row.original === null) return { entry, source }
      return { entry, source, bytes: Uint8Array.from(read(placeOf(row))) }
    },
  }
}

/** Prepares the statements of the writing side once. */
export function quarantineWriter(db: DatabaseSync): QuarantineWriter {
  const known = db.prepare(
    `SELECT 1 FROM quarantine q WHERE source = (SELECT number FROM source WHERE path = ?)
     AND original IS ? AND code = ?
     AND collection = (SELECT number FROM collection WHERE name = ?) AND ${isOpen}`,
  )
  const originals = db.prepare('SELECT number FROM original WHERE sha256 = ?')
  const insertOriginal = originalWriter(db)
  const insert = db.prepare(
    `INSERT INTO quarantine (ledger, collection, source, locator, code, reason, original)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const end = db.prepare(
    'INSERT INTO quarantine_end (number, ledger) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const ended = endedEntries(db)
  const isKnown: QuarantineWriter['isKnown'] = ({ source, code, collection, bytes }) => {
    const original = bytes ? originals.get(hashBlob(bytesHash(bytes)))?.number : null
    return original !== undefined && known.get(source, original, code, collection) !== undefined
  }
  return {
    isKnown,
    ended,
    insert: (arrival, kept, { collection, source, ledger }) => {
      // The same batch may bring it twice.
      if (isKnown(arrival)) return
      const { locator, code, reason } = arrival
      const original = kept ? insertOriginal(kept) : null
      insert.run(ledger, collection, source, locator, code, reason, original)
    },
    end: (numbers, ledger) => {
      for (const number of numbers) end.run(number, ledger)
    },
  }
}

function endedEntries(db: DatabaseSync): QuarantineWriter['ended'] {
  const openOf = db.prepare(
    `SELECT q.number, q.locator, k.name AS collection FROM quarantine q
     JOIN collection k ON k.number = q.collection
     WHERE q.source = (SELECT number FROM source WHERE path = ?) AND ${isOpen}`,
  )
  const openFolders = db.prepare(
    `SELECT q.number, s.path AS source FROM quarantine q JOIN source s ON s.number = q.source
     WHERE q.code = 'NOTHING_USABLE' AND ${isOpen}`,
  )
  return (arrivals, through = []) => {
    const read = [...arrivals.filter((each) => each.outcome !== 'quarantined'), ...through].filter(
      ({ source }) => source !== '-',
    )
    const bySource: ReadonlyMap<string, readonly ReadThrough[]> = Map.groupBy(
      read,
      ({ source }) => source,
    )
    const items = Array.from(bySource, ([source, items]) => {
      const open = openOf.all(source)
      if (open.length === 0) return []
      const places = new Set(items.map(placeInFile))
      return open.filter((row) => places.has(placeInFile(textsOf(row))))
    }).flat()
    // An empty folder is an entry, too: it ends with the first file read below it.
    const folders = openFolders
      .all()
      .filter((row) => [...bySource.keys()].some((source) => isBelow(source, String(row.source))))
    return [...items, ...folders].map((row) => Number(row.number))
  }
}

function textsOf(row: Readonly<Record<string, SQLOutputValue>>) {
  return { locator: String(row.locator), collection: String(row.collection) }
}

/** `dump.csv › row 17` is one place of its file, however the file's path was given. */
function placeInFile(at: { readonly locator: string; readonly collection: string }): string {
  const inner = at.locator.indexOf(' › ')
  return JSON.stringify([at.collection, inner < 0 ? '' : at.locator.slice(inner)])
}

function isBelow(source: string, folder: string): boolean {
  return source.startsWith(folder) && /^[/\\]/.test(source.slice(folder.length))
}

function entryOf(row: Readonly<Record<string, SQLOutputValue>>): QuarantineEntry {
  return {
    number: Number(row.number),
    ledger: Number(row.ledger),
    locator: String(row.locator),
    code: String(row.code),
    reason: String(row.reason),
    bytes: Number(row.bytes),
    collection: String(row.collection),
  }
}
