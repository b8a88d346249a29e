import { type Bytes, joinBytes } from './digest.ts'

/**
 * Inflates one block that is known to hold `size` bytes; undefined where it does not inflate to
 * exactly that. It stops reading as soon as more comes, so that no block can fill the memory.
 */
export async function inflate(bytes: Uint8Array, size: number): Promise<Bytes | undefined> {
  try {
    const whole = joinBytes(await inflated(bytes, size))
    return whole.length === size ? whole : undefined
  } catch {
    return undefined
  }
}

async function inflated(bytes: Uint8Array, bytesMax: number): Promise<Uint8Array[]> {
  const stream = new DecompressionStream('deflate-raw')
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
