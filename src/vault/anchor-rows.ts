import type { DatabaseSync } from 'node:sqlite'
import { type AnchorList, anchorBytes, anchorsOfBytes } from './anchor-list.ts'
import type { ReadPlace } from './block-reader.ts'
import type { BlockWriter } from './block-writer.ts'
import { placeOf } from './place.ts'
import { hashBlob } from './text-hash.ts'

/** Gives the function that reads the addresses of a text; of one given twice the first counts. */
export function anchorReader(
  db: DatabaseSync,
  read: ReadPlace,
): (sha256: string) => ReadonlyMap<string, string> {
  const parts = db.prepare(
    `SELECT a.block, a.start, a.bytes FROM text t JOIN anchors a ON a.text = t.number
     WHERE t.sha256 = ? ORDER BY a.part DESC`,
  )
  return (sha256) =>
    new Map(parts.all(hashBlob(sha256)).flatMap((row) => [...anchorsOfBytes(read(placeOf(row)))]))
}

/** Adds the addresses that texts have not given yet; call inside a transaction. */
export function addAnchors(
  db: DatabaseSync,
  blocks: BlockWriter,
  given: (sha256: string) => ReadonlyMap<string, string>,
  texts: Iterable<readonly [sha256: string, anchors: AnchorList]>,
): void {
  const insert = db.prepare(
    `INSERT INTO anchors (text, part, block, start, bytes)
     SELECT number, 1 + (SELECT count(*) FROM anchors WHERE text = t.number), ?, ?, ?
     FROM text t WHERE sha256 = ?`,
  )
  const rows: (() => void)[] = []
  for (const [sha256, anchors] of texts) {
    const known = given(sha256)
    const fresh = anchors.filter(([anchor]) => !known.has(anchor))
    if (fresh.length === 0) continue
    const [place] = blocks.add([anchorBytes(fresh)])
    if (place) {
      rows.push(() => insert.run(place.block, place.start, place.bytes, hashBlob(sha256)))
    }
  }
  blocks.flush()
  for (const row of rows) row()
}
