import { headBytesMax } from './limits.ts'

/** The first bytes of a stream, by which it is known, and the stream with them. */
export interface Peeked {
  readonly head: Uint8Array
  readonly all: AsyncIterable<Uint8Array>
  /** Ends the stream, where nobody reads `all`. */
  readonly close: () => Promise<void>
}

/** Reads the first 64 KiB of a stream and gives them back with it. */
export async function peek(bytes: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  let broken: { readonly error: unknown } | undefined
  while (size < headBytesMax && !broken) {
    try {
      const { value, done } = await iterator.next()
      if (done) break
      first.push(value)
      size += value.length
    } catch (error) {
      // Told after the bytes before it: what stands before a break is read.
      if (size === 0) throw error
      broken = { error }
    }
  }
  const close = async (): Promise<void> => {
    await iterator.return?.()
  }
  async function* all(): AsyncIterable<Uint8Array> {
    try {
      yield* first
      if (broken) throw broken.error
      for (;;) {
        const { value, done } = await iterator.next()
        if (done) return
        yield value
      }
    } finally {
      await close()
    }
  }
  return { head: Buffer.concat(first, size).subarray(0, headBytesMax), all: all(), close }
}
