import type { DatabaseSync } from 'node:sqlite'

/** Inserts the addresses a text has not given yet. */
export function insertAnchors(
  db: DatabaseSync,
  sha256: string,
  anchors: readonly (readonly [string, string])[],
): void {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO anchors (text, anchor, paragraph) VALUES (?, ?, ?)',
  )
  for (const [anchor, paragraph] of anchors) insert.run(sha256, anchor, paragraph)
}
