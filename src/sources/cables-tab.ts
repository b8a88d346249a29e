import { readCableRow } from './cable-row.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { malformed, rowEntry, tooFewColumns, tooManyColumns } from './row-entry.ts'
import { readCells } from './table-cells.ts'
import { type TableDialect, tableRows } from './table-rows.ts'
import { openWindow } from './window.ts'

/**
 * Rows of the archive's database, parted by tabs and without quotes, each line end within a row
 * behind a backslash (specification 7.2).
 *
 *     2007-03-04 09:10:00⇥07LOME77⇥Embassy Lome⇥CONFIDENTIAL⇥07LOME61⇥header\
 *     header⇥body\
 *     body
 */
export const cablesTab: DumpFormat = {
  name: 'cables-tab',
  recognises: (head) => opening.test(head.replace(/^[\r\n]+/, '')),
  read: readCablesTab,
}

// A running number may stand before the time, and the id before the rest.
const opening =
  /^[ ]{0,9}(?:\d{1,12}\t)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})[ T]\d{1,2}:\d{2}(?::\d{2})?Z?\t[^\t\n]{1,120}\t/

/** Created, id, origin, classification, references, header, body. */
const columns = 7

const dialect: TableDialect = { delimiter: '\t', opening, isOpeningSure: true, escapes: true }

async function* readCablesTab(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    let number = 0
    for await (const row of tableRows(window, dialect)) {
      number += 1
      yield rowEntry(row, number, window.encoding, readRow)
    }
  } finally {
    await window.close()
  }
}

function readRow(text: string): Reading {
  if (!opening.test(text)) return malformed('a time, an id and an origin')
  const start = /^ {0,9}\d{1,12}\t/.exec(text)?.[0].length ?? 0
  const { cells, tooMany } = readCells(text.slice(start), {
    delimiter: '\t',
    escapes: true,
    pairs: false,
    allQuoted: false,
    unquoted: true,
    columns,
  })
  if (tooMany) return tooManyColumns
  if (cells.length < columns - 2) return tooFewColumns(cells.length, columns)
  const [created = '', id = '', origin = '', classification = '', references = '', ...rest] = cells
  // With one text alone nobody knows whether it is the header's.
  const [header, body] = rest.length > 1 ? rest : [undefined, rest[0]]
  const row = { created, id, origin, classification, references, body: body ?? '' }
  return readCableRow(header === undefined ? row : { ...row, header })
}
