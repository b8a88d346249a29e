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
