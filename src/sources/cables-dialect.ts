import { isColumnName, plainName } from './column-names.ts'
import type { TableDialect } from './table-rows.ts'
import { telegramMark } from './telegram-mark.ts'
import { wholeEndOf } from './whole-row.ts'

/** Number, created, id, origin, classification, references, header, body. */
export const cablesColumns = 8

/** How a full dump is written: what parts its cells, what quotes them, what ends its lines. */
export interface CablesDialect extends TableDialect {
  readonly quote: string
  readonly opening: RegExp
}

/** Names above the rows, and the line in which a spreadsheet says what parts its cells. */
const aboveRows =
  /^(?:[\r\n]+|sep=[,;\t|][\t ]*(?:\r\n|\r|\n)|["']?[A-Za-z_][^\r\n\d]{3,400}(?:\r\n|\r|\n)){1,9}/

const day =
  '(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}[ -][A-Za-z]{3,9}[ -]\\d{2,4})'
const cableId = '(?:19|20)?\\d{2}[A-Z]{2,24}\\d{1,7}'

/**
 * How a row opens: with a number, a date and its time; with a number, a day and a cable's number; or,
 * where number or date are damaged, with a cable's number as third among cells in quotes.
 */
function openingOf(delimiter: string, quote: string): { row: RegExp; sure: RegExp } {
  const [d, q] = [`[${delimiter}]`, `[${quote}]`]
  const part = `[ ]{0,9}${q}?[ ]{0,9}${d}[ ]{0,9}${q}?[ ]{0,9}`
  const quoted = `${q}[ ]{0,9}${d}[ ]{0,9}${q}`
  const cell = `[^${delimiter}${quote}\\r\\n]`
  const number = `[ ]{0,9}${q}?[ ]{0,9}\\d{1,12}${part}`
  const dated = `${number}${day}[ T]{1,3}\\d{1,2}:\\d{2}`
  const sure = `${number}${day}${cell}{0,24}${part}${cableId}[ ]{0,9}${q}?[ ]{0,9}${d}`
  const damaged = `[ ]{0,9}${q}?${cell}{0,24}${quoted}${cell}{0,40}${quoted}${cableId}${quoted}`
  return {
    row: new RegExp(`^(?:${dated}|${sure}|${damaged})`),
    sure: new RegExp(`^${sure}`, 'gm'),
  }
}

interface Written {
  readonly delimiter: string
  readonly quote: string
  /** A row opens with a quote in any case: without one, the signs between cells prove too little. */
  readonly isQuoted: boolean
  readonly row: RegExp
  readonly sure: RegExp
}

function way(delimiter: string, quote: string, isQuoted: boolean): Written {
  return { delimiter, quote, isQuoted, ...openingOf(delimiter, quote) }
}

/** `"1","3/4/2007 9:10","07LOME77"`, cells in quotes or not. */
const usual: Written = way(',', '"', false)

const written: readonly Written[] = [
  usual,
  way(';', '"', false),
  way('\t', '"', true),
  way('|', '"', true),
  way(',', "'", true),
  way(';', "'", true),
  way('\t', "'", true),
]

/** A cell in quotes among cells parted by tabs: a spreadsheet's, and no row of a database. */
const quotedCell = /\t"(?:[^"]|""){0,9999}"(?:[\t\r\n]|$)/

/** How a dump is written, by its first signs; undefined where they are no dump's. */
export function cablesDialectOf(head: string): CablesDialect | undefined {
  if (namesOthers(head)) return undefined
  const below = head.replace(aboveRows, '')
  for (const way of written) {
    const start = [head.replace(/^[\r\n]+/, ''), below].find((text) => opensFirst(text, way))
    if (start !== undefined) return dialectOf(start, head, way)
  }
  if (/^\s*[<{[]/.test(head)) return undefined
  for (const way of written) {
    const start = firstWhole(head, way)
    if (start !== undefined) return dialectOf(head.slice(start), head, way)
  }
  return undefined
}

/** Places of the columns that a heading may name in its own words. */
const places: Readonly<Record<string, number>> = {
  origin: 3,
  classification: 4,
  references: 5,
  header: 6,
  body: 7,
}

/** Names of columns stand above the rows, and they are not those of the full dump. */
function namesOthers(head: string): boolean {
  const line = /^(?:[\r\n]|sep=.[\r\n]){0,99}([^\r\n]{3,2000})/.exec(head)?.[1] ?? ''
  const cells = line.split(/[,;\t|]/).map((cell) => plainName(cell))
  if (cells.filter((cell) => isColumnName(cell)).length < 2 || /\d{3}/.test(line)) return false
  const isElsewhere = cells.some((cell, at) => places[cell] !== undefined && places[cell] !== at)
  return isElsewhere || Math.abs(cells.length - cablesColumns) > 1
}

function opensFirst(text: string, { row, quote, delimiter, isQuoted }: Written): boolean {
  if (!row.test(text)) return false
  return !isQuoted || text.startsWith(quote) || (delimiter === '\t' && quotedCell.test(text))
}

/** Where the first row stands that opens as it should, below one that is damaged. */
function firstWhole(head: string, { sure, quote, isQuoted }: Written): number | undefined {
  const rows = head.matchAll(sure)
  const first = rows.next().value
  if (first === undefined) return undefined
  const isLineOfQuotes = first[0].startsWith(quote)
  if (isQuoted && !isLineOfQuotes) return undefined
  // A telegram with such a line in it is a telegram; with two of them it is the end of a row.
  const isTelegram = telegramMark(head.slice(0, first.index)) !== undefined
  if (isTelegram && (!isLineOfQuotes || rows.next().value === undefined)) return undefined
  return first.index
}

function dialectOf(first: string, head: string, { delimiter, quote, row }: Written): CablesDialect {
  const isCarriageReturn = !head.includes('\n') && head.includes('\r')
  const shape = { delimiter, quote, escapes: true, columns: cablesColumns, opening: row }
  return {
    ...shape,
    isOpeningSure: first.startsWith(quote),
    wholeEnd: wholeEndOf(shape),
    ...(isCarriageReturn && { lineEnd: '\r' }),
  }
}

/** Of a file that a person says is such a dump, though its first signs do not show it. */
export const usualDialect: CablesDialect = dialectOf('"', '\n', usual)
