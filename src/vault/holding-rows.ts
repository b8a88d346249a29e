import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Holding, Version } from '../cable/holding.ts'
import { blob } from './column.ts'
import { decodeText } from './compression.ts'

// CROSS JOIN fixes the order of the loops: cables by id, so that nothing has to be sorted whole.
const query = (where: string): string => `
SELECT c.id, v.text AS sha256, v.body_start, v.facts, v.ledger, l.time,
  t.charset, t.coding, t.content,
  (SELECT json_group_array(DISTINCT w.collection) FROM witness w WHERE w.version = v.number)
    AS collections
FROM cable c CROSS JOIN version v ON v.cable = c.id CROSS JOIN text t ON t.sha256 = v.text
  CROSS JOIN ledger l ON l.number = v.ledger
${where} ORDER BY c.id, v.ledger, v.number`

type Row = Record<string, SQLOutputValue>

/** Streams cables with their texts, by id; one cable only where an id is given. */
export function* readHoldings(db: DatabaseSync, id?: string): Iterable<Holding> {
  const aliases = db.prepare('SELECT alias FROM alias WHERE cable = ? ORDER BY alias')
  const rows: Iterable<Row> =
    id === undefined ? db.prepare(query('')).iterate() : db.prepare(query('WHERE c.id = ?')).all(id)
  const holding = (cable: string, versions: readonly Version[]): Holding => ({
    id: cable,
    aliases: aliases.all(cable).map((row) => String(row.alias)),
    versions,
  })
  let current: string | undefined
  let versions: Version[] = []
  for (const row of rows) {
    const cable = String(row.id)
    if (current !== undefined && cable !== current) {
      yield holding(current, versions)
      versions = []
    }
    current = cable
    versions.push(versionOf(row))
  }
  if (current !== undefined) yield holding(current, versions)
}

function versionOf(row: Row): Version {
  const collections: string[] = JSON.parse(String(row.collections))
  return {
    sha256: String(row.sha256),
    text: decodeText(String(row.charset), String(row.coding), blob(row.content)),
    ...(row.body_start !== null && { bodyStart: Number(row.body_start) }),
    facts: JSON.parse(String(row.facts)),
    collections: collections.sort((a, b) => (a < b ? -1 : 1)),
    ledger: Number(row.ledger),
    added: String(row.time),
  }
}
