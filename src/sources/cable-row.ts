import type { ArchiveFacts } from '../cable/facts.ts'
import type { Reading } from './reading.ts'

/** What the columns of a table say of one cable. */
export interface CableRow {
  readonly id: string
  readonly created: string
  readonly origin: string
  readonly classification: string
  /** Ids joined by `|`, or by what a spreadsheet made of it. */
  readonly references: string
  /** Absent where the table does not keep header and body apart. */
  readonly header?: string
  readonly body: string
}

/** The cable of a row: header and body are its text, the other columns its facts. */
export function readCableRow(row: CableRow): Reading {
  const { header, body } = row
  const head = headerPart(header ?? '')
  const text = head + body
  const isEmpty = text.trim() === ''
  return {
    text: isEmpty ? '' : text,
    ...(!isEmpty && header !== undefined && { bodyStart: head.length }),
    facts: { ...factsOf(row), ...(isEmpty && { textState: 'index-only' }) },
  }
}

/** A transmission header ended by a line end; nothing where it is blank. */
export function headerPart(header: string): string {
  if (header.trim() === '') return ''
  return header.endsWith('\n') ? header : `${header}\n`
}

function factsOf(row: CableRow): ArchiveFacts {
  const id = row.id.trim()
  const created = countedDate(row.created.trim())
  const origin = row.origin.trim()
  const classification = row.classification.trim()
  const references = referencesIn(row.references)
  return {
    ...(id !== '' && { id }),
    ...(created !== '' && { created }),
    ...(classification !== '' && { classification }),
    ...(origin !== '' && { origin }),
    ...(references.length > 0 && { references }),
  }
}

/** The parts of a list in one cell, each once. */
export function listed(cell: string, separator: RegExp): readonly string[] {
  const parts = cell.split(separator).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** `07LOME61|07ACCRA9`; commas and blanks part them where each part has the shape of an id. */
export function referencesIn(cell: string): readonly string[] {
  const parts = listed(cell, /[|;\r\n]/)
  const ids = parts.flatMap((part) => part.split(/[,\s]+/).filter((id) => id !== ''))
  return ids.length > parts.length && ids.every((id) => cableId.test(id))
    ? [...new Set(ids)]
    : parts
}

const cableId = /^(?:19|20)?\d{2}[A-Za-z]{2,24}\d{1,7}$/

/** `1172999400` counts seconds since 1970, `1172999400000` milliseconds; other dates as they are. */
export function countedDate(printed: string): string {
  if (!/^-?\d{8,10}(?:\d{3})?(?:\.0{1,9})?$/.test(printed)) return printed
  const count = Number(printed)
  const date = new Date(Math.abs(count) < 1e11 ? count * 1_000 : count)
  const year = date.getUTCFullYear()
  // `20070304` is a day, and no second of 1970.
  const isDay = /^(?:19|20)\d{6}$/.test(printed)
  return isDay || Number.isNaN(year) || year < 1945 || year > 2035 ? printed : date.toISOString()
}
