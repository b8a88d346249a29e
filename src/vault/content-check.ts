import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { ReadPlace } from './block-reader.ts'
import { blob } from './column.ts'
import { placeOf } from './place.ts'
import { bytesHash, hashText, textHash } from './text-hash.ts'
import { readText } from './text-reader.ts'

/** Whether one stored content is still what it was stored as. */
export interface ContentCheck {
  readonly kind: 'original' | 'text'
  /** Of an original where it stood, of a text a cable that has it; looked up when it is asked for. */
  readonly name: string
  /** As they came in, not compressed; 0 where they cannot be had any longer. */
  readonly bytes: number
  readonly isSound: boolean
}

type Row = Readonly<Record<string, SQLOutputValue>>

const originalName = `
SELECT coalesce((SELECT locator FROM witness WHERE original = ?1 LIMIT 1),
  (SELECT locator FROM quarantine WHERE original = ?1 LIMIT 1), '') AS name`

const textName = `
SELECT coalesce((SELECT c.id FROM version v JOIN cable c ON c.number = v.cable
  WHERE v.text = ?1 LIMIT 1), '') AS name`

/** Reads every original, those set aside among them, and every text, against their SHA-256. */
export function* checkContents(db: DatabaseSync, read: ReadPlace): Iterable<ContentCheck> {
  const nameOf = (sql: string, row: Row): string =>
    String(db.prepare(sql).get(Number(row.number))?.name)
  for (const row of db.prepare('SELECT * FROM original ORDER BY number').iterate()) {
    yield checked(
      'original',
      row,
      () => nameOf(originalName, row),
      () => {
        const bytes = read(placeOf(row))
        return { bytes: bytes.length, sha256: bytesHash(bytes) }
      },
    )
  }
  for (const row of db.prepare('SELECT * FROM text ORDER BY number').iterate()) {
    yield checked(
      'text',
      row,
      () => nameOf(textName, row),
      () => {
        const { form, charset } = row
        const at = { ...placeOf(row), form: String(form), charset: String(charset) }
        const text = readText(read, at)
        return { bytes: 2 * text.length, sha256: textHash(text) }
      },
    )
  }
}

function checked(
  kind: ContentCheck['kind'],
  row: Row,
  name: () => string,
  content: () => { readonly bytes: number; readonly sha256: string },
): ContentCheck {
  const check = (bytes: number, isSound: boolean): ContentCheck => ({
    kind,
    get name() {
      return name()
    },
    bytes,
    isSound,
  })
  try {
    const { bytes, sha256 } = content()
    return check(bytes, sha256 === hashText(blob(row.sha256)))
  } catch {
    // Damaged bytes that do not even unpack.
    return check(0, false)
  }
}
