import type { SQLOutputValue } from 'node:sqlite'
import type { ArchiveFacts } from '../cable/facts.ts'
import type { ReadPlace } from './block-reader.ts'
import { textOfBytes } from './charset.ts'
import { blob } from './column.ts'
import { placeOf } from './place.ts'
import { hashText } from './text-hash.ts'
import { readText, type TextPlace } from './text-reader.ts'

/** A version as far as it is read from the vault: its text and its facts when they are asked for. */
export interface StoredVersion {
  readonly sha256: string
  readonly bodyStart?: number
  readonly facts: ArchiveFacts
  readonly text: string
}

/** Columns a stored version is read from: of `version v` and of `text t`. */
export const versionColumns = `t.sha256, t.form, t.charset, t.block AS text_block,
  t.start AS text_start, t.bytes AS text_bytes, v.body_start, v.block, v.start, v.bytes`

/** Reads a version from a row of `versionColumns`; the text anew at each question. */
export function storedVersion(
  row: Readonly<Record<string, SQLOutputValue>>,
  read: ReadPlace,
): StoredVersion {
  const factsPlace = placeOf(row)
  const textPlace: TextPlace = {
    form: String(row.form),
    charset: String(row.charset),
    block: Number(row.text_block),
    start: Number(row.text_start),
    bytes: Number(row.text_bytes),
  }
  let facts: ArchiveFacts | undefined
  return {
    sha256: hashText(blob(row.sha256)),
    ...(row.body_start !== null && { bodyStart: Number(row.body_start) }),
    get facts() {
      facts ??= JSON.parse(textOfBytes('utf-8', read(factsPlace))) as ArchiveFacts
      return facts
    },
    get text() {
      return readText(read, textPlace)
    },
  }
}
