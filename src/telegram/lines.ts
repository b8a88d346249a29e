import type { Point } from './tree.ts'

/** One physical line: the words run from `start` to `end`, its line end from `end` to `next`. */
export interface SourceLine {
  readonly start: number
  readonly end: number
  readonly next: number
  /** Its words as `wordsOf` gave them: many readers look at the same line, one cuts it out. */
  words: string | undefined
}

/** A line, or a part of one; nothing of it is cut out yet. */
export function toLine(start: number, end: number, next: number): SourceLine {
  return { start, end, next, words: undefined }
}

const newline = 0x0a
const carriageReturn = 0x0d
/** Archive pages hold U+2028 where a line ends (specification 1.6). */
const lineSeparator = 0x2028

/**
 * Most lines of a text that are told apart: a million, some hundred times the longest cable. What
 * stands behind them is one line, so that no text can ask for more memory than there is.
 */
export const linesMax: number = 1 << 20

/** All lines in order; a text that ends with a line end has one empty line behind it. */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let start = 0
  // Most texts know no other line end: the engine finds it faster than any loop.
  if (!text.includes('\r') && !text.includes('\u2028')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      if (lines.length >= linesMax - 1) break
      lines.push(toLine(start, at, at + 1))
      start = at + 1
    }
    lines.push(toLine(start, text.length, text.length))
    return lines
  }
  for (let at = 0; at < text.length && lines.length < linesMax - 1; at++) {
    const code = text.charCodeAt(at)
    if (code !== newline && code !== carriageReturn && code !== lineSeparator) continue
    const end = at
    if (code === carriageReturn && text.charCodeAt(at + 1) === newline) at++
    lines.push(toLine(start, end, at + 1))
    start = at + 1
  }
  lines.push(toLine(start, text.length, text.length))
  return lines
}

/** Index of the line that holds an offset; a line end belongs to the line it ends. */
export function lineIndexAt(lines: readonly SourceLine[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Lines that are looked through one by one before halving begins. */
const stepsMax = 8

/** The same, found from a line near it: most places asked for are close to the last one. */
export function lineIndexNear(lines: readonly SourceLine[], offset: number, near: number): number {
  let index = near
  for (let steps = 0; steps < stepsMax; steps++) {
    const line = lines[index]
    if (line === undefined) break
    if (offset < line.start) index--
    else if (offset < line.next || index === lines.length - 1) return index
    else index++
  }
  return lineIndexAt(lines, offset)
}

/** Line, column and offset of a place; found by halving, so cheap anywhere in a long text. */
export function pointAt(lines: readonly SourceLine[], offset: number): Point {
  return pointIn(lines, lineIndexAt(lines, offset), offset)
}

/** The same of an offset whose line is known by its index. */
export function pointIn(lines: readonly SourceLine[], index: number, offset: number): Point {
  return { line: index + 1, column: offset - (lines[index]?.start ?? 0) + 1, offset }
}

/** The lines from `start` up to `end`, the first and last one clipped to that range. */
export function linesWithin(
  lines: readonly SourceLine[],
  start: number,
  end: number,
): SourceLine[] {
  if (start >= end) return []
  const first = lineIndexAt(lines, start)
  const last = lineIndexNear(lines, end - 1, first)
  const within = lines.slice(first, last + 1)
  // Only the two at the borders may stand across them.
  for (const at of within.length > 1 ? [0, within.length - 1] : [0]) {
    const line = within[at]
    if (line === undefined || (line.start >= start && line.next <= end)) continue
    within[at] = toLine(
      Math.max(line.start, start),
      Math.max(Math.min(line.end, end), start),
      Math.min(line.next, end),
    )
  }
  return within
}

/** `text.slice(start, end).trim()`, cut out once. */
export function trimmed(text: string, start: number, end: number): string {
  const first = blanksEnd(text, start, end)
  return text.slice(first, blanksStart(text, first, end))
}

/** Where the blanks that begin at `start` end; `end` if there is nothing else. */
export function blanksEnd(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlankCode(text.charCodeAt(at))) at++
  return at
}

/** Where the blanks that end at `end` begin; `start` if there is nothing else. */
export function blanksStart(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlankCode(text.charCodeAt(at - 1))) at--
  return at
}

/** True for the code units that JavaScript's `trim` removes: blanks, tabs, line ends. */
export function isBlankCode(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0xa0) return false
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
