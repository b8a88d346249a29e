import { foldedLetter } from './letter.ts'

/** One word of a text as the index knows it. */
export interface Token {
  /** Folded: `Łódź` → `lodz`. At most `tokenBytesMax` bytes of UTF-8. */
  readonly token: string
  /** Where it begins in the text, in UTF-16 code units. */
  readonly start: number
  /** Where it ends, exclusive; combining marks after the last letter belong to it. */
  readonly end: number
}

/** Longest token, bytes of UTF-8; the rest of a longer run of letters is not indexed. */
export const tokenBytesMax = 255

/**
 * The tokens of a text, in order: maximal runs of letters and digits by the committed table, folded
 * to lower case without combining marks; everything else separates.
 *
 *     Khrushchev's  U.S.  1,000
 *     khrushchev s  u s   1 000
 *
 * Linear in the text; lone surrogates separate.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    at = plainEnd(text, at)
    const next = text.charCodeAt(at)
    if (at > start && (at === text.length || next < 0x80)) {
      tokens.push({ token: cut(text.slice(start, at).toLowerCase()), start, end: at })
      at++
    } else if (at === start && next < 0x80) {
      at++
    } else {
      at = foldedRun(text, start, tokens)
    }
  }
  return tokens
}

/**
 * The tokens of a text, joined by one blank, as UTF-8: the same words as `tokenize` gives, without
 * an object and a string for each. The bytes are good until the next call.
 */
export function tokenBytes(text: string): Uint8Array {
  let bytes = openBytes(text.length + roomMin)
  let length = 0
  /** Where the token being written begins. */
  let start = 0
  /** The token has its most bytes; what follows of it is left out. */
  let isFull = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isPlain(unit)) {
      if (length - start >= tokenBytesMax) isFull = true
      else if (!isFull) bytes[length++] = unit <= 0x5a ? unit | 0x20 : unit
      continue
    }
    const codePoint = unit < 0x80 ? unit : (text.codePointAt(at) ?? 0)
    const letter = unit < 0x80 ? undefined : foldedLetter(codePoint)
    if (codePoint > 0xffff) at++
    if (letter === undefined) {
      // A run of separators is one blank; the last one is taken back at the end.
      if (length > start) bytes[length++] = 0x20
      start = length
      isFull = false
      continue
    }
    if (bytes.length - length < text.length - at + roomMin) bytes = longer(bytes)
    for (const each of isFull ? '' : letter) {
      const end = writeCodePoint(each.codePointAt(0) ?? 0, bytes, length)
      isFull = end - start > tokenBytesMax
      if (isFull) break
      length = end
    }
  }
  return bytes.subarray(0, length > 0 && length === start ? length - 1 : length)
}

/** Room that is always left: one letter may become three of three bytes. */
const roomMin = 32
/** Bytes that are kept between two calls: most paragraphs need no more. */
const keptBytes = 65_536
const kept: Uint8Array = new Uint8Array(keptBytes)

function openBytes(length: number): Uint8Array {
  return length <= keptBytes ? kept : new Uint8Array(length)
}

function longer(bytes: Uint8Array): Uint8Array {
  const twice = new Uint8Array(bytes.length * 2)
  twice.set(bytes)
  return twice
}

function writeCodePoint(codePoint: number, bytes: Uint8Array, at: number): number {
  if (codePoint < 0x80) {
    bytes[at] = codePoint
    return at + 1
  }
  if (codePoint < 0x800) {
    bytes[at] = 0xc0 | (codePoint >> 6)
    bytes[at + 1] = 0x80 | (codePoint & 0x3f)
    return at + 2
  }
  if (codePoint < 0x10000) {
    bytes[at] = 0xe0 | (codePoint >> 12)
    bytes[at + 1] = 0x80 | ((codePoint >> 6) & 0x3f)
    bytes[at + 2] = 0x80 | (codePoint & 0x3f)
    return at + 3
  }
  bytes[at] = 0xf0 | (codePoint >> 18)
  bytes[at + 1] = 0x80 | ((codePoint >> 12) & 0x3f)
  bytes[at + 2] = 0x80 | ((codePoint >> 6) & 0x3f)
  bytes[at + 3] = 0x80 | (codePoint & 0x3f)
  return at + 4
}

/** End of the run of ASCII letters and digits at `at`. */
function plainEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isPlain(text.charCodeAt(end))) end++
  return end
}

function isPlain(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39)
  )
}

/** Reads the run at `start` letter by letter; returns where reading goes on. */
function foldedRun(text: string, start: number, tokens: Token[]): number {
  const parts: string[] = []
  let at = start
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0
    const letter = foldedLetter(codePoint)
    if (letter === undefined) break
    parts.push(letter)
    at += codePoint > 0xffff ? 2 : 1
  }
  const token = cut(parts.join(''))
  if (token !== '') tokens.push({ token, start, end: at })
  // What stopped the run separates: at least one unit is consumed.
  return at === start ? at + 1 : at
}

/** The longest beginning that fits, whole code points. */
function cut(token: string): string {
  if (token.length * 3 <= tokenBytesMax) return token
  let bytes = 0
  let end = 0
  for (const letter of token) {
    const codePoint = letter.codePointAt(0) ?? 0
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
    if (bytes > tokenBytesMax) break
    end += letter.length
  }
  return token.slice(0, end)
}
