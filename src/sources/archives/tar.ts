import { type ArchiveEntry, type EntryRefusal, noBytes } from './archive-entry.ts'
import { ArchiveError } from './archive-error.ts'
import { tarRecordBytesMax } from './archive-limits.ts'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { entryName } from './entry-name.ts'
import { paxExtension, type TarExtension } from './pax.ts'
import { type TarHeader, tarHeader } from './tar-header.ts'

/** Blocks of a tar, in bytes: a header is one, the bytes of an entry fill whole ones. */
const block = 512

/**
 * The entries of a tar in their order: ustar, pax, GNU long names and the tar before them.
 *
 * ```
 * | header 512 | bytes, filled up to 512 | header | … | 512 zeros | 512 zeros |
 * ```
 */
export async function* tarEntries(
  bytes: AsyncIterable<Uint8Array>,
  level: number,
): AsyncIterable<ArchiveEntry> {
  const input = byteReader(bytes)
  try {
    let extension: TarExtension = {}
    for (;;) {
      const header = await nextHeader(input, level)
      if (header === undefined) return
      const type = header.type
      if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
        const record = await readRecord(input, header, level)
        extension = { ...extension, ...extensionOf(type, record) }
        continue
      }
      yield* readEntry(input, { ...header, ...extension }, level)
      extension = {}
    }
  } finally {
    await input.close()
  }
}

/**
 * The next header; undefined at the end. What follows an end mark is read to the last byte: it may
 * be another tar, put behind the first, and the packing around it holds its sum there.
 */
async function nextHeader(input: ByteReader, level: number): Promise<TarHeader | undefined> {
  let isBehindMark = false
  for (;;) {
    const bytes = await input.take(block)
    const isZero = bytes.every((byte) => byte === 0)
    if (isBehindMark && isZero && bytes.length < block) return undefined
    if (bytes.length < block) throw cut('ends without its end mark', level)
    if (!isZero) return readHeader(bytes, level)
    isBehindMark = true
  }
}

function readHeader(bytes: Uint8Array, level: number): TarHeader {
  const header = tarHeader(bytes)
  if (header !== undefined) return header
  const reason = 'The tar is damaged: what should be the header of an entry is none'
  throw new ArchiveError('ARCHIVE_DAMAGED', `${reason}; what came before is kept.`, level)
}

async function readRecord(
  input: ByteReader,
  { size }: TarHeader,
  level: number,
): Promise<Uint8Array> {
  if (size > tarRecordBytesMax) {
    const reason = `The tar is damaged: it describes an entry with more than ${tarRecordBytesMax} bytes`
    throw new ArchiveError('ARCHIVE_DAMAGED', `${reason}; what came before is kept.`, level)
  }
  const record = await input.take(size)
  if (record.length < size || !(await input.skip(padding(size)))) throw cut('breaks off', level)
  return record
}

function extensionOf(type: 'x' | 'g' | 'L' | 'K', record: Uint8Array): TarExtension {
  if (type === 'x') return paxExtension(record)
  if (type !== 'L') return {}
  const end = record.indexOf(0)
  return { name: end < 0 ? record : record.subarray(0, end) }
}

async function* readEntry(
  input: ByteReader,
  header: TarHeader & TarExtension,
  level: number,
): AsyncIterable<ArchiveEntry> {
  const refusal = header.sparse ? sparse : refusalOf(header)
  const size = dataless.has(header.type) ? 0 : header.size
  const name = entryName(header.name)
  let left = size
  async function* content(): AsyncIterable<Uint8Array> {
    for await (const chunk of input.chunks(left)) {
      left -= chunk.length
      yield chunk
    }
    if (left > 0) throw cut('breaks off', level)
  }
  yield { name, bytes: refusal === undefined ? content() : noBytes(), ...(refusal && { refusal }) }
  if (!(await input.skip(left + padding(size)))) throw cut('breaks off', level, name)
}

/** Links, devices, folders and pipes have no bytes, whatever their header says. */
const dataless: ReadonlySet<string> = new Set(['2', '3', '4', '5', '6'])

const sparse: EntryRefusal = {
  code: 'ARCHIVE_UNSUPPORTED',
  reason: 'A file with holes (sparse), which is not read from a tar. Unpack it and give the file.',
}

function refusalOf({ type, name }: TarHeader): EntryRefusal | 'folder' | undefined {
  if (type === '5' || (type === '0' && name.at(-1) === 0x2f)) return 'folder'
  if (type === '0' || type === '7') return undefined
  if (type === '2') {
    return { code: 'SYMLINK', reason: 'This is a symbolic link; links are not followed.' }
  }
  const what = otherTypes[type] ?? 'of a kind that is not known'
  return { code: 'NOT_A_FILE', reason: `This entry is ${what}, not a file.` }
}

const otherTypes: Readonly<Record<string, string>> = {
  '1': 'a link to another entry',
  '3': 'a device',
  '4': 'a device',
  '6': 'a pipe',
  D: 'the list of a folder',
  M: 'the rest of a file from another volume',
  V: 'the name of a volume',
}

function padding(size: number): number {
  return (block - (size % block)) % block
}

function cut(what: string, level: number, name?: string): ArchiveError {
  const place = name === undefined ? '' : ` in "${name}"`
  const reason = `The tar ${what}${place}: it was cut, or not copied whole; what came before is kept.`
  return new ArchiveError('ARCHIVE_DAMAGED', reason, level)
}
