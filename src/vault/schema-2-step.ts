import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { zstdDecompressSync } from 'node:zlib'
import { anchorBytes } from './anchor-list.ts'
import { type BlockWriter, blockWriter } from './block-writer.ts'
import { blob } from './column.ts'
import type { Place } from './place.ts'
import { appendOnlyTables1 } from './schema-1.ts'
import { schema2 } from './schema-2.ts'
import { hashBlob } from './text-hash.ts'

/** Bytes of contents that are brought over before their rows are written. */
const batchBytes: number = 16 * 1024 * 1024

/**
 * From format 1 to format 2. The old tables are renamed, read into the new ones and dropped. Every
 * number that a person may have seen (ledger, version, quarantine) stays.
 */
export function toFormat2(db: DatabaseSync): void {
  for (const table of appendOnlyTables1) {
    db.exec(`DROP TRIGGER ${table}_no_update; DROP TRIGGER ${table}_no_delete`)
  }
  for (const index of ['version_text', 'witness_original', 'alias_cable', 'quarantine_source']) {
    db.exec(`DROP INDEX ${index}`)
  }
  for (const table of appendOnlyTables1) db.exec(`ALTER TABLE ${table} RENAME TO former_${table}`)
  db.exec(schema2)
  db.exec(before)
  bringVersions(db)
  db.exec(after)
  // The tables that refer to others first.
  for (const table of appendOnlyTables1.toReversed()) db.exec(`DROP TABLE former_${table}`)
  db.exec('DROP TABLE record_cache')
}

const before = `
CREATE INDEX former_at ON former_witness (locator, ledger);
CREATE INDEX former_of ON former_witness (version);
INSERT INTO ledger SELECT number, time, kind, text, data FROM former_ledger;
INSERT INTO collection (name, invented) SELECT name, invented FROM former_collection;
INSERT INTO source (path) SELECT source FROM former_witness GROUP BY source ORDER BY min(number);
INSERT INTO source (path) SELECT source FROM former_quarantine
  WHERE true GROUP BY source ORDER BY min(number) ON CONFLICT DO NOTHING;
INSERT INTO cable (id) SELECT c.id FROM former_cable c
  ORDER BY (SELECT min(number) FROM former_version WHERE cable = c.id), c.id;`

// Format 1 told an item's place where format 2 tells its file.
const formerPath = `coalesce(
  (SELECT source FROM former_witness w WHERE w.ledger = i.ledger AND w.locator = i.locator LIMIT 1),
  (SELECT source FROM former_quarantine q
    WHERE q.ledger = i.ledger AND q.locator = i.locator LIMIT 1),
  (SELECT source FROM former_witness w WHERE w.locator = i.locator LIMIT 1), i.locator)`

const after = `
INSERT INTO alias SELECT a.alias, c.number, a.ledger
  FROM former_alias a JOIN cable c ON c.id = a.cable;
INSERT INTO decision SELECT number, ledger, kind, subject, value, reason, note
  FROM former_decision;
INSERT INTO source (path) SELECT ${formerPath} FROM former_intake i WHERE true
  ON CONFLICT DO NOTHING;
INSERT INTO intake SELECT i.ledger, s.number, sum(new), sum(new_version), sum(unchanged),
    sum(copy), sum(quarantined)
  FROM former_intake i JOIN source s ON s.path = ${formerPath} GROUP BY i.ledger, s.number;
INSERT INTO quarantine
  SELECT q.number, q.ledger, k.number, s.number, q.locator, q.code, q.reason, o.number
  FROM former_quarantine q JOIN collection k ON k.name = q.collection
    JOIN source s ON s.path = q.source LEFT JOIN original o ON o.sha256 = unhex(q.original);
INSERT INTO quarantine_end SELECT number, ledger FROM former_quarantine_end;
INSERT INTO exposure SELECT id, edition FROM former_exposure;`

type Row = Readonly<Record<string, SQLOutputValue>>

/** Contents and rows that wait for each other: first the blocks, then what names their places. */
interface Bringing {
  readonly blocks: BlockWriter
  readonly brought: Set<string>
  /** Runs once the blocks are written. */
  later(row: () => void): void
  /** Writes what waits, where that is much. */
  step(): void
  end(): void
}

function openBringing(db: DatabaseSync): Bringing {
  const blocks = blockWriter(db)
  let rows: (() => void)[] = []
  const end = (): void => {
    blocks.flush()
    for (const row of rows) row()
    rows = []
  }
  return {
    blocks,
    brought: new Set(),
    later: (row) => {
      rows.push(row)
    },
    step: () => {
      if (blocks.waiting() >= batchBytes) end()
    },
    end,
  }
}

/** Texts in the order they came in, each behind the originals it was read from. */
function bringVersions(db: DatabaseSync): void {
  const bringing = openBringing(db)
  const { blocks, brought, later } = bringing
  const former = formerContents(db)
  const rows = formerRows(db)
  const isNew = (name: string): boolean => !brought.has(name) && brought.add(name).has(name)
  const witnesses = db.prepare('SELECT * FROM former_witness WHERE version = ? ORDER BY number')
  for (const version of db.prepare('SELECT * FROM former_version ORDER BY number').iterate()) {
    const seen = witnesses.all(Number(version.number))
    const originals = seen.map((row) => String(row.original)).filter((each) => isNew(each))
    const text = isNew(`text ${version.text}`) ? former.text(String(version.text)) : undefined
    const [facts, ...places] = blocks.add([
      Buffer.from(String(version.facts)),
      ...originals.map(former.original),
      ...(text ? [text.bytes, text.anchors] : []),
    ])
    later(() => {
      for (const [index, sha256] of originals.entries()) rows.original(sha256, places[index])
      if (text) rows.text(String(version.text), text.charset, places.slice(originals.length))
      rows.version(version, facts)
      for (const row of seen) rows.witness(row, String(version.facts))
    })
    bringing.step()
  }
  // What was set aside has no text.
  for (const row of db.prepare('SELECT sha256 FROM former_original').iterate()) {
    const sha256 = String(row.sha256)
    if (!isNew(sha256)) continue
    const [place] = blocks.add([former.original(sha256)])
    later(() => rows.original(sha256, place))
    bringing.step()
  }
  bringing.end()
}

interface FormerText {
  readonly charset: string
  readonly bytes: Uint8Array
  readonly anchors: Uint8Array
}

function formerContents(db: DatabaseSync): {
  original(sha256: string): Uint8Array
  text(sha256: string): FormerText
} {
  const originals = db.prepare('SELECT coding, content FROM former_original WHERE sha256 = ?')
  const texts = db.prepare('SELECT charset, coding, content FROM former_text WHERE sha256 = ?')
  const anchors = db.prepare('SELECT anchor, paragraph FROM former_anchors WHERE text = ?')
  const inflated = (row: Row | undefined): Uint8Array =>
    row?.coding === 'zstd' ? zstdDecompressSync(blob(row.content)) : blob(row?.content)
  return {
    original: (sha256) => inflated(originals.get(sha256)),
    text: (sha256) => {
      const row = texts.get(sha256)
      const list = anchors
        .all(sha256)
        .map((each) => [`${each.anchor}`, `${each.paragraph}`] as const)
      return { charset: String(row?.charset), bytes: inflated(row), anchors: anchorBytes(list) }
    },
  }
}

function formerRows(db: DatabaseSync): {
  original(sha256: string, place: Place | undefined): void
  text(sha256: string, charset: string, places: readonly Place[]): void
  version(row: Row, facts: Place | undefined): void
  witness(row: Row, versionFacts: string): void
} {
  const original = db.prepare(
    'INSERT INTO original (sha256, block, start, bytes) VALUES (?, ?, ?, ?)',
  )
  const text = db.prepare(
    `INSERT INTO text (sha256, form, charset, block, start, bytes) VALUES (?, 'whole', ?, ?, ?, ?)`,
  )
  const anchors = db.prepare('INSERT INTO anchors VALUES (?, 1, ?, ?, ?)')
  const version = db.prepare(
    `INSERT INTO version (number, cable, text, ledger, body_start, block, start, bytes)
     SELECT f.number, c.number, t.number, f.ledger, f.body_start, ?, ?, ?
     FROM former_version f JOIN cable c ON c.id = f.cable JOIN text t ON t.sha256 = unhex(f.text)
     WHERE f.number = ?`,
  )
  const witness = db.prepare(
    `INSERT INTO witness
     SELECT w.number, w.version, k.number, s.number, w.locator, w.own_id, o.number, w.format,
       w.encoding, w.replaced, nullif(w.facts, ?), w.ledger
     FROM former_witness w JOIN collection k ON k.name = w.collection
       JOIN source s ON s.path = w.source JOIN original o ON o.sha256 = unhex(w.original)
     WHERE w.number = ?`,
  )
  return {
    original: (sha256, place) => original.run(hashBlob(sha256), ...values(place)),
    text: (sha256, charset, [content, list]) => {
      const { lastInsertRowid } = text.run(hashBlob(sha256), charset, ...values(content))
      anchors.run(lastInsertRowid, ...values(list))
    },
    version: (row, facts) => version.run(...values(facts), Number(row.number)),
    witness: (row, versionFacts) => witness.run(versionFacts, Number(row.number)),
  }
}

function values(place: Place | undefined): readonly (number | null)[] {
  return place ? [place.block, place.start, place.bytes] : [null, null, null]
}
