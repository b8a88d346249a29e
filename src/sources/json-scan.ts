import type { Window } from './window.ts'

/** How the objects of a file follow one another, learned from the first one. */
export interface ObjectLayout {
  /** What stands between the line's start and the first object; undefined where that is not blank. */
  readonly indent?: string
  /** First key of the first object, as it is written: `"id"`. */
  readonly firstKey?: string
}

/** How far an object was looked through; positions count from its start. */
export interface ObjectScan {
  seen: number
  depth: number
  /** Deepest so far. */
  deepest: number
  inString: boolean
  /** The next line end at or behind `seen`, where it was looked for: it lies beyond many strings. */
  lineEnd: number
}

/** Where an object ends. */
export interface ObjectEnd {
  readonly end: number
  /** Another object opens before this one was closed. */
  readonly broken: boolean
}

/** Nothing seen yet. */
export function startOfObject(): ObjectScan {
  return { seen: 0, depth: 0, deepest: 0, inString: false, lineEnd: -1 }
}

const [quote, backslash, newline] = [0x22, 0x5c, 0x0a]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Signs behind a place that decide whether an object opens there. */
const openingSignsMax = 256

/**
 * Finds the end of the object at the window's start: its closing brace, or the place where the next
 * object opens though this one is not closed. A string of valid JSON holds neither a line end nor
 * `{"id"`, so that a quote nobody closed shows at the next object.
 */
export function scanObject(
  window: Window,
  layout: ObjectLayout,
  scan: ObjectScan,
): ObjectEnd | undefined {
  const { start, end, ended } = window
  // What opens an object must be there as a whole.
  const until = ended ? end : end - openingSignsMax
  let at = start + scan.seen
  while (at < until) {
    const next = scan.inString
      ? stringEnd(window, layout, scan, at)
      : structure(window, layout, scan, at)
    if (typeof next !== 'number') return next
    at = next
  }
  scan.seen = Math.max(at - start, scan.seen)
  return undefined
}

/** Steps behind the quote that ends a string; stops at a line or an object that opens within. */
function stringEnd(
  window: Window,
  layout: ObjectLayout,
  scan: ObjectScan,
  from: number,
): number | ObjectEnd {
  const { signs, start, end } = window
  const held = signs.subarray(0, end)
  const found = held.indexOf(quote, from)
  const at = found === -1 ? end : found
  const broken = brokenLine(held, start, layout, scan, from, at)
  if (broken !== undefined) return broken
  if (found === -1) return end
  if (isEscaped(signs, start, at)) return at + 1
  if (signs[at - 1] === openBrace && opensWithKey(held, layout, at)) {
    return { end: at - 1, broken: true }
  }
  scan.inString = false
  return at + 1
}

/** Where lines are objects, a line that opens one ends the object before. */
function brokenLine(
  held: Buffer,
  start: number,
  { indent }: ObjectLayout,
  scan: ObjectScan,
  from: number,
  to: number,
): ObjectEnd | undefined {
  if (indent === undefined) return undefined
  for (let at = nextLineEnd(held, start, scan, from); at < to; ) {
    if (opensLine(held, indent, at + 1)) return { end: at, broken: true }
    at = nextLineEnd(held, start, scan, at + 1)
  }
  return undefined
}

function nextLineEnd(held: Buffer, start: number, scan: ObjectScan, from: number): number {
  const known = start + scan.lineEnd
  if (known >= from && (held[known] === newline || known === held.length)) return known
  const found = held.indexOf(newline, from)
  // What comes into the window later is looked at when it is there.
  scan.lineEnd = (found === -1 ? held.length : found) - start
  return start + scan.lineEnd
}

function opensLine(held: Buffer, indent: string, at: number): boolean {
  const brace = at + indent.length
  return held[brace] === openBrace && held.toString('latin1', at, brace) === indent
}

function opensWithKey(held: Buffer, { firstKey }: ObjectLayout, at: number): boolean {
  return firstKey !== undefined && held.toString('latin1', at, at + firstKey.length) === firstKey
}

function isEscaped(signs: Buffer, start: number, at: number): boolean {
  let before = at
  while (before > start && signs[before - 1] === backslash) before -= 1
  return (at - before) % 2 === 1
}

/** Steps over braces and brackets to the next string, or to the object's end. */
function structure(
  window: Window,
  layout: ObjectLayout,
  scan: ObjectScan,
  from: number,
): number | ObjectEnd {
  const { signs, end } = window
  for (let at = from; at < end; at += 1) {
    const sign = signs[at]
    if (sign === quote) {
      scan.inString = true
      return at + 1
    }
    if (sign === openBrace || sign === openBracket) {
      scan.depth += 1
      scan.deepest = Math.max(scan.deepest, scan.depth)
    } else if (sign === closeBrace || sign === closeBracket) {
      scan.depth -= 1
      if (scan.depth <= 0) return { end: at + 1, broken: false }
    } else if (sign === newline && layout.indent !== undefined) {
      const held = signs.subarray(0, end)
      if (opensLine(held, layout.indent, at + 1)) return { end: at, broken: true }
    }
  }
  return end
}
