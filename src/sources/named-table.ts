import { readDate } from '../cable/date.ts'
import { isColumnName, plainName } from './column-names.ts'
import { readNamedValues } from './column-record.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { malformed, rowEntry, tooFewColumns, tooManyColumns, unclosed } from './row-entry.ts'
import { type CellRule, readCells } from './table-cells.ts'
import { type TableDialect, type TableRow, tableRows } from './table-rows.ts'
import { openWindow } from './window.ts'
import { headOf } from './window-head.ts'

/**
 * A table with the names of its columns in the first row, parted by commas, semicolons, tabs or bars.
 *
 *     URL,Draft Date,Document Number,Film Number,From,Subject,TAGS,To
 *     https://…,04 MAR 1974,1974LOME00077,D740049-0121,LOME,A CRANE,EWWT,STATE
 */
export const namedTable: DumpFormat = {
  name: 'table',
  recognises: (head) => headingOf(head) !== undefined,
  read: readTable,
}

/** The names above a table. */
interface Heading {
  readonly names: readonly string[]
  readonly delimiter: string
  /** Length with its line end, in signs. */
  readonly length: number
}

const delimiters: readonly string[] = [',', '\t', ';', '|']

/** The labels of a viewer page that was copied as text; its row and its cable stand below. */
const pastedPage = /^\s{0,40}Reference ID\s{1,9}(?:Created|Date)\s/i

/** The first line that is not blank; a spreadsheet's `sep=;` is none. */
const firstLine = /^((?:[ \t]{0,40}[\r\n]|sep=.[\r\n]){0,199})([^\r\n]{3,20000})(?:\r?\n|\r|$)/

/** The first line, where at least three names stand in it and two of them say what they hold. */
function headingOf(head: string): Heading | undefined {
  const found = firstLine.exec(head)
  const line = found?.[2] ?? ''
  if (pastedPage.test(line)) return undefined
  for (const delimiter of delimiters) {
    const { cells, open } = readCells(line, ruleOf(delimiter, false))
    const names = cells.map(plainName)
    const known = cells.filter(isColumnName).length
    const isShort = cells.every((cell) => cell.length <= 60 && !/[.!?] |\d{3}/.test(cell))
    const isNamed = new Set(names).size === names.length && known >= 2 && known * 4 >= cells.length
    if (!open && cells.length >= 2 && isShort && isNamed) {
      return { names, delimiter, length: found?.[0].length ?? 0 }
    }
  }
  return undefined
}

async function* readTable(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    const head = await headOf(window)
    const heading = headingOf(head) ?? { names: [], delimiter: ',', length: 0 }
    const isCarriageReturn = !head.includes('\n') && head.includes('\r')
    const dialect: TableDialect = {
      ...dialectOf(head.slice(heading.length), heading),
      ...(isCarriageReturn && { lineEnd: '\r' }),
    }
    window.drop(window.start + heading.length)
    let number = 0
    for await (const row of tableRows(window, dialect)) {
      if (isNoRow(row, heading)) continue
      number += 1
      const read = (text: string): Reading => readRow(text, row, heading, dialect)
      yield rowEntry(row, number, window.encoding, read)
    }
  } finally {
    await window.close()
  }
}

/** The names once more, where tables were joined; or what a spreadsheet leaves of an empty row. */
function isNoRow({ bytes, tooLarge }: TableRow, { names, delimiter }: Heading): boolean {
  if (tooLarge || bytes.length > 20_000) return false
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', '').replace(utf8Mark, '')
  const cells = text.split(delimiter).map((cell) => plainName(cell))
  if (cells.length !== names.length) return false
  return cells.every((cell) => cell === '') ? /^[\s",;|]*$/.test(text) : `${cells}` === `${names}`
}

/** Of a file that was joined to another one, as its bytes read in Latin-1. */
const utf8Mark = '\xef\xbb\xbf'

/** How the rows below a heading are written, learned from the first of them. */
function dialectOf(below: string, { names, delimiter }: Heading): TableDialect {
  const rows = below.replace(/^[\r\n]+/, '')
  // `\"x` could not stand in a table that writes its quotes twice.
  const escapes = /[^"\\]\\"[^",\r\n]/.test(rows) && !/[^",]""[^",\r\n]/.test(rows)
  const { cells } = readCells(rows, { ...ruleOf(delimiter, escapes), columns: 3 })
  const opening = openingOf(cells, delimiter)
  return {
    delimiter,
    escapes,
    columns: names.length,
    endsWhenWhole: true,
    isOpeningSure: opening !== undefined && rows.startsWith('"'),
    ...(opening !== undefined && { opening }),
  }
}

/** How a row opens, where the first column holds numbers, days, ids or addresses. */
function openingOf(cells: readonly string[], delimiter: string): RegExp | undefined {
  // An address may be longer than what is looked at of a line.
  if (/^\s*https?:\/\//.test(cells[0] ?? '')) return /^ {0,9}"?https?:\/\//i
  const first = shapeOf(cells[0] ?? '')
  if (first === undefined) return undefined
  const second = shapeOf(cells[1] ?? '')
  const part = delimiter === '|' ? '\\|' : delimiter
  return new RegExp(
    `^[ ]{0,9}"?${first}"?${part}${second === undefined ? '' : `"?(?:${second})?`}`,
    'i',
  )
}

function shapeOf(cell: string): string | undefined {
  const text = cell.trim()
  if (/^\d{1,12}$/.test(text)) return '\\d{1,12}'
  if (/^(?:19|20)?\d{2}[A-Z]{2,24}\d{1,7}$/.test(text)) return '(?:19|20)?\\d{2}[A-Z]{2,24}\\d{1,7}'
  if (readDate(text) !== undefined) return '\\d{1,4}[-/ ](?:\\d{1,2}|[A-Z]{3})[-/ ]\\d{1,4}'
  return undefined
}

function readRow(text: string, row: TableRow, heading: Heading, dialect: TableDialect): Reading {
  const { names, delimiter } = heading
  const rule = ruleOf(delimiter, dialect.escapes)
  const read = readCells(text, rule)
  if (read.tooMany) return tooManyColumns
  if (read.open) return unclosed(row.last)
  const isShort = read.cells.length < names.length
  // Columns that are empty may be left out at the end, in a row that opens like the others.
  if (isShort && dialect.opening && !dialect.opening.test(text)) {
    return malformed('what stands first in the other rows')
  }
  if (isShort && !dialect.opening && read.cells.length * 2 < names.length) {
    return tooFewColumns(read.cells.length, names.length)
  }
  const values = new Map<string, string>()
  names.forEach((name, index) => {
    values.set(name, read.cells[index] ?? '')
  })
  return readNamedValues(values)
}

function ruleOf(delimiter: string, escapes: boolean): CellRule {
  return { delimiter, escapes, pairs: true, allQuoted: false }
}
