import { deserialize, serialize } from 'node:v8'
import { byteReader } from './byte-reader.ts'

/** One message between the program and its archive reader: its length, then itself. */
export function frameOf(message: unknown): Uint8Array {
  const body = serialize(message)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([length, body])
}

/** The messages of a stream, until it ends; a message that was cut is left out. */
export async function* framesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<unknown> {
  const input = byteReader(bytes)
  try {
    for (;;) {
      const head = await input.take(4)
      if (head.length < 4) return
      const length = new DataView(head.buffer, head.byteOffset).getUint32(0, true)
      const body = await input.take(length)
      if (body.length < length) return
      // A copy of its own: what is kept of a message must not keep the others around it.
      yield deserialize(Buffer.from(body))
    }
  } finally {
    await input.close()
  }
}
