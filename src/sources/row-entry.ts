import { type WideEncoding, wideEncodingOf } from './byte-order.ts'
import { type DecodedText, decode, decodeUtf16 } from './encoding.ts'
import { columnsMax, rowBytesMax } from './limits.ts'
import { repairMojibake } from './mojibake.ts'
import { type DumpEntry, type Reading, repairedReading } from './reading.ts'
import type { TableRow } from './table-rows.ts'

/** Bytes of an entry as text, in the encoding of its dump; each entry's own where it is no UTF-16. */
export function decodeEntry(bytes: Uint8Array, wide: WideEncoding | undefined): DecodedText {
  return wide === undefined && wideEncodingOf(bytes) === undefined
    ? decode(bytes)
    : decodeUtf16(bytes, wide ?? wideEncodingOf(bytes) ?? 'utf-16le')
}

/** A row as an entry of its dump; `read` makes a reading of its text. */
export function rowEntry(
  { bytes, tooLarge }: TableRow,
  number: number,
  wide: WideEncoding | undefined,
  read: (text: string) => Reading,
): DumpEntry {
  const place = `row ${number.toLocaleString('en')}`
  if (tooLarge) {
    return { place, bytes, encoding: { name: wide ?? 'utf-8', replaced: 0 }, reading: oversized }
  }
  const { text, name, replaced } = decodeEntry(bytes, wide)
  const { text: mended, repaired } = repairMojibake(text)
  const reading = repairedReading(read(mended), repaired)
  return { place, bytes, encoding: { name, replaced }, reading }
}

const oversized: Reading = {
  code: 'ROW_TOO_LARGE',
  reason: `The row is larger than ${rowBytesMax / 1024 / 1024} MiB; its first part is kept.`,
}

/** Said of a row with more cells than any table of cables has. */
export const tooManyColumns: Reading = {
  code: 'ROW_COLUMNS',
  reason: `The row has more than ${columnsMax.toLocaleString('en')} columns; it is no row of cables.`,
}

/** Said of a row that ends inside quotes. */
export function unclosed(isLast: boolean): Reading {
  return isLast
    ? {
        code: 'ROW_TRUNCATED',
        reason: 'The dump breaks off in the middle of this row; fetch the file again.',
      }
    : {
        code: 'ROW_UNCLOSED',
        reason: 'A quote of this row is never closed, so where its text ends is not known.',
      }
}
