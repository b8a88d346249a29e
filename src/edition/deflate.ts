import { type Bytes, joinBytes } from './digest.ts'

/** Raw deflate of one block; the same bytes give the same bytes on one runtime build. */
export async function deflate(bytes: Uint8Array): Promise<Bytes> {
  const stream = new CompressionStream('deflate-raw')
  return joinBytes(await through(stream, bytes, Number.POSITIVE_INFINITY))
}

/**
 * Inflates one block that is known to hold `size` bytes; undefined where it does not inflate to
 * exactly that. It stops reading as soon as more comes, so that no block can fill the memory.
 */
export async function inflate(bytes: Uint8Array, size: number): Promise<Bytes | undefined> {
  try {
    const inflated = joinBytes(await through(new DecompressionStream('deflate-raw'), bytes, size))
    return inflated.length === size ? inflated : undefined
  } catch {
    return undefined
  }
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
  bytesMax: number,
): Promise<Uint8Array[]> {
  const writer = stream.writable.getWriter()
  // What fails in here fails on the reading side as well, and is reported there.
  writer.write(bytes as Bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  const reader = stream.readable.getReader()
  const pieces: Uint8Array[] = []
  for (let length = 0; ; ) {
    const { value, done } = await reader.read()
    if (done) return pieces
    pieces.push(value)
    length += value.length
    if (length > bytesMax) {
      await reader.cancel()
      return pieces
    }
  }
}
