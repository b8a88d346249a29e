import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Holding, Version } from '../cable/holding.ts'
import type { ReadPlace } from './block-reader.ts'
import { storedVersion, versionColumns } from './stored-version.ts'

/** Orders in which cables are gone through. */
export type CableOrder = 'id' | 'arrival'

/** What is held, cable by cable. */
export interface HoldingReader {
  cableIds(order?: CableOrder): Iterable<string>
  holding(id: string): Holding | undefined
  holdings(): Iterable<Holding>
}

const byId = 'SELECT id FROM cable ORDER BY id'
const byArrival = 'SELECT id FROM cable ORDER BY number'

const versionsOf = `
SELECT ${versionColumns}, v.ledger, l.time,
  (SELECT json_group_array(DISTINCT k.name) FROM witness w JOIN collection k
    ON k.number = w.collection WHERE w.version = v.number) AS collections
FROM cable c CROSS JOIN version v ON v.cable = c.number CROSS JOIN text t ON t.number = v.text
  CROSS JOIN ledger l ON l.number = v.ledger
WHERE c.id = ? ORDER BY v.ledger, v.number`

/** Reads cables with their versions from an open database. */
export function holdingReader(db: DatabaseSync, read: ReadPlace): HoldingReader {
  const versions = db.prepare(versionsOf)
  const aliases = db.prepare(
    'SELECT alias FROM alias WHERE cable = (SELECT number FROM cable WHERE id = ?) ORDER BY alias',
  )
  const holding = (id: string): Holding | undefined => {
    const rows = versions.all(id)
    if (rows.length === 0) return undefined
    return {
      id,
      aliases: aliases.all(id).map((row) => String(row.alias)),
      versions: rows.map((row) => versionOf(row, read)),
    }
  }
  const cableIds = function* (order: CableOrder = 'id'): Iterable<string> {
    const ids = db.prepare(order === 'id' ? byId : byArrival)
    for (const row of ids.iterate()) yield String(row.id)
  }
  return {
    cableIds,
    holding,
    *holdings() {
      for (const id of cableIds()) {
        const held = holding(id)
        if (held) yield held
      }
    },
  }
}

function versionOf(row: Readonly<Record<string, SQLOutputValue>>, read: ReadPlace): Version {
  const collections: string[] = JSON.parse(String(row.collections))
  const more = {
    collections: collections.sort((a, b) => (a < b ? -1 : 1)),
    ledger: Number(row.ledger),
    added: String(row.time),
  }
  // Not spread: that would read the text.
  return Object.assign(storedVersion(row, read), more)
}
