import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { StoredArrival } from './arrival.ts'
import type { ContentPlaces } from './content-rows.ts'
import { hashBlob } from './text-hash.ts'

/** The numbers that stand for a batch's collection, an arrival's source and the ledger's entry. */
export interface RowNumbers {
  readonly collection: number
  readonly source: number
  readonly ledger: number
}

/** Writes the rows of a text and its witness, whose contents lie in blocks already. */
export type InsertStored = (
  arrival: StoredArrival,
  places: ContentPlaces,
  numbers: RowNumbers,
) => void

/** Prepares the statements once; call what comes back inside a transaction. */
export function storedWriter(db: DatabaseSync): InsertStored {
  const cables = db.prepare('SELECT number FROM cable WHERE id = ?')
  const insertCable = db.prepare('INSERT INTO cable (id) VALUES (?)')
  const insertText = textWriter(db)
  const versions = db.prepare('SELECT number FROM version WHERE cable = ? AND text = ?')
  const insertVersion = db.prepare(
    `INSERT INTO version (cable, text, ledger, body_start, block, start, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertWitness = witnessWriter(db)
  const alias = db.prepare(
    'INSERT INTO alias (alias, cable, ledger) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const withhold = db.prepare(
    `INSERT INTO decision (ledger, kind, subject, value, reason, note)
     VALUES (?, 'withhold', ?, 'withhold', ?, ?)`,
  )
  return (arrival, places, numbers) => {
    const { id } = arrival
    const { ledger } = numbers
    const cable = numberIn(cables, [id]) ?? rowOf(insertCable, [id])
    const text = insertText(arrival, places)
    const known = numberIn(versions, [cable, text])
    const version =
      known ??
      rowOf(insertVersion, [
        cable,
        text,
        ledger,
        arrival.bodyStart ?? null,
        ...placeValues(places.facts),
      ])
    insertWitness(arrival, places, numbers, { version, isFirst: known === undefined })
    for (const name of arrival.aliases) alias.run(name, cable, ledger)
    if (arrival.withhold) {
      const { reason, note } = arrival.withhold
      withhold.run(ledger, id, reason, note)
    }
  }
}

/** Gives the function that writes an original where it is new, and returns its number. */
export function originalWriter(
  db: DatabaseSync,
): (content: Pick<ContentPlaces, 'sha256' | 'original'>) => number {
  const originals = db.prepare('SELECT number FROM original WHERE sha256 = ?')
  const insert = db.prepare(
    'INSERT INTO original (sha256, block, start, bytes) VALUES (?, ?, ?, ?)',
  )
  return ({ sha256, original }) => {
    const hash = hashBlob(sha256)
    return numberIn(originals, [hash]) ?? rowOf(insert, [hash, ...placeValues(original)])
  }
}

function textWriter(db: DatabaseSync): (arrival: StoredArrival, places: ContentPlaces) => number {
  const texts = db.prepare('SELECT number FROM text WHERE sha256 = ?')
  const insert = db.prepare(
    'INSERT INTO text (sha256, form, charset, block, start, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const anchors = db.prepare(
    'INSERT INTO anchors (text, part, block, start, bytes) VALUES (?, 1, ?, ?, ?)',
  )
  return ({ sha256 }, places) => {
    const hash = hashBlob(sha256)
    const known = numberIn(texts, [hash])
    if (known !== undefined) return known
    const number = rowOf(insert, [hash, places.form, places.charset, ...placeValues(places.text)])
    if (places.anchors) anchors.run(number, ...placeValues(places.anchors))
    return number
  }
}

function witnessWriter(
  db: DatabaseSync,
): (
  arrival: StoredArrival,
  places: ContentPlaces,
  numbers: RowNumbers,
  of: { readonly version: number; readonly isFirst: boolean },
) => void {
  const insertOriginal = originalWriter(db)
  const insert = db.prepare(
    `INSERT INTO witness (version, collection, source, locator, own_id, original, format, encoding,
       replaced, facts, ledger)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  return (arrival, places, { collection, source, ledger }, { version, isFirst }) => {
    const { locator, ownId, format, encoding } = arrival
    insert.run(
      version,
      collection,
      source,
      locator,
      ownId,
      insertOriginal(places),
      format,
      encoding.name,
      encoding.replaced,
      isFirst ? null : JSON.stringify(arrival.facts),
      ledger,
    )
  }
}

function numberIn(statement: StatementSync, values: readonly SQLInputValue[]): number | undefined {
  const row = statement.get(...values)
  return row && Number(row.number)
}

function rowOf(statement: StatementSync, values: readonly SQLInputValue[]): number {
  return Number(statement.run(...values).lastInsertRowid)
}

/** Values of the columns block, start and bytes; none is a bug that the tables refuse. */
function placeValues(place: ContentPlaces['original']): readonly (number | null)[] {
  return place ? [place.block, place.start, place.bytes] : [null, null, null]
}
