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
}

/**
 * Reads the cells of one row. Both ways of writing a quote in a cell, `\"` and `""`, may stand in
 * one row; a lone quote that ends no cell is a quote.
 */
export function readCells(text: string, rule: CellRule): RowCells {
  const cells: string[] = []
  const starts: number[] = []
  let at = 0
  let open = false
  for (;;) {
    if (cells.length === columnsMax) return { cells, open: false, tooMany: true, starts }
    starts.push(at)
    if (text[at] === '"') {
      const end = quotedEnd(text, at + 1, rule)
      open = end === -1
      const last = open ? text.length : end
      cells.push(unescaped(text.slice(at + 1, last), rule))
      at = last + 1
      // What stands between a closing quote and the delimiter is nothing but blanks.
      const next = text.indexOf(rule.delimiter, at)
      if (open || next === -1) break
      at = next + rule.delimiter.length
    } else {
      const next = text.indexOf(rule.delimiter, at)
      cells.push(bareCell(text.slice(at, next === -1 ? undefined : next), rule))
      if (next === -1) break
      at = next + rule.delimiter.length
    }
  }
  return { cells, open, tooMany: false, starts }
}

/** Position of the quote that ends a cell; -1 where none does. */
function quotedEnd(text: string, from: number, rule: CellRule): number {
  let at = text.indexOf('"', from)
  while (at !== -1) {
    if (rule.escapes && isEscaped(text, from, at)) {
      at = text.indexOf('"', at + 1)
      continue
    }
    let behind = at + 1
    while (text[behind] === '"') behind += 1
    const closes = !rule.pairs || (behind - at) % 2 === 1
    if (closes && endsCell(text, behind, rule)) return behind - 1
    at = text.indexOf('"', behind)
  }
  return -1
}

function isEscaped(text: string, from: number, at: number): boolean {
  let before = at
  while (before > from && text.charCodeAt(before - 1) === 0x5c) before -= 1
  return (at - before) % 2 === 1
}

function endsCell(text: string, at: number, { delimiter, allQuoted }: CellRule): boolean {
  if (at === text.length) return true
  if (text.startsWith(delimiter, at)) return !allQuoted || text[at + delimiter.length] === '"'
  // `"07LOME77" ,`: blanks behind the quote.
  return /^[ \t]{1,20}$/.test(text.slice(at, at + 21))
}

function unescaped(cell: string, { escapes, pairs }: CellRule): string {
  const paired = pairs && cell.includes('""')
  if (!escapes || !cell.includes('\\')) return paired ? cell.replaceAll('""', '"') : cell
  const sequence = pairs ? /\\(["'\\])|\\(?=\r?\n|$)|"(")/g : /\\(["'\\])|\\(?=\r?\n|$)/g
  return cell.replace(sequence, (_, escaped?: string, second?: string) => escaped ?? second ?? '')
}

/** `\N` is how a database writes that there is no value. */
function bareCell(cell: string, { escapes }: CellRule): string {
  return escapes && cell === '\\N' ? '' : cell
}
