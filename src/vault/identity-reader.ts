import type { DatabaseSync } from 'node:sqlite'
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
  const strings = (sql: string, ...values: string[]): string[] =>
    db
      .prepare(sql)
      .all(...values)
      .map((row) => String(row.value))
  return {
    twins: (number) => readTwins(db, number),
    witnessed: (key) => readWitnessed(db, key),
    idsOfText: (sha256) =>
      strings('SELECT cable AS value FROM version WHERE text = ? ORDER BY cable', sha256),
    idsOf: (idOrAlias) => [
      ...strings('SELECT id AS value FROM cable WHERE id = ?', idOrAlias),
      ...strings(
        'SELECT cable AS value FROM alias WHERE alias = ?1 AND cable <> ?1 ORDER BY cable',
        idOrAlias,
      ),
    ],
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

function readTwins(db: DatabaseSync, number: string): readonly KnownCable[] {
  const cables = db.prepare('SELECT id, twin FROM cable WHERE number = ? ORDER BY twin').all(number)
  return cables.map((row) => ({
    id: String(row.id),
    twin: Number(row.twin),
    versions: readVersions(db, String(row.id)),
  }))
}

function readVersions(db: DatabaseSync, id: string): readonly KnownVersion[] {
  const rows = db
    .prepare('SELECT text, body_start, facts FROM version WHERE cable = ? ORDER BY number')
    .all(id)
  return rows.map((row) => ({
    sha256: String(row.text),
    facts: JSON.parse(String(row.facts)),
    ...(row.body_start !== null && { bodyStart: Number(row.body_start) }),
    text: () => readText(db, String(row.text)),
  }))
}

function readText(db: DatabaseSync, sha256: string): string {
  const row = db.prepare('SELECT charset, coding, content FROM text WHERE sha256 = ?').get(sha256)
  return row ? decodeText(String(row.charset), String(row.coding), blob(row.content)) : ''
}

function readWitnessed(db: DatabaseSync, key: WitnessKey): string | undefined {
  const row = db
    .prepare(
      `SELECT v.cable FROM witness w JOIN version v ON v.number = w.version
       WHERE w.original = ? AND w.collection = ? AND w.source = ? AND w.own_id = ? AND v.text = ?`,
    )
    .get(key.original, key.collection, key.source, key.ownId, key.text)
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
