import { createHash } from 'node:crypto'
import { listed } from './cable-row.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { malformed, rowEntry, tooFewColumns } from './row-entry.ts'
import { readCells } from './table-cells.ts'
import { type TableDialect, tableRows } from './table-rows.ts'
import { wholeEndOf } from './whole-row.ts'
import { openWindow } from './window.ts'

/**
 * A newspaper's index of the cables, without their numbers and texts (specification 7.2).
 *
 *     2007-03-04T09:10:00Z,Embassy Lome,"PREL, EWWT, TO"
 */
export const indexCsv: DumpFormat = {
  name: 'index-csv',
  recognises: (head) => {
    const lines = head.replace(/^(?:[\r\n]|[A-Za-z][^\r\n\d]{3,200}\r?\n)+/, '')
    return firstRow.test(lines)
  },
  read: readIndex,
}

const time = '"?\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,6})?Z?"?'
const opening = new RegExp(`^${time},`)
/** Three columns and no more. */
const firstRow = new RegExp(
  `^${time},(?:"[^"\\r\\n]{0,120}"|[^",\\r\\n]{0,120}),(?:"[^"]{0,1000}"|[^",\\r\\n]{0,40})[ \\t]{0,9}(?:\\r?\\n|$)`,
)

const shape = { delimiter: ',', quote: '"', opening, escapes: false, columns: 3 }
const dialect: TableDialect = { ...shape, isOpeningSure: true, wholeEnd: wholeEndOf(shape) }

async function* readIndex(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    let number = 0
    for await (const row of tableRows(window, dialect)) {
      const isHeading = number === 0 && row.bytes.length < 400 && !row.bytes.some(isDigit)
      if (isHeading) continue
      number += 1
      yield rowEntry(row, number, window.encoding, readRow)
    }
  } finally {
    await window.close()
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function readRow(text: string): Reading {
  if (!opening.test(text)) return malformed('a time')
  const rule = { delimiter: ',', escapes: false, pairs: true, allQuoted: false }
  const { cells } = readCells(text, { ...rule, columns: 3 })
  if (cells.length < 3) return tooFewColumns(cells.length, 3)
  const [created = '', origin = '', tags = ''] = cells.map((cell) => cell.trim())
  const uniqueId = idOf(created, origin, tags)
  const codes = listed(tags, /[,;]/)
  return {
    text: '',
    facts: {
      id: uniqueId,
      created,
      ...(origin !== '' && { origin }),
      ...(codes.length > 0 && { tags: codes }),
      textState: 'index-only',
      source: { uniqueId },
    },
  }
}

/**
 * `INDEX-20070304T0910Z-EMBASSY-LOME-3FA91C`: time and origin, and six digits of the hash of the
 * whole row, since a post may send two cables in one minute.
 */
function idOf(created: string, origin: string, tags: string): string {
  const [minute = ''] = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(created) ?? []
  const hash = createHash('sha256').update(`${created}\n${origin}\n${tags}`).digest('hex')
  const place = origin.toUpperCase().replace(/[^A-Z0-9]+/g, '-')
  const name = place.replace(/^-|-$/g, '').slice(0, 60)
  return `INDEX-${minute.replace(/[-:]/g, '')}Z-${name}-${hash.slice(0, 6).toUpperCase()}`
}
