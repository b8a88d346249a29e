import type { DatabaseSync } from 'node:sqlite'
import { encode } from './compression.ts'
import type { Place } from './place.ts'

/** Lays contents side by side into blocks; one serves one transaction. */
export interface BlockWriter {
  /**
   * Gives contents that resemble each other their places, in one block unless they are long: of a
   * text behind its original next to nothing remains.
   */
  add(contents: readonly Uint8Array[]): readonly Place[]
  /** Bytes that wait, compressed and not. */
  waiting(): number
  /** Writes what was added; only then may rows name its places. */
  flush(): void
}

/** A block is closed when it holds this many bytes: larger ones are smaller, and slower to read. */
const blockBytes: number = 128 * 1024

/**
 * A longer content has a block of its own, so that short ones beside it stay quick to read. Shorter
 * ones that were added together stand one behind the other.
 */
export const aloneBytes: number = 1024 * 1024

/**
 * Compressed bytes of a row of `piece`: with them the row fills one page of 16 KiB, where a row of
 * any other length would leave a part of its last page empty.
 */
const pieceBytes = 16_340

interface ClosedBlock {
  readonly number: number
  readonly coding: string
  readonly start: number
  readonly stored: number
  readonly bytes: number
}

/** Opens a writer of blocks; call inside a transaction, and `flush` before its end. */
export function blockWriter(db: DatabaseSync): BlockWriter {
  let next = 1 + Number(db.prepare('SELECT max(number) AS n FROM block').get()?.n ?? 0)
  let open: Uint8Array[] = []
  let openBytes = 0
  let closed: ClosedBlock[] = []
  let stream: Uint8Array[] = []
  let streamBytes = 0
  const close = (): void => {
    if (open.length === 0) return
    const { coding, content } = encode(Buffer.concat(open, openBytes))
    const stored = content.length
    closed.push({ number: next, coding, start: streamBytes, stored, bytes: openBytes })
    stream.push(content)
    streamBytes += stored
    next += 1
    open = []
    openBytes = 0
  }
  const put = (content: Uint8Array): Place => {
    const place = { block: next, start: openBytes, bytes: content.length }
    open.push(content)
    openBytes += content.length
    return place
  }
  const putAlone = (content: Uint8Array): Place => {
    close()
    const place = put(content)
    close()
    return place
  }
  return {
    add: (contents) => {
      const short = contents.filter((content) => content.length <= aloneBytes)
      const bytes = short.reduce((sum, content) => sum + content.length, 0)
      if (openBytes + bytes > 2 * blockBytes) close()
      const places = contents.map((content) =>
        content.length > aloneBytes ? putAlone(content) : put(content),
      )
      if (openBytes >= blockBytes) close()
      return places
    },
    waiting: () => openBytes + streamBytes,
    flush: () => {
      close()
      insertBlocks(db, closed, Buffer.concat(stream, streamBytes))
      closed = []
      stream = []
      streamBytes = 0
    },
  }
}

function insertBlocks(db: DatabaseSync, blocks: readonly ClosedBlock[], stream: Uint8Array): void {
  if (blocks.length === 0) return
  const first = 1 + Number(db.prepare('SELECT max(number) AS n FROM piece').get()?.n ?? 0)
  const piece = db.prepare('INSERT INTO piece (number, content) VALUES (?, ?)')
  const pieces = Math.max(1, Math.ceil(stream.length / pieceBytes))
  for (let index = 0; index < pieces; index++) {
    piece.run(first + index, stream.subarray(index * pieceBytes, (index + 1) * pieceBytes))
  }
  const block = db.prepare(
    'INSERT INTO block (number, coding, piece, start, stored, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { number, coding, start, stored, bytes } of blocks) {
    // A block of no bytes may begin where the last piece ends.
    const index = Math.min(Math.floor(start / pieceBytes), pieces - 1)
    block.run(number, coding, first + index, start - index * pieceBytes, stored, bytes)
  }
}
