import { readCableRow } from './cable-row.ts'
import {
  type CablesDialect,
  cablesColumns,
  cablesDialectOf,
  usualDialect,
} from './cables-dialect.ts'
import { isColumnName } from './column-names.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { malformed, rowEntry, tooFewColumns, tooManyColumns, unclosed } from './row-entry.ts'
import { type CellRule, type RowCells, readCells } from './table-cells.ts'
import { type TableRow, tableRows } from './table-rows.ts'
import { openWindow } from './window.ts'
import { headOf } from './window-head.ts'

/**
 * The full dump: eight columns, no heading (specification 7.2).
 *
 *     "1","3/4/2007 9:10","07LOME77","Embassy Lome","CONFIDENTIAL","07LOME61|07ACCRA9","header","body"
 */
export const cablesCsv: DumpFormat = {
  name: 'cables-csv',
  recognises: (head) => cablesDialectOf(head) !== undefined,
  read: readCablesCsv,
}

async function* readCablesCsv(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    const dialect = cablesDialectOf(await headOf(window)) ?? usualDialect
    let number = 0
    for await (const row of tableRows(window, dialect)) {
      if (!row.tooLarge && isNoRow(row.bytes, number === 0, dialect)) continue
      number += 1
      yield rowEntry(row, number, window.encoding, (text) => readRow(text, row, dialect))
    }
  } finally {
    await window.close()
  }
}

/** Names of the columns, wherever they stand; what a spreadsheet leaves of an empty row. */
function isNoRow(row: Uint8Array, isFirst: boolean, dialect: CablesDialect): boolean {
  if (row.length > 1_000) return false
  const text = Buffer.from(row).toString('latin1').replaceAll('\0', '').trim()
  if (/^sep=.$/.test(text) && isFirst) return true
  const { delimiter, opening, quote } = dialect
  const cells = text.split(delimiter).map((cell) => cell.replaceAll(quote, '').trim())
  if (cells.length < cablesColumns - 1 || opening.test(text)) return false
  if (cells.every((cell) => cell === '')) return true
  const isNamed = cells.filter((cell) => isColumnName(cell)).length * 2 > cells.length
  return isNamed || (isFirst && /^["']?[A-Za-z_]\D+$/.test(text))
}

function readRow(text: string, row: TableRow, dialect: CablesDialect): Reading {
  if (!dialect.opening.test(text)) {
    const isCut = row.last && text.length < 60 && /^["'\d]/.test(text)
    return isCut ? unclosed(true) : malformed('a number, a date and an id')
  }
  // Cut behind `\"`, a row looks whole to those who take the backslash for a sign.
  if (row.last && /(?<!\\)(?:\\\\){0,99}\\["']$/.test(text.slice(-202))) return unclosed(true)
  const rule = ruleOf(text, dialect)
  const read = cellsOf(text, rule)
  if (read.tooMany) return tooManyColumns
  const isWhole = !read.open && read.cells.length <= cablesColumns
  const whole = isWhole ? read : (withoutEmpty(text, rule) ?? read)
  if (whole.open) return unclosed(row.last)
  // Quotes and commas that nobody escaped are the body's, the one column that holds running text.
  const { cells } =
    whole.cells.length > cablesColumns
      ? readCells(text, { ...rule, columns: cablesColumns })
      : whole
  if (cells.length < cablesColumns) return tooFewColumns(cells.length, cablesColumns)
  const [, created = '', id = '', origin = '', classification = '', references = ''] = cells
  const [header = '', body = ''] = [cells[6], cells[7]]
  return readCableRow({ created, id, origin, classification, references, header, body })
}

/** The row without the empty columns that a spreadsheet appends: `…,"body",,""`. */
function withoutEmpty(text: string, rule: CellRule): RowCells | undefined {
  const { delimiter, quote = '"' } = rule
  const end = new RegExp(`(?:[${delimiter}][ ]{0,9}(?:[${quote}]{2})?){1,99}[ ]{0,99}$`)
  const from = Math.max(text.length - 2_000, 0)
  const found = end.exec(text.slice(from))
  if (found === null) return undefined
  const read = readCells(text.slice(0, from + found.index), rule)
  return !read.open && read.cells.length === cablesColumns ? read : undefined
}

/** The reading that gives a row its columns: as the dump is written, else with the quotes as they are. */
function cellsOf(text: string, rule: CellRule): RowCells {
  const usual = readCells(text, rule)
  if (!usual.open && usual.cells.length === cablesColumns) return usual
  for (const other of [
    { ...rule, escapes: false },
    { ...rule, pairs: false },
  ]) {
    const read = readCells(text, other)
    if (!read.open && read.cells.length === cablesColumns) return read
  }
  return usual
}

function ruleOf(text: string, { delimiter, quote }: CablesDialect): CellRule {
  const allQuoted = text.trimStart().startsWith(quote)
  // `"1", "3/4/2007 9:10", "07LOME77"`
  const spaced = new RegExp(
    `^[^\\r\\n]{0,20}[${quote}][ ]{0,9}[${delimiter}][ ]{1,9}[${quote}]`,
  ).test(text)
  return { delimiter, quote, escapes: true, pairs: true, allQuoted, spaced }
}
