import { columnsMax } from './limits.ts'

/** The cells of a row. */
export interface RowCells {
  readonly cells: readonly string[]
  /** The row ends inside quotes. */
  readonly open: boolean
  /** More than `columnsMax`; what is beyond them stands in no cell. */
  readonly tooMany: boolean
  /** Offset in the row's text where each cell begins, its quote included. */
  readonly starts: readonly number[]
}

/** How the cells of a row are written. */
export interface CellRule {
  readonly delimiter: string
  /** A backslash takes the meaning from the quote, backslash or line end behind it. */
  readonly escapes: boolean
  /** Two quotes are one. */
  readonly pairs: boolean
  /** Every cell stands in quotes: a quote ends its cell only if another cell's quote follows. */
  readonly allQuoted: boolean
  /** What cells stand in; `"` where absent. */
  readonly quote?: string
  /** Blanks may stand before the quote that opens a cell. */
  readonly spaced?: boolean
  /** Quotes are signs like any other; a backslash takes the meaning from a delimiter. */
  readonly unquoted?: boolean
  /** Columns of a whole row: the last one takes all that is left. */
  readonly columns?: number
}

/**
 * Reads the cells of one row. Both ways of writing a quote in a cell, `\"` and `""`, may stand in
 * one row; a lone quote that ends no cell is a quote.
 */
export function readCells(text: string, rule: CellRule): RowCells {
  const cells: string[] = []
  const starts: number[] = []
  const quote = rule.quote ?? '"'
  let at = 0
  for (;;) {
    if (rule.spaced === true) at = behindBlanks(text, at, quote)
    if (cells.length === columnsMax) return { cells, open: false, tooMany: true, starts }
    starts.push(at)
    const isLast = cells.length + 1 === rule.columns
    const isQuoted = text[at] === quote && rule.unquoted !== true
    const end = isQuoted ? endOfQuoted(text, at, rule, isLast) : endOfBare(text, at, rule, isLast)
    if (end === -1) {
      cells.push(unescaped(text.slice(at + 1), rule))
      return { cells, open: true, tooMany: false, starts }
    }
    const cell = isQuoted
      ? unescaped(text.slice(at + 1, end), rule)
      : bareCell(text.slice(at, end), rule)
    cells.push(cell)
    // What stands between a closing quote and the delimiter is nothing but blanks.
    const next = isQuoted ? text.indexOf(rule.delimiter, end + 1) : end
    if (isLast || next === -1 || next >= text.length) break
    at = next + rule.delimiter.length
  }
  return { cells, open: false, tooMany: false, starts }
}

/** The quote that opens a cell behind blanks; the same place where there is none. */
function behindBlanks(text: string, from: number, quote: string): number {
  let at = from
  while (text[at] === ' ') at += 1
  return text[at] === quote ? at : from
}

/** Position of the closing quote; of the last sign, where the cell takes all that is left. */
function endOfQuoted(text: string, at: number, rule: CellRule, isLast: boolean): number {
  if (!isLast) return quotedEnd(text, at + 1, rule)
  const end = text.trimEnd().length
  return end > at + 1 && text[end - 1] === (rule.quote ?? '"') ? end - 1 : -1
}

/** Position of the delimiter behind a cell without quotes, or the text's end. */
function endOfBare(text: string, from: number, rule: CellRule, isLast: boolean): number {
  if (isLast) return text.length
  let at = text.indexOf(rule.delimiter, from)
  while (at !== -1 && rule.unquoted === true && isEscaped(text, from, at)) {
    at = text.indexOf(rule.delimiter, at + 1)
  }
  return at === -1 ? text.length : at
}

/** Position of the quote that ends a cell; -1 where none does. */
function quotedEnd(text: string, from: number, rule: CellRule): number {
  const quote = rule.quote ?? '"'
  let at = text.indexOf(quote, from)
  while (at !== -1) {
    if (rule.escapes && isEscaped(text, from, at)) {
      at = text.indexOf(quote, at + 1)
      continue
    }
    let behind = at + 1
    while (text[behind] === quote) behind += 1
    const closes = !rule.pairs || (behind - at) % 2 === 1
    if (closes && endsCell(text, behind, rule)) return behind - 1
    at = text.indexOf(quote, behind)
  }
  return -1
}

function isEscaped(text: string, from: number, at: number): boolean {
  let before = at
  while (before > from && text.charCodeAt(before - 1) === 0x5c) before -= 1
  return (at - before) % 2 === 1
}

function endsCell(text: string, at: number, rule: CellRule): boolean {
  const { delimiter, allQuoted, quote = '"', spaced = false } = rule
  if (at === text.length) return true
  if (text.startsWith(delimiter, at)) {
    const next = at + delimiter.length
    return !allQuoted || text[spaced ? behindBlanks(text, next, quote) : next] === quote
  }
  // `"07LOME77" ,`: blanks behind the quote.
  return /^[ \t]{1,20}$/.test(text.slice(at, at + 21))
}

function unescaped(cell: string, { escapes, pairs, quote = '"' }: CellRule): string {
  const paired = pairs && cell.includes(quote + quote)
  if (!escapes || !cell.includes('\\')) {
    return paired ? cell.replaceAll(quote + quote, quote) : cell
  }
  const sequence = pairs ? (quote === '"' ? inQuotes : inApostrophes) : escapedSign
  return cell.replace(sequence, (_, escaped?: string, second?: string) => escaped ?? second ?? '')
}

/** `\"`, `\'`, `\\`, the backslash before a line end; with a quote written twice. */
const escapedSign = /\\(["'\\])|\\(?=\r?\n|\r|$)/g
const inQuotes = /\\(["'\\])|\\(?=\r?\n|\r|$)|"(")/g
const inApostrophes = /\\(["'\\])|\\(?=\r?\n|\r|$)|'(')/g

/** `\N` is how a database writes that there is no value. */
function bareCell(cell: string, rule: CellRule): string {
  if (!rule.escapes || !cell.includes('\\')) return cell
  if (cell === '\\N') return ''
  return rule.unquoted === true ? bareUnescaped(cell) : cell
}

/** A line end written as `\` and itself, or, where the cell has none, as `\n`; a tab as either. */
function bareUnescaped(cell: string): string {
  const named = !cell.includes('\n')
  return cell.replace(/\\([\\"'\t\r\n]|$)|\\([ntr])|\\(?=[ \t]{1,40}\r?\n)/g, (all, sign, name) => {
    if (sign !== undefined) return sign
    if (name === undefined) return ''
    return named ? (name === 'n' ? '\n' : name === 't' ? '\t' : '') : all
  })
}
