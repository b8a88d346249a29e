import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { blob } from './column.ts'
import { decodeText } from './compression.ts'
import type { KnownCable, KnownVersion, Witness, WitnessKey } from './known-cable.ts'

/** What is known already: the questions an arriving text is placed by. */
export interface IdentityReader {
  /** Cables under one number, `ID` before `ID~2`. */
  twins(number: string): readonly KnownCable[]
  /** The cable whose text was read from the same source, byte for byte. */
  witnessed(key: WitnessKey): string | undefined
  /** Cables that hold the very same text. */
  idsOfText(sha256: string): readonly string[]
  /** Cables an id or an alias leads to; an id leads to itself first. */
  idsOf(idOrAlias: string): readonly string[]
  /** Where the texts of a cable came from, oldest first. */
  witnesses(id: string): readonly Witness[]
  /** Paragraph addresses once given for a text: `p4` → the paragraph's `t-` address. */
  anchors(sha256: string): ReadonlyMap<string, string>
}

/** Answers these questions from an open database. */
export function identityReader(db: DatabaseSync): IdentityReader {
  // Asked for each item that arrives: prepared once, which costs more than the answer.
  const twins = db.prepare(
    `SELECT c.id, c.twin, v.text, v.body_start, v.facts
     FROM cable c LEFT JOIN version v ON v.cable = c.id
     WHERE c.number = ? ORDER BY c.twin, v.number`,
  )
  const witness = db.prepare(
    `SELECT v.cable FROM witness w JOIN version v ON v.number = w.version
     WHERE w.original = ? AND w.collection = ? AND w.source = ? AND w.own_id = ? AND v.text = ?`,
  )
  const holders = db.prepare('SELECT cable AS value FROM version WHERE text = ? ORDER BY cable')
  const ids = db.prepare('SELECT id AS value FROM cable WHERE id = ?')
  const named = db.prepare(
    'SELECT cable AS value FROM alias WHERE alias = ?1 AND cable <> ?1 ORDER BY cable',
  )
  return {
    twins: (number) => readTwins(db, twins, number),
    witnessed: (key) => readWitnessed(witness, key),
    idsOfText: (sha256) => strings(holders, sha256),
    idsOf: (idOrAlias) => [...strings(ids, idOrAlias), ...strings(named, idOrAlias)],
    witnesses: (id) => readWitnesses(db, id),
    anchors: (sha256) =>
      new Map(
        db
          .prepare('SELECT anchor, paragraph FROM anchors WHERE text = ?')
          .all(sha256)
          .map((row) => [String(row.anchor), String(row.paragraph)]),
      ),
  }
}

function strings(statement: StatementSync, value: string): string[] {
  return statement.all(value).map((row) => String(row.value))
}

function readTwins(db: DatabaseSync, twins: StatementSync, number: string): readonly KnownCable[] {
  const cables = new Map<string, { twin: number; versions: KnownVersion[] }>()
  for (const row of twins.all(number)) {
    const id = String(row.id)
    const cable = cables.get(id) ?? { twin: Number(row.twin), versions: [] }
    if (row.text !== null) cable.versions.push(knownVersion(db, row))
    cables.set(id, cable)
  }
  return Array.from(cables, ([id, cable]) => ({ id, ...cable }))
}

function knownVersion(db: DatabaseSync, row: Record<string, SQLOutputValue>): KnownVersion {
  return {
    sha256: String(row.text),
    facts: JSON.parse(String(row.facts)),
    ...(row.body_start !== null && { bodyStart: Number(row.body_start) }),
    text: () => readText(db, String(row.text)),
  }
}

function readText(db: DatabaseSync, sha256: string): string {
  const row = db.prepare('SELECT charset, coding, content FROM text WHERE sha256 = ?').get(sha256)
  return row ? decodeText(String(row.charset), String(row.coding), blob(row.content)) : ''
}

function readWitnessed(witness: StatementSync, key: WitnessKey): string | undefined {
  const row = witness.get(key.original, key.collection, key.source, key.ownId, key.text)
  return row && String(row.cable)
}

function readWitnesses(db: DatabaseSync, id: string): readonly Witness[] {
  const rows = db
    .prepare(
      `SELECT w.*, v.text FROM witness w JOIN version v ON v.number = w.version
       WHERE v.cable = ? ORDER BY w.number`,
    )
    .all(id)
  return rows.map((row) => ({
    collection: String(row.collection),
    source: String(row.source),
    locator: String(row.locator),
    ownId: String(row.own_id),
    original: String(row.original),
    text: String(row.text),
    format: String(row.format),
    encoding: String(row.encoding),
    replaced: Number(row.replaced),
    ledger: Number(row.ledger),
  }))
}
