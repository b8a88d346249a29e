import type { WideEncoding } from './byte-order.ts'
import { readCableRow } from './cable-row.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { malformed, rowEntry, tooFewColumns, tooManyColumns, unclosed } from './row-entry.ts'
import { type CellRule, type RowCells, readCells } from './table-cells.ts'
import { type TableDialect, type TableRow, tableRows } from './table-rows.ts'
import { openWindow } from './window.ts'

/**
 * The full dump: eight columns, no heading (specification 7.2).
 *
 *     "1","3/4/2007 9:10","07LOME77","Embassy Lome","CONFIDENTIAL","07LOME61|07ACCRA9","header","body"
 */
export const cablesCsv: DumpFormat = {
  name: 'cables-csv',
  recognises: (head) => {
    const lines = head.replace(/^[\r\n]+/, '')
    return opening.test(lines) || opening.test(lines.replace(headingRow, ''))
  },
  read: readCablesCsv,
}

const day = '(?:\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2})'
const opening = new RegExp(
  `^[ \\t]{0,9}"?[ \\t]{0,9}\\d{1,12}[ \\t]{0,9}"?,[ \\t]{0,9}"?[ \\t]{0,9}${day}[ T]{1,3}\\d{1,2}:\\d{2}`,
)

/** `id,created,reference-id,origin,…`: somebody put names above the rows. */
const headingRow = /^"?[A-Za-z_][^\r\n\d]{3,400}(?:\r?\n)+/

/** Number, created, id, origin, classification, references, header, body. */
const columns = 8

async function* readCablesCsv(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    const { signs, start, end } = window
    const head = signs.toString('latin1', start, Math.min(end, start + 1_000))
    const dialect: TableDialect = {
      delimiter: ',',
      opening,
      isOpeningSure: head
        .replace(/^[\r\n]+/, '')
        .replace(headingRow, '')
        .startsWith('"'),
      escapes: true,
      columns,
    }
    let number = 0
    for await (const row of tableRows(window, dialect)) {
      const isHeading = number === 0 && !row.tooLarge && isNames(row.bytes)
      if (isHeading) continue
      for (const part of partsOf(row, window.encoding)) {
        number += 1
        yield rowEntry(part, number, window.encoding, (text) => readRow(text, part))
      }
    }
  } finally {
    await window.close()
  }
}

function isNames(row: Uint8Array): boolean {
  if (row.length > 1_000) return false
  const text = Buffer.from(row).toString('latin1').replaceAll('\0', '')
  return (
    !opening.test(text) && text.split(',').length >= columns - 1 && headingRow.test(`${text}\n`)
  )
}

/** End of a row, and start of what stands behind its line end. */
interface RowEnd {
  readonly end: number
  readonly next: number
}

/**
 * A row with too many columns, of which the body ends at a line end: what follows is the rest of a
 * row that lost its start, and no part of this cable.
 */
function partsOf(row: TableRow, wide: WideEncoding | undefined): readonly TableRow[] {
  const { bytes, tooLarge, last } = row
  if (tooLarge || wide !== undefined) return [row]
  // Offsets of this text are offsets of the bytes: what parts the cells is ASCII.
  const signs = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const body = (last ? cutOpening(signs) : undefined) ?? endOfBody(signs)
  if (body === undefined) return [row]
  return [
    { bytes: bytes.subarray(0, body.end), tooLarge, last: false },
    { bytes: bytes.subarray(body.next), tooLarge, last },
  ]
}

/** A row of which nothing but its first signs is left stands at the end: `"3","3/` */
function cutOpening(signs: string): RowEnd | undefined {
  const from = Math.max(signs.length - 60, 0)
  const found = /(?:\r?\n){1,60}(?:"\d{0,12}|\d{1,12})(?:"?(?:,"?[\d/ :T-]{0,16})?)?$/.exec(
    signs.slice(from),
  )
  if (found === null) return undefined
  const end = from + found.index
  const row = signs.slice(0, end)
  const { cells, open } = readCells(row, ruleOf(row))
  const isWhole = !open && cells.length === columns
  return isWhole ? { end, next: end + (/^[\r\n]+/.exec(found[0])?.[0].length ?? 0) } : undefined
}

/** Where the eighth column ends at a line end, though more columns stand behind it. */
function endOfBody(signs: string): RowEnd | undefined {
  if (separatorsIn(signs) < columns) return undefined
  const { cells, starts } = cellsOf(signs)
  const [from, to] = [starts[columns - 1], starts[columns]]
  if (cells.length <= columns || from === undefined || to === undefined) return undefined
  // An odd number of quotes: two of them are one within the cell.
  const found = /(?<!["\\])(?:"")*"[ \t]{0,9}(\r?\n)+/.exec(signs.slice(from + 1, to))
  if (found === null) return undefined
  const at = from + 1 + found.index
  return { end: at + found[0].trimEnd().length, next: at + found[0].length }
}

/** Places where one quoted cell seems to end and another to begin; as many as `columns` will do. */
function separatorsIn(signs: string): number {
  let count = 0
  for (let at = signs.indexOf('","'); at !== -1 && count < columns; count += 1) {
    at = signs.indexOf('","', at + 1)
  }
  return count
}

function readRow(text: string, row: TableRow): Reading {
  if (!opening.test(text)) {
    const isCut = row.last && text.length < 60 && /^["\d]/.test(text)
    return isCut ? unclosed(true) : malformed('a number, a date and an id')
  }
  // Cut behind `\"`, a row looks whole to those who take the backslash for a sign.
  if (row.last && /(?<!\\)(?:\\\\){0,99}\\"$/.test(text.slice(-202))) return unclosed(true)
  const read = cellsOf(text)
  if (read.tooMany) return tooManyColumns
  if (read.open) return unclosed(row.last)
  const { cells } = read.cells.length > columns ? joined(text) : read
  if (cells.length < columns) return tooFewColumns(cells.length, columns)
  const [, created = '', id = '', origin = '', classification = '', references = ''] = cells
  const [header = '', body = ''] = [cells[6], cells[7]]
  return readCableRow({ created, id, origin, classification, references, header, body })
}

/** The reading that gives a row its columns: as the dump is written, else with the quotes as they are. */
function cellsOf(text: string): RowCells {
  const rule = ruleOf(text)
  const usual = readCells(text, rule)
  if (!usual.open && usual.cells.length === columns) return usual
  for (const other of [
    { ...rule, escapes: false },
    { ...rule, pairs: false },
  ]) {
    const read = readCells(text, other)
    if (!read.open && read.cells.length === columns) return read
  }
  return usual
}

/** Quotes and commas that nobody escaped are the body's, the one column that holds running text. */
function joined(text: string): RowCells {
  return readCells(text, { ...ruleOf(text), columns })
}

function ruleOf(text: string): CellRule {
  return { delimiter: ',', escapes: true, pairs: true, allQuoted: text.trimStart().startsWith('"') }
}
