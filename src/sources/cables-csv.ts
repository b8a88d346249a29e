import { readCableRow } from './cable-row.ts'
import type { DumpFormat, Reading } from './reading.ts'
import { rowEntry, tooManyColumns, unclosed } from './row-entry.ts'
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
  recognises: (head) => opening.test(head.replace(/^[\r\n]+/, '')),
  read: readCablesCsv,
}

const day = '(?:\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2})'
const opening = new RegExp(
  `^"?[ \\t]{0,9}\\d{1,12}[ \\t]{0,9}"?,[ \\t]{0,9}"?[ \\t]{0,9}${day}[ T]{1,3}\\d{1,2}:\\d{2}`,
)

/** Number, created, id, origin, classification, references, header, body. */
const columns = 8

async function* readCablesCsv(bytes: AsyncIterable<Uint8Array>) {
  const window = await openWindow(bytes)
  try {
    const dialect: TableDialect = {
      delimiter: ',',
      opening,
      quoted: window.signs[window.start] === 0x22,
      escapes: true,
      columns,
    }
    let number = 0
    for await (const row of tableRows(window, dialect)) {
      number += 1
      yield rowEntry(row, number, window.encoding, (text) => readRow(text, row))
    }
  } finally {
    await window.close()
  }
}

function readRow(text: string, row: TableRow): Reading {
  if (!opening.test(text)) {
    return {
      code: 'ROW_MALFORMED',
      reason: 'This does not open like a row: a number, a date and an id should stand first.',
    }
  }
  const read = cellsOf(text)
  if (read.tooMany) return tooManyColumns
  if (read.open) return unclosed(row.last)
  const { cells } = read
  if (cells.length < columns) {
    return {
      code: 'ROW_COLUMNS',
      reason: `The row has ${cells.length} columns, and a row of this dump has ${columns}.`,
    }
  }
  const [, created = '', id = '', origin = '', classification = '', references = ''] = cells
  const [header = '', body = ''] = [cells[6], cells[7]]
  return readCableRow({ created, id, origin, classification, references, header, body })
}

/** The reading that gives a row its columns: as the dump is written, else with the quotes as they are. */
function cellsOf(text: string): RowCells {
  const allQuoted = text.startsWith('"')
  const rule: CellRule = { delimiter: ',', escapes: true, pairs: true, allQuoted }
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
