import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { ReadPlace } from './block-reader.ts'
import { blob } from './column.ts'
import type { KnownCable, KnownVersion, Witness, WitnessKey } from './known-cable.ts'
import { storedVersion, versionColumns } from './stored-version.ts'
import { hashBlob, hashText } from './text-hash.ts'

/** What is known already: the questions an arriving text is placed by. */
export interface IdentityReader {
  /** Cables under one number, `ID` before `ID~2`. */
  twins(number: string): readonly KnownCable[]
  /** The cable whose text was read from the same source, byte for byte. */
  witnessed(key: WitnessKey): string | undefined
  /** Cables that hold the very same text; the first of them, where not all are wanted. */
  idsOfText(sha256: string, max?: number): readonly string[]
  /** Cables an id or an alias leads to; an id leads to itself first. */
  idsOf(idOrAlias: string): readonly string[]
  /** Where the texts of a cable came from, oldest first. */
  witnesses(id: string): readonly Witness[]
}

// Twins of `ID` are `ID~2`, `ID~3`, …: in the order of the ids they stand between `ID~` and `ID~:`.
const twinsOf = `
SELECT c.id, ${versionColumns}
FROM cable c LEFT JOIN version v ON v.cable = c.number LEFT JOIN text t ON t.number = v.text
WHERE c.id = ?1 OR (c.id >= ?1 || '~' AND c.id < ?1 || '~:') ORDER BY v.number`

const witnessOf = `
SELECT c.id FROM original o JOIN witness w ON w.original = o.number
  JOIN version v ON v.number = w.version JOIN text t ON t.number = v.text
  JOIN cable c ON c.number = v.cable
WHERE o.sha256 = ? AND w.collection = (SELECT number FROM collection WHERE name = ?)
  AND w.source = (SELECT number FROM source WHERE path = ?) AND w.own_id = ? AND t.sha256 = ?`

const witnessesOf = `
SELECT w.*, k.name AS collection, s.path AS source, o.sha256 AS original, t.sha256 AS text
FROM cable c JOIN version v ON v.cable = c.number JOIN witness w ON w.version = v.number
  JOIN collection k ON k.number = w.collection JOIN source s ON s.number = w.source
  JOIN original o ON o.number = w.original JOIN text t ON t.number = v.text
WHERE c.id = ? ORDER BY w.number`

/** Answers these questions from an open database. */
export function identityReader(db: DatabaseSync, read: ReadPlace): IdentityReader {
  // Asked for each item that arrives: prepared once, which costs more than the answer.
  const twins = db.prepare(twinsOf)
  const witness = db.prepare(witnessOf)
  const holders = db.prepare(
    `SELECT c.id FROM text t JOIN version v ON v.text = t.number JOIN cable c ON c.number = v.cable
     WHERE t.sha256 = ? LIMIT ?`,
  )
  const ids = db.prepare('SELECT id FROM cable WHERE id = ?')
  const named = db.prepare(
    `SELECT c.id FROM alias a JOIN cable c ON c.number = a.cable
     WHERE a.alias = ?1 AND c.id <> ?1 ORDER BY c.id`,
  )
  const witnesses = db.prepare(witnessesOf)
  return {
    twins: (number) => readTwins(twins, number, read),
    witnessed: ({ original, collection, source, ownId, text }) => {
      const row = witness.get(hashBlob(original), collection, source, ownId, hashBlob(text))
      return row && String(row.id)
    },
    idsOfText: (sha256, max = -1) =>
      holders
        .all(hashBlob(sha256), max)
        .map((row) => String(row.id))
        .sort(),
    idsOf: (idOrAlias) => [...idsIn(ids, idOrAlias), ...idsIn(named, idOrAlias)],
    witnesses: (id) => witnesses.all(id).map(witnessOfRow),
  }
}

function idsIn(statement: StatementSync, name: string): string[] {
  return statement.all(name).map((row) => String(row.id))
}

function readTwins(twins: StatementSync, number: string, read: ReadPlace): readonly KnownCable[] {
  const cables = new Map<string, KnownVersion[]>()
  for (const row of twins.all(number)) {
    const id = String(row.id)
    const versions = cables.get(id) ?? []
    if (row.sha256 !== null) versions.push(knownVersion(row, read))
    cables.set(id, versions)
  }
  return Array.from(cables, ([id, versions]) => ({ id, twin: twinOf(id), versions })).sort(
    (a, b) => a.twin - b.twin,
  )
}

/** `07LOME77` is the first of its number, `07LOME77~2` the second. */
function twinOf(id: string): number {
  return Number(id.split('~')[1] ?? 1)
}

function knownVersion(
  row: Readonly<Record<string, SQLOutputValue>>,
  read: ReadPlace,
): KnownVersion {
  const stored = storedVersion(row, read)
  const { sha256, bodyStart } = stored
  return {
    sha256,
    ...(bodyStart !== undefined && { bodyStart }),
    get facts() {
      return stored.facts
    },
    text: () => stored.text,
  }
}

function witnessOfRow(row: Readonly<Record<string, SQLOutputValue>>): Witness {
  return {
    collection: String(row.collection),
    source: String(row.source),
    locator: String(row.locator),
    ownId: String(row.own_id),
    original: hashText(blob(row.original)),
    text: hashText(blob(row.text)),
    format: String(row.format),
    encoding: String(row.encoding),
    replaced: Number(row.replaced),
    ledger: Number(row.ledger),
  }
}
