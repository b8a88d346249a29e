import { rowBytesMax, rowKeptBytesMax } from './limits.ts'
import { type ScanState, scanRow, startOfRow } from './row-scan.ts'
import type { RowEnd, WholeEnd } from './whole-row.ts'
import type { Window } from './window.ts'

/** How a table is written, as far as its rows can be told apart. */
export interface TableDialect {
  /** `,`, tab or `;`. */
  readonly delimiter: string
  /** How a row opens: tested on the first signs of a line. Absent where rows look like anything. */
  readonly opening?: RegExp
  /** No line within a cell can open like a row: where rows open with a quote, or have none at all. */
  readonly isOpeningSure: boolean
  /** A backslash takes the meaning from the quote behind it. */
  readonly escapes: boolean
  /** Columns that a whole row has, where that is known. */
  readonly columns?: number
  /** A row that has them ends at a line end, whatever the next line looks like. */
  readonly endsWhenWhole?: boolean
  /** What cells stand in; `"` where absent. */
  readonly quote?: string
  /** What ends a line; `\n` where absent, whatever stands before it. */
  readonly lineEnd?: '\n' | '\r'
  /** Tells where a row ends by itself, though what follows opens no row. */
  readonly wholeEnd?: WholeEnd
}

/** One row of a table, without its line end. */
export interface TableRow {
  readonly bytes: Uint8Array
  /** Larger than `rowBytesMax`: `bytes` are the first of it. */
  readonly tooLarge: boolean
  /** Nothing stands behind it. */
  readonly last: boolean
}

/** Signs behind a line end that decide whether a row opens there. */
const openingSignsMax = 160

const newline = 0x0a

/** The sign that ends a line, and the sign that cells stand in. */
export function lineEndOf({ lineEnd }: TableDialect): number {
  return lineEnd?.charCodeAt(0) ?? newline
}

export function quoteOf({ quote }: TableDialect): number {
  return quote?.charCodeAt(0) ?? 0x22
}

/**
 * Cuts a table into its rows. A row ends at a line end behind which another one opens, so that
 * neither a line end within a cell nor a quote that nobody closed costs more than its own row.
 *
 *     "1","3/4/2007 9:10","07LOME77",…,"first line
 *     second line"
 *     "2","3/5/2007 10:00","07LOME78",…
 */
export async function* tableRows(window: Window, dialect: TableDialect): AsyncIterable<TableRow> {
  for (;;) {
    await skipLineEnds(window)
    if (window.start === window.end) return
    const end = await rowEnd(window, dialect)
    if (end !== undefined) yield* rowsUpTo(window, end, dialect)
    else yield* oversized(window, dialect)
  }
}

/** The row that ends at a position; before it, rows that end by themselves. */
function* rowsUpTo(window: Window, end: number, dialect: TableDialect): Iterable<TableRow> {
  const last = window.ended && end === window.end
  const text = trimmedEnd(window, end)
  let signs = dialect.wholeEnd ? window.signs.toString('latin1', window.start, text) : ''
  for (;;) {
    const whole = dialect.wholeEnd?.(signs)
    if (whole === undefined || window.start + whole.next >= text) break
    yield takeRow(window, whole)
    signs = signs.slice(whole.next)
  }
  const row = { bytes: window.bytes(text), tooLarge: false, last }
  window.drop(end)
  yield row
}

function takeRow(window: Window, { end, next }: RowEnd): TableRow {
  const { start } = window
  const row = { bytes: window.bytes(start + end), tooLarge: false, last: false }
  window.drop(start + next)
  return row
}

/** Line ends between rows, and blank lines, belong to none. */
async function skipLineEnds(window: Window): Promise<void> {
  for (;;) {
    let at = window.start
    while (at < window.end && isLineEnd(window.signs[at])) at += 1
    window.drop(at)
    if (at < window.end || !(await window.more())) return
  }
}

function isLineEnd(sign: number | undefined): boolean {
  return sign === newline || sign === 0x0d
}

function trimmedEnd(window: Window, end: number): number {
  let at = end
  while (at > window.start && isLineEnd(window.signs[at - 1])) at -= 1
  return at
}

/** Position of the line end that ends the row at `start`; undefined where the row is too large. */
async function rowEnd(window: Window, dialect: TableDialect): Promise<number | undefined> {
  const state = startOfRow()
  for (;;) {
    const found =
      dialect.isOpeningSure && dialect.opening
        ? nextRowOpening(window, dialect, state)
        : scanRow(window, dialect, state, (at) => opens(window, dialect, at))
    if (found !== undefined) return found
    if (window.end - window.start > rowBytesMax) return undefined
    if (!(await window.more()) && state.last) return window.end
    state.last = window.ended
  }
}

/** The next line end behind which a row opens. */
function nextRowOpening(
  window: Window,
  dialect: TableDialect,
  state: ScanState,
): number | undefined {
  const { signs, start, end } = window
  const held = signs.subarray(0, end)
  const sought = soughtAt(window, dialect)
  for (let at = start + state.seen; ; at += 1) {
    at = held.indexOf(sought, at)
    if (at === -1) {
      state.seen = Math.max(end - start - 1, 0)
      return undefined
    }
    const isOpening = opens(window, dialect, at + 1)
    if (isOpening === undefined) {
      state.seen = at - start
      return undefined
    }
    if (isOpening) return at
  }
}

/** Whether a row opens at a position; undefined where too little of the line is there to tell. */
function opens(window: Window, dialect: TableDialect, at: number): boolean | undefined {
  const { opening } = dialect
  if (opening === undefined) return true
  const { signs, end, ended } = window
  if (at < end && !mayOpen(signs[at] ?? 0, quoteOf(dialect))) return false
  if (!ended && at + openingSignsMax > end) return undefined
  return opening.test(signs.toString('latin1', at, Math.min(at + openingSignsMax, end)))
}

/** Rows that open in a known way open with a figure, an address, a quote or a blank; most lines do not. */
function mayOpen(sign: number, quote: number): boolean {
  const isFigure = sign >= 0x30 && sign <= 0x39
  const isBlank = sign === 0x20 || sign === 0x09
  return isFigure || isBlank || sign === quote || sign === 0x68 || sign === 0x48
}

/**
 * Gives what is too large for a row: the row that ends by itself before it, where there is one, and
 * the first bytes of the rest; goes on at the next line that opens a row.
 */
async function* oversized(window: Window, dialect: TableDialect): AsyncIterable<TableRow> {
  const signs = dialect.wholeEnd ? window.signs.toString('latin1', window.start, window.end) : ''
  const whole = dialect.wholeEnd?.(signs)
  if (whole !== undefined) {
    yield takeRow(window, whole)
    if (opens(window, dialect, window.start) === true) return
  }
  const bytes = window.bytes(Math.min(window.start + rowKeptBytesMax, window.end))
  const sought = soughtAt(window, dialect)
  for (;;) {
    const found = nextOpening(window, dialect, sought)
    if (found !== undefined) {
      window.drop(found)
      yield { bytes, tooLarge: true, last: false }
      return
    }
    if (window.ended) break
    // All but the last signs can be let go.
    window.drop(Math.max(window.start, window.end - openingSignsMax))
    await window.more()
  }
  window.drop(window.end)
  yield { bytes, tooLarge: true, last: true }
}

function nextOpening(
  window: Window,
  dialect: TableDialect,
  sought: Buffer | number,
): number | undefined {
  const held = window.signs.subarray(0, window.end)
  for (let at = held.indexOf(sought, window.start); at !== -1; ) {
    if (opens(window, dialect, at + 1) === true) return at
    at = held.indexOf(sought, at + 1)
  }
  return undefined
}

/** What stands where a row ends and the next one opens: far fewer lines open with a quote than not. */
function soughtAt({ signs, start }: Window, dialect: TableDialect): Buffer | number {
  const [end, quote] = [lineEndOf(dialect), quoteOf(dialect)]
  return signs[start] === quote ? Buffer.of(end, quote) : end
}
