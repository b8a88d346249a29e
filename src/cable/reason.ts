/** Why a text is classified: section of the order and the letters of its reasons. */
export interface Reasons {
  /** `1.4` */
  readonly section?: string
  /** Sorted, in small letters: b, d. */
  readonly letters: readonly string[]
  /** Offset where the reasons begin; absent where none were found. */
  readonly start?: number
}

/** `1.4`, `1,4`, `1 .4`, `1:4`: not part of a longer number. */
const sections = /(?<![\d.])1 ?[.,:/] ?([2-8])(?!\d)/g
const reasonWord = /\br\s?e\s?a\s?s?\s?[o0]?\s?n\s?s?\b/gi

/**
 * Reads reasons from the joined text of an authority (specification 2.14): `1.4 (b) and (d)`,
 * `1.5 B/D`, `1.4(b)(d)`, `1.4 (b&d)`, `reasons b, d`, `1.4 b through d`.
 */
export function readReasons(text: string): Reasons {
  let bare: Reasons | undefined
  for (const match of text.matchAll(sections)) {
    const letters = lettersAt(text, match.index + match[0].length)
    const found = { section: `1.${match[1]}`, letters, start: match.index }
    if (letters.length > 0) return found
    bare ??= found
  }
  for (const match of text.matchAll(reasonWord)) {
    const at = match.index + match[0].length
    const skipped = /^[\s:.]*(?:1\s)?/.exec(text.slice(at, at + 12))?.[0].length ?? 0
    const letters = lettersAt(text, at + skipped)
    if (letters.length > 0 && bare === undefined) return { letters, start: match.index }
    if (letters.length > 0 && bare !== undefined) return { ...bare, letters }
  }
  return bare ?? { letters: [] }
}

/** Letters a … h with anything that may stand between them, up to the first other word. */
function lettersAt(text: string, start: number): readonly string[] {
  const found = new Set<string>()
  let through = false
  let last = ''
  for (let at = start; at < text.length; ) {
    const sign = /[\s()[\],/&;+.:'"’\\-]/.test(text.charAt(at))
    if (sign) {
      at++
      continue
    }
    const word = /^[A-Za-z]+/.exec(text.slice(at, at + 12))?.[0] ?? ''
    const small = word.toLowerCase()
    if (/^[a-h]$/.test(small)) {
      if (through) range(last, small, found)
      found.add(small)
      last = small
      through = false
    } else if (small === 'through' || small === 'thru') through = true
    else if (/^[a-h]{2,3}$/.test(small) && found.size === 0 && /[([]\s?$/.test(text.slice(0, at))) {
      for (const letter of small) found.add(letter)
    } else if (small !== 'and' && small !== 'or') break
    at += Math.max(word.length, 1)
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1))
}

/** `b through d` → b, c, d. */
function range(from: string, to: string, found: Set<string>): void {
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) {
    if (code >= 97) found.add(String.fromCharCode(code))
  }
}
