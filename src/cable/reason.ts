/** Why a text is classified: section of the order and the letters of its reasons. */
export interface Reasons {
  /** `1.4` */
  readonly section?: string
  /** Sorted, in small letters: b, d. */
  readonly letters: readonly string[]
  /** Offset where the reasons begin; absent where none were found. */
  readonly start?: number
}

/** `1.4`, `1,4`, `1 .4`, `1:4`, `I.4`: not part of a longer number (specification 2.14). */
const sections = /(?<![\d.])(?:1|(?<![A-Za-z])[Il](?=[.,])) ?[.,:/] ?([2-8])(?!\d)/g
/** `14 (b)`, `1-4 (b)`, `1 4 (b)`: the period was lost; letters in parentheses must follow. */
const damagedSections = /(?<![\d./-])1[- ]?([4-6])(?= ?\([a-h][\s),&/])/gi
const reasonWord = /\br\s?e\s?a\s?s?\s?[o0]?\s?n\s?s?\b|\bresaons?\b/gi
/** `1.4, subsections b and d`, `1.4 paragraph (b)`. */
const subdivision =
  /^[\s,:(-]{0,4}(?:sub-?)?(?:sections?|paragraphs?|paras?|parts?|items?|letters?|reasons?)\b/i

/**
 * Reads reasons from the joined text of an authority (specification 2.14): `1.4 (b) and (d)`,
 * `1.5 B/D`, `1.4(b)(d)`, `1.4 (b&d)`, `1.4 (b) and 1.4 (d)`, `reasons b, d`, `1.4 b through d`.
 */
export function readReasons(text: string): Reasons {
  const bySection = readSections(text, sections) ?? readSections(text, damagedSections)
  if (bySection !== undefined && bySection.letters.length > 0) return bySection
  for (const match of text.matchAll(reasonWord)) {
    const at = match.index + match[0].length
    const skipped = /^[\s:.]*(?:1\s)?/.exec(text.slice(at, at + 12))?.[0].length ?? 0
    const letters = lettersAt(text, at + skipped)
    if (letters.length === 0) continue
    return bySection === undefined ? { letters, start: match.index } : { ...bySection, letters }
  }
  return bySection ?? { letters: [] }
}

/** The first section that has letters leads; `1.4 (b) and 1.4 (d)` names it twice. */
function readSections(text: string, form: RegExp): Reasons | undefined {
  let lead: { section: string; start: number } | undefined
  const letters = new Set<string>()
  for (const match of text.matchAll(form)) {
    const at = match.index + match[0].length
    const skipped = subdivision.exec(text.slice(at, at + 24))?.[0].length ?? 0
    const found = lettersAt(text, at + skipped)
    if (lead === undefined || (letters.size === 0 && found.length > 0))
      lead = { section: `1.${match[1]}`, start: match.index }
    for (const letter of found) letters.add(letter)
  }
  return lead && { ...lead, letters: inOrder(letters) }
}

/** Letters a … h with anything that may stand between them, up to the first other word. */
function lettersAt(text: string, start: number): readonly string[] {
  const found = new Set<string>()
  let through = false
  let last = ''
  for (let at = start; at < text.length; ) {
    const sign = /[\s()[\],/&;+.:'"’\\-]/.test(text.charAt(at))
    if (sign) {
      // `(b-d)`, `b - d`
      through ||= last !== '' && /^- ?\(?[a-h]\b/i.test(text.slice(at, at + 5))
      // `1.4 (b) (foreign government information) and (d)`
      const gloss =
        last === '' ? undefined : /^\([a-z]{3}[a-z ]{0,50}\)/i.exec(text.slice(at, at + 60))
      at += gloss?.[0].length ?? 1
      continue
    }
    const word = /^[A-Za-z]+/.exec(text.slice(at, at + 12))?.[0] ?? ''
    const small = word.toLowerCase()
    if (/^[a-h]$/.test(small) && !opensName(text, at)) {
      if (through) range(last, small, found)
      found.add(small)
      last = small
      through = false
    } else if (small === 'through' || small === 'thru') through = true
    else if (isRun(text, at, small, found.size)) for (const letter of small) found.add(letter)
    else if (small !== 'and' && small !== 'or') break
    at += Math.max(word.length, 1)
  }
  return inOrder(found)
}

/** `(bd)`, `1.4 bd`, `1.4 (b)(cd)`: letters without anything between. */
function isRun(text: string, at: number, letters: string, before: number): boolean {
  if (!/^[a-h]{2,4}$/.test(letters)) return false
  const isRising = inOrder(new Set(letters)).join('') === letters
  return isRising && (before === 0 || /[([]\s?$/.test(text.slice(at - 2, at)))
}

/** `1.4 (d), E.O. 12958`, `1.4 (d) A/DCM Jane Roe`, `1.4 (d). A passer-by said`: no reasons. */
function opensName(text: string, at: number): boolean {
  const rest = text.slice(at + 1, at + 6)
  if (/^\.? ?[o0]\./i.test(rest) || /^\/[A-Za-z]{2}/.test(rest)) return true
  return /[.;] {1,2}$/.test(text.slice(Math.max(0, at - 3), at)) && /^ [A-Za-z]{2}/.test(rest)
    ? !/^ (?:and|or)\b/i.test(text.slice(at + 1, at + 5))
    : false
}

/** `b through d` → b, c, d. */
function range(from: string, to: string, found: Set<string>): void {
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) {
    if (code >= 97) found.add(String.fromCharCode(code))
  }
}

function inOrder(letters: ReadonlySet<string>): readonly string[] {
  return [...letters].sort((a, b) => (a < b ? -1 : 1))
}
