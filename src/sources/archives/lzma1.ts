import { byteReader } from './byte-reader.ts'
import { LzmaDecoder, lzmaProperties } from './lzma.ts'
import { LzmaError } from './range-decoder.ts'

/** Bytes that are read, and unpacked, at a time. */
const pieceBytes: number = 64 * 1024

/** Undoes LZMA of a known size, with the five bytes of properties that 7z keeps. */
export async function* lzma1(
  packed: AsyncIterable<Uint8Array>,
  properties: Uint8Array,
  size: number,
): AsyncIterable<Uint8Array> {
  const model = lzmaProperties(properties[0] ?? 0xff)
  if (!model || properties.length < 5) throw new LzmaError('properties')
  const view = new DataView(properties.buffer, properties.byteOffset)
  const decoder = new LzmaDecoder(view.getUint32(1, true))
  decoder.resetDictionary()
  decoder.resetState(model)
  const input = byteReader(packed)
  try {
    decoder.startCoder(await input.take(5))
    let rest: Uint8Array = new Uint8Array(0)
    for (let left = size; left > 0; ) {
      const piece = await input.take(pieceBytes)
      const isLast = piece.length < pieceBytes
      const bytes = Buffer.concat([rest, piece])
      decoder.feed(bytes)
      for (;;) {
        const chunk = decoder.decode(Math.min(left, pieceBytes), isLast)
        if (chunk.length === 0) break
        left -= chunk.length
        yield chunk
        if (left === 0) return
      }
      if (isLast) throw new LzmaError('input ends')
      rest = bytes.subarray(bytes.length - decoder.left)
    }
  } finally {
    await input.close()
  }
}
