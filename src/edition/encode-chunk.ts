import type { BlockLengths } from './block-table.ts'
import { bytesOfCable, type CableBytes } from './cable-bytes.ts'
import type { CatalogueRow, Place } from './catalogue-columns.ts'
import { catalogueEntry } from './catalogue-entry.ts'
import { joinBytes } from './digest.ts'
import { documentOrder } from './document-order.ts'
import type { EditionCable } from './edition.ts'
import { blockBytesMax, cableDigestBytes } from './layout.ts'
import { type Counts, countCable, noCounts } from './tally.ts'

/** Raw deflate of one block. The caller chooses how, and so which bytes: once for an edition. */
export type Deflate = (bytes: Uint8Array) => Uint8Array

/** Some cables in a row, encoded: plain data, which one thread may hand to another. */
export interface EncodedChunk {
  /** Their catalogue; the places count blocks from the first of the chunk. */
  readonly rows: readonly CatalogueRow[]
  readonly blocks: readonly BlockLengths[]
  /** The blocks as they are stored, one after the other. */
  readonly stored: Uint8Array
  /** SHA-256 of each inflated block, one after the other. */
  readonly sums: Uint8Array
  /** Digest of each cable, one after the other. */
  readonly digests: Uint8Array
  readonly counts: Counts
}

/** How a chunk is encoded: the caller's own functions are several times as fast as the web's. */
export interface ChunkOptions {
  readonly deflate: Deflate
  /** SHA-256 of some bytes: 32 bytes. */
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  /** A test makes it small. */
  readonly blockBytesMax?: number
}

/**
 * Encodes cables that follow each other in document order. The last block is closed with them, so
 * that what a chunk gives depends on its own cables alone, whoever encodes it and when.
 */
export function encodeChunk(
  cables: Iterable<EditionCable>,
  { deflate, sha256, blockBytesMax: blockMax = blockBytesMax }: ChunkOptions,
): EncodedChunk {
  const rows: CatalogueRow[] = []
  const blocks: BlockLengths[] = []
  const stored: Uint8Array[] = []
  const sums: Uint8Array[] = []
  const digests: Uint8Array[] = []
  const counts = noCounts()
  const shelf = openShelf(blockMax)
  const write = (block: Uint8Array): void => {
    const deflated = deflate(block)
    blocks.push({ stored: deflated.length, inflated: block.length })
    stored.push(deflated)
    sums.push(sha256(block))
  }
  for (const cable of inOrder(cables)) {
    const bytes = bytesOfCable(cable)
    const { place, full } = shelf.add(bytes)
    if (full !== undefined) write(full)
    const entry = catalogueEntry(cable)
    rows.push({ entry, place })
    digests.push(sha256(digestedBytes(bytes)).subarray(0, cableDigestBytes))
    countCable(counts, cable, entry)
  }
  const last = shelf.rest()
  if (last !== undefined) write(last)
  return {
    rows,
    blocks,
    stored: joinBytes(stored),
    sums: joinBytes(sums),
    digests: joinBytes(digests),
    counts,
  }
}

/**
 * What the digest of a cable is taken of: the first 16 bytes of the SHA-256 over its record and its
 * text, as they stand in a block. Equal digests of two editions say that a cable is in both just as
 * it is.
 */
export function digestedBytes({ text, record }: CableBytes): Uint8Array {
  // JSON has no NUL in it: where the record ends is no question.
  return joinBytes([record, new Uint8Array(1), text])
}

interface Shelf {
  /** Puts a cable into the open block; gives the block before it, where that was full. */
  add(cable: CableBytes): { place: Place; full: Uint8Array | undefined }
  rest(): Uint8Array | undefined
}

function openShelf(bytesMax: number): Shelf {
  let pieces: Uint8Array[] = []
  let offset = 0
  let block = 0
  return {
    add({ text, record, wide }) {
      const length = text.length + record.length
      let full: Uint8Array | undefined
      if (offset > 0 && offset + length > bytesMax) {
        full = joinBytes(pieces)
        pieces = []
        offset = 0
        block += 1
      }
      const place = { block, offset, textBytes: text.length, recordBytes: record.length, wide }
      pieces.push(text, record)
      offset += length
      return { place, full }
    },
    rest: () => (pieces.length > 0 ? joinBytes(pieces) : undefined),
  }
}

function* inOrder(cables: Iterable<EditionCable>): Generator<EditionCable> {
  let before: EditionCable | undefined
  for (const cable of cables) {
    if (before !== undefined && documentOrder(before.record, cable.record) >= 0) {
      throw new Error(
        `${cable.record.id} does not stand after ${before.record.id} in document order`,
      )
    }
    before = cable
    yield cable
  }
}
