/** Reads a stream of bytes by counts. */
export interface ByteReader {
  /** So many bytes, fewer only where the stream ends. */
  take(count: number): Promise<Uint8Array>
  /** So many bytes in the pieces they come in, fewer only where the stream ends. */
  chunks(count: number): AsyncIterable<Uint8Array>
  /** Passes so many bytes by; false where the stream ends before. */
  skip(count: number): Promise<boolean>
  /** Bytes given so far. */
  taken(): number
  close(): Promise<void>
}

/** Reads a stream of bytes by counts; bytes that are left at a break are given before the error. */
export function byteReader(bytes: AsyncIterable<Uint8Array>): ByteReader {
  const source = bytes[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  let taken = 0

  async function some(count: number): Promise<Uint8Array | undefined> {
    while (held.length === 0) {
      const { value, done } = await source.next()
      if (done) return undefined
      held = value
    }
    const piece = held.subarray(0, count)
    held = held.subarray(piece.length)
    taken += piece.length
    return piece
  }

  async function* chunks(count: number): AsyncIterable<Uint8Array> {
    for (let left = count; left > 0; ) {
      const piece = await some(left)
      if (piece === undefined) return
      left -= piece.length
      yield piece
    }
  }

  return {
    chunks,
    taken: () => taken,
    take: async (count) => {
      const first = held.length >= count && count > 0 ? await some(count) : undefined
      if (first !== undefined) return first
      const pieces: Uint8Array[] = []
      for await (const piece of chunks(count)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
    skip: async (count) => {
      let left = count
      for await (const piece of chunks(count)) left -= piece.length
      return left === 0
    },
    close: async () => {
      await source.return?.()
    },
  }
}
