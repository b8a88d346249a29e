import type { DatabaseSync } from 'node:sqlite'
import { blob } from './column.ts'
import { decode } from './compression.ts'
import type { Place } from './place.ts'

/** Reads the content at a place; throws where it is damaged. */
export type ReadPlace = (place: Place) => Uint8Array

/** Inflated bytes that are kept for the next question. */
const keptBytesMax: number = 8 * 1024 * 1024

/** Opens the blocks of a vault. The last ones stay inflated, for who reads in order of arrival. */
export function blockReader(db: DatabaseSync): ReadPlace {
  const blocks = db.prepare(
    'SELECT coding, piece, start, stored, bytes FROM block WHERE number = ?',
  )
  const pieces = db.prepare('SELECT content FROM piece WHERE number >= ? ORDER BY number')
  const kept = new Map<number, Uint8Array>()
  let keptBytes = 0
  const inflate = (number: number): Uint8Array => {
    const row = blocks.get(number)
    if (!row) throw new RangeError(`the vault has no block ${number}`)
    const start = Number(row.start)
    const end = start + Number(row.stored)
    const found: Uint8Array[] = []
    let held = 0
    for (const piece of pieces.iterate(Number(row.piece))) {
      const content = blob(piece.content)
      found.push(content)
      held += content.length
      if (held >= end) break
    }
    const stored = Buffer.concat(found, held).subarray(start, end)
    return decode(String(row.coding), stored, Number(row.bytes))
  }
  const keep = (number: number, bytes: Uint8Array): void => {
    kept.set(number, bytes)
    keptBytes += bytes.length
    for (const [oldest, { length }] of kept) {
      if (keptBytes <= keptBytesMax) break
      kept.delete(oldest)
      keptBytes -= length
    }
  }
  return ({ block, start, bytes }) => {
    const known = kept.get(block)
    const inflated = known ?? inflate(block)
    if (known === undefined) keep(block, inflated)
    if (start + bytes > inflated.length) throw new RangeError(`block ${block} is too short`)
    return inflated.subarray(start, start + bytes)
  }
}
