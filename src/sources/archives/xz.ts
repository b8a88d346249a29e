import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { PackingMeter } from './archive-budget.ts'
import { ArchiveError } from './archive-error.ts'
import { lzmaDictionaryBytesMax } from './archive-limits.ts'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { crc64 } from './crc64.ts'
import { lzma2, lzma2Dictionary } from './lzma2.ts'
import { LzmaError } from './range-decoder.ts'

/** How an xz file is unpacked. */
export interface XzReading {
  readonly meter: PackingMeter
  /** Level of what is damaged where it cannot be unpacked. */
  readonly level: number
}

/**
 * Unpacks xz files: all streams, all blocks, each held to its sum; every chunk before a break is
 * given, then the error is thrown.
 *
 * ```
 * | FD 7zXZ 00 flags crc | block | … | index | footer YZ | (the next stream, or fours of 00)
 * ```
 */
export async function* xzUnpacked(
  packed: AsyncIterable<Uint8Array>,
  reading: XzReading,
): AsyncIterable<Uint8Array> {
  const input = byteReader(metered(packed, reading.meter))
  try {
    for (let isFirst = true; ; isFirst = false) {
      const header = await streamHeader(input)
      if (header.length === 0 && !isFirst) return
      for await (const chunk of stream(input, header, reading)) {
        reading.meter.unpacked(chunk.length)
        yield chunk
      }
    }
  } catch (error) {
    if (!(error instanceof LzmaError)) throw error
    const what =
      error.message === 'input ends' ? 'breaks off: it was cut, or not copied whole' : 'is damaged'
    const reason = `The xz data ${what}; what came before is kept.`
    throw new ArchiveError('ARCHIVE_DAMAGED', reason, reading.level)
  } finally {
    await input.close()
  }
}

async function* metered(
  packed: AsyncIterable<Uint8Array>,
  meter: PackingMeter,
): AsyncIterable<Uint8Array> {
  for await (const chunk of packed) {
    meter.packed(chunk.length)
    yield chunk
  }
}

const streamMagic = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])

/** The twelve bytes before a stream, past the fours of zeros before them; none at the end. */
async function streamHeader(input: ByteReader): Promise<Uint8Array> {
  let four = await input.take(4)
  while (four.length === 4 && four.every((byte) => byte === 0)) four = await input.take(4)
  if (four.length === 0) return four
  return Buffer.concat([four, await take(input, 8)])
}

async function* stream(
  input: ByteReader,
  header: Uint8Array,
  reading: XzReading,
): AsyncIterable<Uint8Array> {
  const flags = header.subarray(6, 8)
  if (!streamMagic.equals(header.subarray(0, 6)) || !sumHolds(flags, header.subarray(8, 12))) {
    throw new LzmaError('stream header')
  }
  const check = flags[1] ?? 0
  let blocks = 0
  for (;;) {
    const first = (await take(input, 1))[0] ?? 0
    if (first === 0) break
    yield* block(input, first, check, reading)
    blocks += 1
  }
  await passIndex(input, blocks)
  const footer = await take(input, 12)
  if (footer[10] !== 0x59 || footer[11] !== 0x5a || footer[9] !== check) {
    throw new LzmaError('footer')
  }
}

/** One block: its header, LZMA2, zeros up to four, its sum. */
async function* block(
  input: ByteReader,
  first: number,
  check: number,
  reading: XzReading,
): AsyncIterable<Uint8Array> {
  const length = (first + 1) * 4
  const header = Buffer.concat([Uint8Array.of(first), await take(input, length - 1)])
  if (!sumHolds(header.subarray(0, length - 4), header.subarray(length - 4))) {
    throw new LzmaError('block header')
  }
  const dictionary = dictionaryOf(header, reading.level)
  const sum = sumOf(check)
  const before = input.taken()
  for await (const chunk of lzma2(input, dictionary)) {
    sum.update(chunk)
    yield chunk
  }
  await take(input, (4 - ((input.taken() - before) % 4)) % 4)
  const stated = await take(input, checkBytes(check))
  const digest = sum.digest()
  if (digest && !Buffer.from(digest).equals(stated)) throw new LzmaError('sum')
}

/**
 * Size of the dictionary, from the block's header: sizes that may stand there, then the filters.
 * The only filter that is undone is LZMA2 alone, which is what dumps are packed with.
 */
function dictionaryOf(header: Buffer, level: number): number {
  const flags = header[1] ?? 0
  let at = 2
  if ((flags & 0x40) !== 0) at = pastNumber(header, at)
  if ((flags & 0x80) !== 0) at = pastNumber(header, at)
  const dictionary = lzma2Dictionary(header[at + 2] ?? 0xff)
  const isPlain = (flags & 3) === 0 && header[at] === 0x21 && header[at + 1] === 1
  if (!isPlain || dictionary === undefined) {
    const reason =
      'It was packed with a filter for programs. Unpack it with xz -d and give what is in it.'
    throw new ArchiveError('ARCHIVE_UNSUPPORTED', reason, level)
  }
  if (dictionary > lzmaDictionaryBytesMax) {
    const reason = `It was packed with a dictionary of more than ${lzmaDictionaryBytesMax / 1024 ** 2} MiB. Unpack it with xz -d and give what is in it.`
    throw new ArchiveError('ARCHIVE_UNSUPPORTED', reason, level)
  }
  return dictionary
}

/** Behind a number of seven bits a byte, the last one below 0x80. */
function pastNumber(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < from + 9 && (bytes[at] ?? 0) >= 0x80) at += 1
  return at + 1
}

/** The index is passed by: number of records, two numbers each, zeros up to four, a sum. */
async function passIndex(input: ByteReader, blocks: number): Promise<void> {
  const before = input.taken() - 1
  if ((await number(input)) !== blocks) throw new LzmaError('index')
  for (let left = 2 * blocks; left > 0; left--) await number(input)
  await take(input, (4 - ((input.taken() - before) % 4)) % 4)
  await take(input, 4)
}

async function number(input: ByteReader): Promise<number> {
  let value = 0
  for (let shift = 0; shift < 63; shift += 7) {
    const byte = (await take(input, 1))[0] ?? 0
    value += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) return value
  }
  throw new LzmaError('number')
}

function sumHolds(bytes: Uint8Array, sum: Uint8Array): boolean {
  return crc32(bytes) === Buffer.from(sum).readUInt32LE(0)
}

/** Bytes of the sum by its kind; xz leaves room for kinds to come. */
function checkBytes(check: number): number {
  return [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64][check & 15] ?? 0
}

/** CRC-32, CRC-64 and SHA-256 are held to; what has another sum, or none, is taken as it is. */
function sumOf(check: number): {
  readonly update: (bytes: Uint8Array) => void
  readonly digest: () => Uint8Array | undefined
} {
  if (check === 4) return crc64()
  if (check === 10) {
    const hash = createHash('sha256')
    return { update: (bytes) => hash.update(bytes), digest: () => hash.digest() }
  }
  let sum = 0
  const digest = (): Uint8Array => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(sum)
    return bytes
  }
  return {
    update: (bytes) => {
      if (check === 1) sum = crc32(bytes, sum)
    },
    digest: () => (check === 1 ? digest() : undefined),
  }
}

async function take(input: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = await input.take(count)
  if (bytes.length < count) throw new LzmaError('input ends')
  return bytes
}
