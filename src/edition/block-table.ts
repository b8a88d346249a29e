import { blockRowBytes } from './layout.ts'

/** Lengths of one block in bytes: as stored, and inflated. */
export interface BlockLengths {
  readonly stored: number
  readonly inflated: number
}

/** Where one block stands in its section. */
export interface BlockPlace {
  readonly start: number
  readonly end: number
  readonly inflated: number
}

/** Writes the block table: for each block two 32-bit numbers, little endian. */
export function bytesOfBlockTable(blocks: readonly BlockLengths[]): Uint8Array {
  const bytes = new Uint8Array(blocks.length * blockRowBytes)
  const view = new DataView(bytes.buffer)
  for (const [row, block] of blocks.entries()) {
    view.setUint32(row * blockRowBytes, block.stored, true)
    view.setUint32(row * blockRowBytes + 4, block.inflated, true)
  }
  return bytes
}

/** Reads rows `from` up to `to` of a block table; a section's first block begins at its byte 0. */
export function blockPlaces(bytes: Uint8Array, from: number, to: number): BlockPlace[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places: BlockPlace[] = []
  let start = 0
  for (let row = from; row < to; row += 1) {
    const end = start + view.getUint32(row * blockRowBytes, true)
    places.push({ start, end, inflated: view.getUint32(row * blockRowBytes + 4, true) })
    start = end
  }
  return places
}
