import { crc32 } from 'node:zlib'
import type { PackingMeter } from './archive-budget.ts'
import { type ArchiveEntry, type EntryRefusal, noBytes } from './archive-entry.ts'
import { ArchiveError, overLimit } from './archive-error.ts'
import { lzmaDictionaryBytesMax, sevenZipHeaderBytesMax } from './archive-limits.ts'
import { byteReader } from './byte-reader.ts'
import { entryName } from './entry-name.ts'
import { lzma1 } from './lzma1.ts'
import { lzma2, lzma2Dictionary } from './lzma2.ts'
import { LzmaError } from './range-decoder.ts'
import {
  damagedHeader,
  headerReader,
  readFiles,
  type SevenZipFile,
  type SevenZipFolder,
} from './seven-zip-header.ts'
import { encryption, readStreams, signatureBytes } from './seven-zip-streams.ts'
import type { Store } from './store.ts'
import { unpacked } from './unpacked.ts'
import { packedBytes, type ZipReading } from './zip-content.ts'

/**
 * The entries of a 7z in their order: copied, LZMA, LZMA2 and deflate, several files in one stream.
 *
 * ```
 * | 7z BC AF 27 1C, version 2, sum 4, header's place 8, size 8, sum 4 | packed streams | header |
 * ```
 */
export async function* sevenZipEntries(
  store: Store,
  reading: ZipReading,
): AsyncIterable<ArchiveEntry> {
  const meter = reading.budget.packing()
  const { folders, files } = await readHeader(store, reading, meter)
  if (files.length > reading.budget.limits.entriesMax) {
    throw overLimit('entriesMax', reading.budget.limits)
  }
  let next = 0
  for (const folder of folders) {
    const own: SevenZipFile[] = []
    while (own.length < folder.files.length && next < files.length) {
      const file = files[next++] as SevenZipFile
      if (file.hasStream) own.push(file)
      else yield emptyEntry(file)
    }
    yield* folderEntries(store, folder, own, reading, meter)
  }
  for (; next < files.length; next++) yield emptyEntry(files[next] as SevenZipFile)
}

async function readHeader(
  store: Store,
  reading: ZipReading,
  meter: PackingMeter,
): Promise<{ folders: readonly SevenZipFolder[]; files: readonly SevenZipFile[] }> {
  const { level } = reading
  const start = Buffer.from(await store.read(0, signatureBytes))
  if (start.length < signatureBytes || crc32(start.subarray(12)) !== start.readUInt32LE(8)) {
    throw damagedHeader(level)
  }
  const size = Number(start.readBigUInt64LE(20))
  const at = signatureBytes + Number(start.readBigUInt64LE(12))
  if (size === 0) return { folders: [], files: [] }
  if (size > sevenZipHeaderBytesMax) throw damagedHeader(level)
  let header = Buffer.from(await store.read(at, size))
  if (crc32(header) !== start.readUInt32LE(28)) throw damagedHeader(level)
  // The header is packed itself, as a rule.
  while (header[0] === 0x17) {
    const [folder] = readStreams(headerReader(header.subarray(1), level), level)
    if (!folder || folder.size > sevenZipHeaderBytesMax) throw damagedHeader(level)
    const refusal = refusalOf(folder)
    if (refusal) throw new ArchiveError(refusal.code, refusal.reason, level)
    const chunks: Uint8Array[] = []
    for await (const chunk of folderBytes(store, folder, reading, meter)) chunks.push(chunk)
    header = Buffer.concat(chunks)
    if (crc32(header) !== (folder.files[0]?.crc ?? crc32(header))) throw damagedHeader(level)
  }
  const input = headerReader(header, level)
  if (input.byte() !== 1) throw damagedHeader(level)
  let folders: readonly SevenZipFolder[] = []
  let files: readonly SevenZipFile[] = []
  for (let property = input.byte(); property !== 0; property = input.byte()) {
    if (property === 4) folders = readStreams(input, level)
    else if (property === 5) files = readFiles(input, level)
    else throw damagedHeader(level)
  }
  return { folders, files }
}

function emptyEntry({ name, isFolder }: SevenZipFile): ArchiveEntry {
  const shown = entryName(Buffer.from(name))
  return { name: shown, bytes: noBytes(), ...(isFolder && { refusal: 'folder' }) }
}

/** The files of one packed stream; they are unpacked one behind the other, the passed over too. */
async function* folderEntries(
  store: Store,
  folder: SevenZipFolder,
  files: readonly SevenZipFile[],
  reading: ZipReading,
  meter: PackingMeter,
): AsyncIterable<ArchiveEntry> {
  const unread = refusalOf(folder)
  const input = byteReader(unread ? noBytes() : folderBytes(store, folder, reading, meter))
  try {
    for (const [index, file] of files.entries()) {
      const { size, crc } = folder.files[index] ?? { size: 0 }
      let left = size
      let sum = 0
      async function* content(): AsyncIterable<Uint8Array> {
        for await (const chunk of input.chunks(left)) {
          left -= chunk.length
          sum = crc32(chunk, sum)
          yield chunk
        }
        if (left > 0) throw damaged('it ends before its size', reading.level)
        if (crc !== undefined && sum !== crc) {
          throw damaged('its bytes are not those that were packed (CRC)', reading.level + 1)
        }
      }
      const refusal = unread ?? kindRefusal(file)
      const bytes = refusal ? noBytes() : content()
      yield { name: entryName(Buffer.from(file.name)), bytes, ...(refusal && { refusal }) }
      if (!unread && !(await input.skip(left))) throw damaged('it breaks off', reading.level)
    }
  } finally {
    await input.close()
  }
}

async function* folderBytes(
  store: Store,
  folder: SevenZipFolder,
  { level, took }: ZipReading,
  meter: PackingMeter,
): AsyncIterable<Uint8Array> {
  const place = { start: folder.start, packedSize: folder.packedSize, took }
  async function* metered(): AsyncIterable<Uint8Array> {
    for await (const chunk of packedBytes(store, place)) {
      meter.packed(chunk.length)
      yield chunk
    }
  }
  if (folder.coder === coders.deflate) {
    yield* unpacked(packedBytes(store, place), 'deflate', { meter, level })
    return
  }
  const input = byteReader(metered())
  const content =
    folder.coder === coders.lzma2
      ? lzma2(input, lzma2Dictionary(folder.properties[0] ?? 0) ?? 0)
      : folder.coder === coders.lzma
        ? lzma1(metered(), folder.properties, folder.size)
        : metered()
  try {
    for await (const chunk of content) {
      meter.unpacked(chunk.length)
      yield chunk
    }
  } catch (error) {
    throw error instanceof LzmaError ? damaged('its packed data is none', level) : error
  } finally {
    await input.close()
  }
}

const coders = { copy: '00', lzma2: '21', lzma: '030101', deflate: '040108' } as const

/** Why the files of a packed stream are not read. */
function refusalOf(
  folder: SevenZipFolder,
): (EntryRefusal & { readonly code: 'ARCHIVE_ENCRYPTED' | 'ARCHIVE_UNSUPPORTED' }) | undefined {
  const { coder, properties, isChain } = folder
  if (coder === encryption) {
    const reason = 'This asks for a password. Unpack the 7z with it and give the folder.'
    return { code: 'ARCHIVE_ENCRYPTED', reason }
  }
  const known: readonly string[] = Object.values(coders)
  if (isChain || !known.includes(coder)) {
    const reason =
      'This is packed in a way that is not read from a 7z. Unpack it and give the folder.'
    return { code: 'ARCHIVE_UNSUPPORTED', reason }
  }
  if (dictionaryBytes(coder, properties) <= lzmaDictionaryBytesMax) return undefined
  const reason = `This is packed with a dictionary of more than ${lzmaDictionaryBytesMax / 1024 ** 2} MiB. Unpack it and give the folder.`
  return { code: 'ARCHIVE_UNSUPPORTED', reason }
}

function dictionaryBytes(coder: string, properties: Uint8Array): number {
  if (coder === coders.lzma2) return lzma2Dictionary(properties[0] ?? 0) ?? Number.POSITIVE_INFINITY
  if (coder !== coders.lzma || properties.length < 5) return 0
  return new DataView(properties.buffer, properties.byteOffset).getUint32(1, true)
}

function kindRefusal({ mode }: SevenZipFile): EntryRefusal | undefined {
  const kind = mode & 0o170000
  if (kind === 0 || kind === 0o100000) return undefined
  return kind === 0o120000
    ? { code: 'SYMLINK', reason: 'This is a symbolic link; links are not followed.' }
    : { code: 'NOT_A_FILE', reason: 'This entry is a pipe, a socket or a device, not a file.' }
}

function damaged(what: string, level: number): ArchiveError {
  return new ArchiveError('ARCHIVE_DAMAGED', `This entry of the 7z is damaged: ${what}.`, level)
}
