import { lineEndOf, quoteOf, type TableDialect } from './table-rows.ts'
import type { Window } from './window.ts'

/** How far a row was looked through; positions count from the row's start. */
export interface ScanState {
  seen: number
  /** Inside quotes that are not closed yet. */
  inQuotes: boolean
  atCellStart: boolean
  columns: number
  /** First line end within quotes behind which a row seems to open. */
  candidate: number
  /** The stream was over when this was last looked at. */
  last: boolean
}

/** Nothing seen yet. */
export function startOfRow(): ScanState {
  return {
    seen: 0,
    inQuotes: false,
    atCellStart: true,
    columns: 1,
    candidate: -1,
    last: false,
  }
}

const newline = 0x0a
const carriageReturn = 0x0d
const backslash = 0x5c

/** Whether a row opens at a position; undefined where that cannot be told yet. */
type Opens = (at: number) => boolean | undefined

/**
 * Finds the end of a row whose cells may stand without quotes: the first line end outside quotes
 * behind which a row opens. If the row then has not its columns, and a row seemed to open within
 * quotes, a quote was never closed: it ends there.
 */
export function scanRow(
  window: Window,
  dialect: TableDialect,
  state: ScanState,
  opens: Opens,
): number | undefined {
  const { start, end, ended } = window
  let at = start + state.seen
  while (at < end) {
    const next = state.inQuotes
      ? withinQuotes(window, dialect, state, opens, at)
      : outsideQuotes(window, dialect, state, opens, at)
    if (next === undefined) {
      state.seen = at - start
      return undefined
    }
    if (next < 0) return cutBack(start, -next - 1, dialect, state)
    at = next
    state.seen = at - start
  }
  if (!ended) return undefined
  return cutBack(start, end, dialect, state)
}

/** The end that was found; or that of the line before, where a quote was left open there. */
function cutBack(start: number, end: number, { columns }: TableDialect, state: ScanState): number {
  const isComplete = !state.inQuotes && (columns === undefined || state.columns === columns)
  return isComplete || state.candidate === -1 ? end : start + state.candidate
}

/** Steps over what is inside quotes; -position - 1 where the row ends. */
function withinQuotes(
  window: Window,
  dialect: TableDialect,
  state: ScanState,
  opens: Opens,
  from: number,
): number | undefined {
  const { signs, start, end, ended } = window
  const held = signs.subarray(0, end)
  const quote = quoteOf(dialect)
  const found = held.indexOf(quote, from)
  const at = found === -1 ? end : found
  const isTold =
    dialect.opening === undefined ||
    noteCandidate(held, start, state, opens, lineEndOf(dialect), from, at)
  if (!isTold) return undefined
  if (found === -1) return end
  if (dialect.escapes && isEscaped(signs, start, at)) return at + 1
  let behind = at + 1
  while (behind < end && signs[behind] === quote) behind += 1
  if (behind === end && !ended) return undefined
  const closes = (behind - at) % 2 === 1 && isCellEnd(signs[behind], behind === end, dialect)
  if (closes) state.inQuotes = false
  return behind
}

/** Remembers the first line within quotes that opens like a row; false where more must be read. */
function noteCandidate(
  held: Buffer,
  start: number,
  state: ScanState,
  opens: Opens,
  lineEnd: number,
  from: number,
  to: number,
): boolean {
  if (state.candidate !== -1) return true
  for (let at = held.indexOf(lineEnd, from); at !== -1 && at < to; ) {
    const isOpening = opens(at + 1)
    if (isOpening === undefined) return false
    if (isOpening) {
      state.candidate = at - start
      return true
    }
    at = held.indexOf(lineEnd, at + 1)
  }
  return true
}

/** An odd number of backslashes stands before it. */
function isEscaped(signs: Buffer, start: number, at: number): boolean {
  let before = at
  while (before > start && signs[before - 1] === backslash) before -= 1
  return (at - before) % 2 === 1
}

function isCellEnd(sign: number | undefined, isEnd: boolean, { delimiter }: TableDialect): boolean {
  return isEnd || sign === delimiter.charCodeAt(0) || sign === newline || sign === carriageReturn
}

function isWhole({ columns, endsWhenWhole }: TableDialect, state: ScanState): boolean {
  return endsWhenWhole === true && columns !== undefined && state.columns >= columns
}

/** Steps to the next quote that opens a cell, or to the row's end. */
function outsideQuotes(
  window: Window,
  dialect: TableDialect,
  state: ScanState,
  opens: Opens,
  from: number,
): number | undefined {
  const { signs, end } = window
  const delimiter = dialect.delimiter.charCodeAt(0)
  const [quote, lineEnd] = [quoteOf(dialect), lineEndOf(dialect)]
  for (let at = from; at < end; at += 1) {
    const sign = signs[at]
    if (sign === quote && state.atCellStart) {
      state.inQuotes = true
      state.atCellStart = false
      return at + 1
    }
    if (sign === lineEnd) {
      const isOpening = opens(at + 1)
      if (isOpening === undefined) return at === from ? undefined : at
      if (isOpening || isWhole(dialect, state)) return -at - 1
    }
    if (sign === delimiter) state.columns += 1
    state.atCellStart = sign === delimiter
  }
  return end
}
