import { binaryKind } from './binary.ts'
import type { WideEncoding } from './byte-order.ts'
import { decode, decodeUtf16 } from './encoding.ts'
import { fileBytesMax } from './limits.ts'
import { repairMojibake } from './mojibake.ts'
import { type DumpEntry, type Reading, repairedReading } from './reading.ts'

/** Of a row or an object, which the shape of its dump has shown to be text: UTF-16, where it is that. */
export interface RowEncoding {
  readonly wide: WideEncoding | undefined
}

/** Decodes one entry of a dump and reads its text: the same way as a file that is one cable. */
export function entryText(
  bytes: Uint8Array,
  place: string,
  read: (text: string) => Reading,
  row?: RowEncoding,
): DumpEntry {
  const fail = (code: string, reason: string): DumpEntry => ({
    place,
    bytes,
    encoding: { name: 'utf-8', replaced: 0 },
    reading: { code, reason },
  })
  if (bytes.length > fileBytesMax) {
    const most = `${fileBytesMax / 1024 / 1024} MiB`
    return fail('FILE_TOO_LARGE', `This part of the file is larger than ${most}; a cable is not.`)
  }
  const binary = row === undefined ? binaryKind(bytes) : undefined
  if (binary) return fail('BINARY', `This part of the file is ${binary}, not text.`)
  const { text, name, replaced } =
    row?.wide === undefined ? decode(bytes) : decodeUtf16(bytes, row.wide)
  const mended = repairMojibake(text)
  const encoding = { name, replaced }
  const reading = read(mended.text)
  return { place, bytes, encoding, reading: repairedReading(reading, mended.repaired) }
}
