import { DatabaseSync } from 'node:sqlite'
import { textBytes, textOfBytes } from './charset.ts'
import { blob } from './column.ts'
import { decode, encode } from './compression.ts'
import { asVaultError } from './vault-error.ts'

/** Texts put aside for a while, outside of the memory. */
export interface TextScratch {
  /** Puts a text aside; what comes back reads it again, character for character. */
  keep(text: string): () => string
  /** Nothing can be read after it. */
  close(): void
}

/** Memory for what was put aside last, KiB. */
const cacheKib = 8192

/**
 * Opens a scratch: an SQLite file without a name, among the temporary files of the system, that
 * goes with the process. Throws `VaultError` where there is no room for it.
 */
export function openTextScratch(): TextScratch {
  const db = new DatabaseSync('')
  const orSay = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw asVaultError(error, 'a temporary file')
    }
  }
  db.exec(`PRAGMA page_size = 16384; PRAGMA cache_size = -${cacheKib}`)
  // What is lost with the process needs no way back.
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
  db.exec('CREATE TABLE text (number INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO text (content) VALUES (?)')
  const find = db.prepare('SELECT content FROM text WHERE number = ?')
  return {
    keep: (text) => {
      const { charset, bytes } = textBytes(text)
      const { coding, content } = encode(bytes)
      const size = bytes.length
      const number = orSay(() => insert.run(content).lastInsertRowid)
      return () => {
        const stored = orSay(() => blob(find.get(number)?.content))
        return textOfBytes(charset, decode(coding, stored, size))
      }
    },
    close: () => db.close(),
  }
}
