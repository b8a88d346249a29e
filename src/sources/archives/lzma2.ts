import type { ByteReader } from './byte-reader.ts'
import { LzmaDecoder, type LzmaProperties, lzmaProperties } from './lzma.ts'
import { LzmaError } from './range-decoder.ts'

/** Bytes of the dictionary by its one byte of properties; undefined where it is none. */
export function lzma2Dictionary(property: number): number | undefined {
  if (property > 40) return undefined
  return property === 40 ? 2 ** 32 - 1 : (2 | (property & 1)) * 2 ** ((property >> 1) + 11)
}

/**
 * Undoes LZMA2: chunks of LZMA or of bytes as they are, each with a byte of control before it, to
 * the byte 0. Gives what each chunk holds; throws `LzmaError` where it is none.
 *
 * ```
 * 0x01/0x02, size 2, bytes                        as they are, with a new dictionary or the old one
 * 0x80 | reset << 5 | high bits, size 2, packed 2, properties 1 from reset 2 on, packed bytes
 * ```
 */
export async function* lzma2(
  input: ByteReader,
  dictionaryBytes: number,
): AsyncIterable<Uint8Array> {
  const decoder = new LzmaDecoder(dictionaryBytes)
  let properties: LzmaProperties | undefined
  let isOpen = false
  for (;;) {
    const control = (await whole(input, 1))[0] ?? 0
    if (control === 0) return
    if (control >= 0xe0 || control === 1) {
      decoder.resetDictionary()
      isOpen = true
    } else if (!isOpen) throw new LzmaError('no dictionary')
    if (control < 0x80) {
      if (control > 2) throw new LzmaError('control')
      const size = bigEndian(await whole(input, 2), 0) + 1
      const bytes = await whole(input, size)
      decoder.copy(bytes)
      yield bytes
      continue
    }
    const sizes = await whole(input, control >= 0xc0 ? 5 : 4)
    const size = ((control & 0x1f) << 16) + bigEndian(sizes, 0) + 1
    const packed = await whole(input, bigEndian(sizes, 2) + 1)
    if (control >= 0xc0) properties = lzmaProperties(sizes[4] ?? 0xff)
    if (!properties || properties.lc + properties.lp > 4) throw new LzmaError('properties')
    if (control >= 0xa0) decoder.resetState(properties)
    yield decodeChunk(decoder, packed, size)
  }
}

function decodeChunk(decoder: LzmaDecoder, packed: Uint8Array, size: number): Uint8Array {
  decoder.startCoder(packed)
  decoder.feed(packed.subarray(5))
  const bytes = decoder.decode(size, true)
  if (bytes.length < size || decoder.left > 0 || !decoder.isFinished) throw new LzmaError('chunk')
  return bytes
}

/** So many bytes; an error of its own where the input ends before. */
async function whole(input: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = await input.take(count)
  if (bytes.length < count) throw new LzmaError('input ends')
  return bytes
}

function bigEndian(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)
}
