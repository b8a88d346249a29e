import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { blob } from './column.ts'
import { decodeBytes, decodeText } from './compression.ts'
import { bytesHash, textHash } from './text-hash.ts'

/** Whether one stored content is still what it was stored as. */
export interface ContentCheck {
  readonly kind: 'original' | 'text'
  /** Of an original where it stood, of a text a cable that has it. */
  readonly name: string
  /** As they came in, not compressed; 0 where they cannot be had any longer. */
  readonly bytes: number
  readonly isSound: boolean
}

const originals = `
SELECT sha256, coding, content, coalesce(
  (SELECT locator FROM witness WHERE original = o.sha256 LIMIT 1),
  (SELECT locator FROM quarantine WHERE original = o.sha256 LIMIT 1), '') AS name
FROM original o ORDER BY sha256`

const texts = `
SELECT sha256, charset, coding, content,
  coalesce((SELECT cable FROM version WHERE text = t.sha256 LIMIT 1), '') AS name
FROM text t ORDER BY sha256`

/** Reads every original, those set aside among them, and every text, against their SHA-256. */
export function* checkContents(db: DatabaseSync): Iterable<ContentCheck> {
  for (const row of db.prepare(originals).iterate()) {
    yield checked('original', row, () => {
      const bytes = decodeBytes(String(row.coding), blob(row.content))
      return { bytes: bytes.length, sha256: bytesHash(bytes) }
    })
  }
  for (const row of db.prepare(texts).iterate()) {
    yield checked('text', row, () => {
      const text = decodeText(String(row.charset), String(row.coding), blob(row.content))
      return { bytes: 2 * text.length, sha256: textHash(text) }
    })
  }
}

function checked(
  kind: ContentCheck['kind'],
  row: Record<string, SQLOutputValue>,
  read: () => { readonly bytes: number; readonly sha256: string },
): ContentCheck {
  const name = String(row.name)
  try {
    const { bytes, sha256 } = read()
    return { kind, name, bytes, isSound: sha256 === row.sha256 }
  } catch {
    // Damaged bytes that do not even unpack.
    return { kind, name, bytes: 0, isSound: false }
  }
}
