import type { WideEncoding } from './byte-order.ts'
import { columnsMax, rowBytesMax } from './limits.ts'
import type { DumpEntry, Reading } from './reading.ts'
import { entryText } from './record-text.ts'
import type { TableRow } from './table-rows.ts'

/** A row as an entry of its dump; `read` makes a reading of its text. */
export function rowEntry(
  { bytes, tooLarge }: TableRow,
  number: number,
  wide: WideEncoding | undefined,
  read: (text: string) => Reading,
): DumpEntry {
  const place = `row ${number.toLocaleString('en')}`
  if (!tooLarge) return entryText(bytes, place, read, { wide })
  return { place, bytes, encoding: { name: wide ?? 'utf-8', replaced: 0 }, reading: oversized }
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

/** Said of a row that lacks columns. */
export function tooFewColumns(found: number, whole: number): Reading {
  return {
    code: 'ROW_COLUMNS',
    reason: `The row has ${found} columns, and a row of this dump has ${whole}.`,
  }
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

/** Said of bytes between two rows that open like none. */
export function malformed(expected: string): Reading {
  return {
    code: 'ROW_MALFORMED',
    reason: `This does not open like a row: ${expected} should stand first.`,
  }
}
