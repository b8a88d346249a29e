import type { Point } from './tree.ts'

/** One physical line: the words run from `start` to `end`, its line end from `end` to `next`. */
export interface SourceLine {
  readonly start: number
  readonly end: number
  readonly next: number
}

const newline = 0x0a
const carriageReturn = 0x0d
/** Archive pages hold U+2028 where a line ends (specification 1.6). */
const lineSeparator = 0x2028

/** All lines in order; a text that ends with a line end has one empty line behind it. */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== newline && code !== carriageReturn && code !== lineSeparator) continue
    const end = at
    if (code === carriageReturn && text.charCodeAt(at + 1) === newline) at++
    lines.push({ start, end, next: at + 1 })
    start = at + 1
  }
  lines.push({ start, end: text.length, next: text.length })
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

/** Line, column and offset of a place; found by halving, so cheap anywhere in a long text. */
export function pointAt(lines: readonly SourceLine[], offset: number): Point {
  const index = lineIndexAt(lines, offset)
  return { line: index + 1, column: offset - (lines[index]?.start ?? 0) + 1, offset }
}

/** The lines from `start` up to `end`, the first and last one clipped to that range. */
export function linesWithin(
  lines: readonly SourceLine[],
  start: number,
  end: number,
): SourceLine[] {
  const within: SourceLine[] = []
  if (start >= end) return within
  for (let index = lineIndexAt(lines, start); index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.start >= end) break
    if (line.next <= start) continue
    within.push({
      start: Math.max(line.start, start),
      end: Math.max(Math.min(line.end, end), start),
      next: Math.min(line.next, end),
    })
  }
  return within
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
