import {
  type ObjectEnd,
  type ObjectLayout,
  type ObjectScan,
  scanObject,
  startOfObject,
} from './json-scan.ts'
import { isMember, wrappingOf } from './json-wrapping.ts'
import { rowBytesMax, rowKeptBytesMax } from './limits.ts'
import type { Window } from './window.ts'
import { headOf } from './window-head.ts'

/** One object of a file of JSON, from its opening to its closing brace. */
export interface JsonObject {
  readonly bytes: Uint8Array
  /** `broken`: not closed before the next one opens; `other`: no object at all. */
  readonly state: 'whole' | 'broken' | 'truncated' | 'tooLarge' | 'other'
  /** Levels of braces and brackets. */
  readonly depth: number
}

const [openBrace, closeBrace, newline] = [0x7b, 0x7d, 0x0a]

/**
 * Cuts a file of JSON into its objects: one a line, one behind the other, or the members of one
 * array. Only braces, brackets and strings are told apart; a damaged object costs itself.
 *
 *     {"id": "07LOME77", "text": "…"}
 *     {"id": "07LOME78", "text": "…"}
 */
export async function* jsonObjects(window: Window): AsyncIterable<JsonObject> {
  let layout: ObjectLayout | undefined
  const wrapping = await skipWrapping(window)
  for (;;) {
    const indent = await skipBetween(window)
    if (window.start === window.end) return
    if (wrapping > 0 && window.signs[window.start] === closeBrace) {
      window.drop(window.start + 1)
      await skipWrapping(window)
      continue
    }
    if (window.signs[window.start] !== openBrace) {
      const stray = await strayText(window)
      // Behind its list a service says how many there are.
      if (wrapping === 0 || !isMember(stray.bytes)) yield stray
      else await skipWrapping(window)
      continue
    }
    layout ??= await layoutOf(window, indent)
    yield await nextObject(window, layout)
  }
}

/** Steps over what a service puts around its list; answers may stand one behind the other. */
async function skipWrapping(window: Window): Promise<number> {
  const length = wrappingOf(await headOf(window))
  window.drop(window.start + length)
  return length
}

/** Steps over blanks, commas and the brackets of an array; returns the blanks at the line's start. */
async function skipBetween(window: Window): Promise<string | undefined> {
  let indent: string | undefined = ''
  for (;;) {
    let at = window.start
    for (; at < window.end && (isBetween(window.signs[at]) || isMark(window, at)); at += 1) {
      const sign = window.signs[at]
      if (isMark(window, at)) at += 2
      if (sign === newline) indent = ''
      else if (sign === 0x20 || sign === 0x09)
        indent = indent === undefined ? undefined : indent + String.fromCharCode(sign)
      else if (sign !== 0x0d && sign !== 0xef) indent = undefined
      if (indent !== undefined && indent.length > 64) indent = undefined
    }
    window.drop(at)
    if (at < window.end || !(await window.more())) return indent
  }
}

/** The mark of a file that was joined to another one. */
function isMark({ signs }: Window, at: number): boolean {
  return signs[at] === 0xef && signs[at + 1] === 0xbb && signs[at + 2] === 0xbf
}

/** Blanks, comma, `[`, `]`, and the record separator of RFC 7464. */
function isBetween(sign: number | undefined): boolean {
  return (
    sign === 0x20 ||
    (sign !== undefined && sign >= 0x09 && sign <= 0x0d) ||
    sign === 0x2c ||
    sign === 0x5b ||
    sign === 0x5d ||
    sign === 0x1e
  )
}

/** Whether each line is an object, and the key they open with. */
async function layoutOf(window: Window, indent: string | undefined): Promise<ObjectLayout> {
  while (window.end - window.start < 4_096 && (await window.more())) {
    // The first key must be there.
  }
  const { signs, start, end } = window
  const head = signs.toString('latin1', start, Math.min(end, start + 4_096))
  const firstKey = /^\{[ \t]{0,64}("[^"\\\r\n]{1,200}")\s{0,9}:/.exec(head)?.[1]
  return { ...(indent !== undefined && { indent }), ...(firstKey !== undefined && { firstKey }) }
}

async function nextObject(window: Window, layout: ObjectLayout): Promise<JsonObject> {
  const scan = startOfObject()
  for (;;) {
    const found = scanObject(window, layout, scan)
    if (found !== undefined) return taken(window, found, scan)
    if (window.end - window.start > rowBytesMax) return await oversized(window, layout, scan)
    if (window.ended) return taken(window, { end: window.end, broken: true }, scan)
    await window.more()
  }
}

function taken(window: Window, { end, broken }: ObjectEnd, { deepest }: ObjectScan): JsonObject {
  const isLast = window.ended && end === window.end
  const bytes = window.bytes(broken ? trimmedEnd(window, end) : end)
  window.drop(end)
  return { bytes, state: broken ? (isLast ? 'truncated' : 'broken') : 'whole', depth: deepest }
}

function trimmedEnd(window: Window, end: number): number {
  let at = end
  while (at > window.start + 1 && isBetween(window.signs[at - 1])) at -= 1
  return at
}

/** Keeps the first bytes of an object that is too large, and goes on behind it. */
async function oversized(
  window: Window,
  layout: ObjectLayout,
  scan: ObjectScan,
): Promise<JsonObject> {
  const bytes = window.bytes(window.start + rowKeptBytesMax)
  for (;;) {
    const found = scanObject(window, layout, scan)
    if (found !== undefined) {
      window.drop(found.end)
      break
    }
    if (window.ended) {
      window.drop(window.end)
      break
    }
    // A backslash before what is not yet seen must stay.
    const gone = Math.max(scan.seen - 4_096, 0)
    window.drop(window.start + gone)
    scan.seen -= gone
    await window.more()
  }
  return { bytes, state: 'tooLarge', depth: scan.deepest }
}

/** What is no object, up to the next brace: many lines of it are one entry. */
async function strayText(window: Window): Promise<JsonObject> {
  let seen = 0
  for (;;) {
    const { signs, start, end, ended } = window
    const found = signs.subarray(0, end).indexOf(openBrace, start + seen)
    const most = start + rowKeptBytesMax
    const at = Math.min(found === -1 ? end : found, most)
    seen = at - start
    if (found !== -1 || ended || at === most) {
      const bytes = window.bytes(trimmedEnd(window, at))
      window.drop(at)
      return { bytes, state: 'other', depth: 0 }
    }
    await window.more()
  }
}
