import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** How bytes lie in the vault. */
export type Coding = 'plain' | 'zstd'

/** Bytes as stored, with how they are coded. */
export interface Coded {
  readonly coding: Coding
  readonly content: Uint8Array
}

/** Above the default of 3 by as much as the time allows: two hundredths of the size. */
const level = 5

/** Largest piece of output that is made room for at once, in bytes. */
const roomMax: number = 4 * 1024 * 1024

/** Compresses bytes where that makes them smaller. */
export function encode(bytes: Uint8Array): Coded {
  const content = zstdCompressSync(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: level },
    pledgedSrcSize: bytes.length,
    chunkSize: roomFor(bytes.length),
  })
  return content.length < bytes.length
    ? { coding: 'zstd', content }
    : { coding: 'plain', content: bytes }
}

/** The bytes as they came in; throws where they do not have the size that is known. */
export function decode(coding: string, content: Uint8Array, size: number): Uint8Array {
  const bytes =
    coding === 'zstd'
      ? zstdDecompressSync(content, {
          chunkSize: roomFor(size),
          maxOutputLength: Math.max(1, size),
        })
      : content
  if (bytes.length !== size) throw new RangeError('stored bytes inflate to another size')
  return bytes
}

function roomFor(size: number): number {
  return Math.min(roomMax, Math.max(1024, size))
}
