import { dumpFormatOf } from './dump-formats.ts'
import { decode } from './encoding.ts'
import { fileBytesMax, headBytesMax } from './limits.ts'
import { peek } from './peek.ts'
import { type BytesOptions, readBytes, resultOf } from './read-bytes.ts'
import { tooLarge } from './read-file.ts'
import type { DumpFormat } from './reading.ts'
import type { SourceResult } from './source.ts'
import { telegramSeries } from './telegram-series.ts'

/** Where bytes stand. */
export interface Standing {
  /** The file they come from, as the user gave it; `-` is standard input. */
  readonly file: string
  /** The same for people, with the place in it: `dump.zip › cable/2007/03/07LOME77.html`. */
  readonly locator: string
}

/**
 * Reads a stream of bytes: a dump of many cables as it comes, anything else whole and as one cable.
 * Every entry ends as one item or one failure.
 */
export async function* readStream(
  bytes: AsyncIterable<Uint8Array>,
  at: Standing,
  options: BytesOptions = {},
): AsyncIterable<SourceResult> {
  // A file that is one entry has no place in it to name.
  yield* readEntries(bytes, at, options, (place) =>
    place === '' ? at.locator : `${at.locator} › ${place}`,
  )
}

async function* readEntries(
  bytes: AsyncIterable<Uint8Array>,
  at: Standing,
  options: BytesOptions,
  locatorOf: (place: string) => string,
): AsyncIterable<SourceResult> {
  const { head, all } = await peek(bytes)
  const dump = dumpFormatOf(head, options.format)
  if (!dump) yield* readWhole(all, at, options, locatorOf)
  else yield* readDump(dump, all, at, options, locatorOf)
}

async function* readDump(
  dump: DumpFormat,
  all: AsyncIterable<Uint8Array>,
  at: Standing,
  options: BytesOptions,
  locatorOf: (place: string) => string,
): AsyncIterable<SourceResult> {
  for await (const entry of dump.read(all)) {
    const standing = { file: at.file, locator: locatorOf(entry.place) }
    yield resultOf(entry, dump.name, standing, options)
  }
}

/** One cable, or a text of many of which the first one alone is larger than what was looked at. */
async function* readWhole(
  bytes: AsyncIterable<Uint8Array>,
  at: Standing,
  options: BytesOptions,
  locatorOf: (place: string) => string,
): AsyncIterable<SourceResult> {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = bytes[Symbol.asyncIterator]()
  let ended = false
  while (!ended && size <= fileBytesMax) {
    const { value, done } = await stream.next()
    if (done) ended = true
    else {
      chunks.push(value)
      size += value.length
    }
  }
  const whole = Buffer.concat(chunks, size)
  chunks.length = 0
  const isSeries =
    size > headBytesMax &&
    options.format === undefined &&
    telegramSeries.recognises(decode(whole).text)
  async function* all(): AsyncIterable<Uint8Array> {
    yield whole
    if (!ended) yield* { [Symbol.asyncIterator]: () => stream }
  }
  if (isSeries) yield* readDump(telegramSeries, all(), at, options, locatorOf)
  else if (ended) yield readBytes(whole, at, options)
  else {
    await stream.return?.()
    yield { failure: { ...tooLarge, ...at } }
  }
}

/** Reads the bytes kept of one entry again: the same entry, by whatever this program knows now. */
export async function readEntryBytes(
  bytes: Uint8Array,
  at: Standing,
  options: BytesOptions = {},
): Promise<SourceResult> {
  async function* once(): AsyncIterable<Uint8Array> {
    yield bytes
  }
  // The place in the file was told when the entry was first read.
  for await (const result of readEntries(once(), at, options, () => at.locator)) return result
  const reason = 'What was kept of it holds no cable.'
  return { failure: { code: 'NOT_A_CABLE', reason, ...at, bytes } }
}
