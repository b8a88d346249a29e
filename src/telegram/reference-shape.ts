/** Words that stand before a number and are no post: `MARCH 4`, `PARA 3`, `EMAIL 03`. */
const noPost =
  /^(?:OF|ON|DATED|DTD|SUBJ|FROM|FOR|RE|PARAS?|AND|OR|TO|IN) |(?:^|[ /-])(?:(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:[A-Z]{1,6})?\.?|E-?MAILS?|TELCONS?|FAX|MEMO|LETTER|DTG|FAM|FAH|CFR|IIR|TDX?|OSC|FBIS|UNSCR|RESOLUTION|RES|ARTICLES?|SECTIONS?|PARAS?|PARAGRAPHS?|PARTS?|PAGES?|POINTS?|ANNEX|PHASE|TIER|OPTION|ITEMS?|TASK|QUESTIONS?|OF|OR|REPORT|LICEN[CS]E|DSP|DAILY|NUMBER|NO\.?|FOR|ON|IN|PRIORITY|ROUTINE|IMMEDIATE|CHAPTER|TITLE|LAW|CASE|TO|THROUGH|THRU|DTD|DATED|SUBJ|SUBJECT|RE|PREVIOUS|NOTAL|SEPTEL|TOSEC|SECTO|EDITION|VERSION)[ :#-]{0,3}$/i

/** `[year] STATION serial`, the whole of an item but for notes in parentheses (specification 2.13). */
const shape =
  /\(?['\u2019]?(?:\d{2}|(?:19|20)\d\d)?\)?[ -]?((?:[A-Z][A-Z'.\u2019]{1,14}[ -]){0,4}[A-Z][A-Z'.\u2019]{1,16}[ :#-]{0,3})\d{1,8}(?:[ /-]\d{2,4}\b)?(?: ?\([^()]{1,80}\))?\s*(?=$|[;,:&/(.\n\r\u2028]|AND\b|\(?['\u2019]?\d{2,4}\)?[ -]?[A-Z]|[A-Z][A-Z.']+ |[B-Z][ -]{1,2}['(]?[A-Z\d])/iy

/** Longest item looked at, UTF-16 code units. */
const shapeCharactersMax = 200

/** True where a cable's name stands at an offset: `07 LOME 88`, not `MARCH 4` or `88, 90`. */
export function isItemAt(text: string, offset: number): boolean {
  shape.lastIndex = 0
  const name = shape.exec(text.slice(offset, offset + shapeCharactersMax))?.[1]
  return name !== undefined && !noPost.test(name)
}

/** True where a text is nothing but names of cables: `LOME 5␤07 ACCRA 9`, not `LOME 000077`. */
export function isItemList(text: string): boolean {
  const items = splitItems(text)
  const words = items.map(({ start, end }) => text.slice(start, end))
  if (words.length === 1 && /^[^\d]*\d{6}\s*$/.test(words[0] ?? '')) return false
  return words.length > 0 && words.every((item) => whole(item))
}

/** `AMEMBASSY ACCRA 0101`: an addressee with its message number. */
const addressee = /^(?:AMEMBASSY|AMCONSUL|AMEMB|USMISSION|SECSTATE WASHDC|R[A-Z]{3,7}\/)/

function whole(item: string): boolean {
  if (addressee.test(item)) return false
  shape.lastIndex = 0
  const found = shape.exec(item)
  return found !== null && found[0].length === item.length && isItemAt(item, 0)
}

/** A piece of an unlabelled list, offsets in its text. */
interface Span {
  readonly start: number
  readonly end: number
}

/** `;` `,` `:` `&` `/` `AND`, a line end or a blank may stand between two items; not in a note. */
const separator = /[();,:&/]|\bAND\b|[\n\r\u2028]+|[ \t]/gi
/** What an item ends with: its serial, a note, or one of the words behind it. */
const itemEnd = /(?:[\d)]|\b(?:NOTAL|PREVIOUS|EXDIS|NODIS|LIMDIS|STADIS))$/i
/** A blank alone separates only behind a post and its serial: the year of `07 LOME 5` stays. */
const wholeEnd = /(?:[A-Z.][ :#-]{0,3}\d{1,8}|\)|\b(?:NOTAL|PREVIOUS|EXDIS|NODIS))$/i

/** `07, LOME 5`: the year of what follows. */
const yearOnly = /^\(?['\u2019]?(?:[O0]?\d{1,2}|(?:19|20)\d\d)\)?$/i

/** Splits `STATE 1234; LOME 12, ACCRA 9`: before each further name of a cable, and at each `;`. */
export function splitItems(text: string): readonly Span[] {
  const parts: Span[] = []
  let at = 0
  let depth = 0
  for (const match of text.matchAll(separator)) {
    const sign = match[0]
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && match.index >= at && parts.length < 500) {
      const before = text.slice(Math.max(at, match.index - 40), match.index).trim()
      // `WWW.…/2007/LOME12`, `SECTION 01 OF 02 LOME 77` go on.
      if (/(?:(?:\/\/|WWW\.)\S{0,300}|\d OF \d{1,2})$/i.test(before)) continue
      const next = skipBlanks(text, match.index + sign.length)
      const ends = (/\s/.test(sign) ? wholeEnd : itemEnd).test(before) && !yearOnly.test(before)
      if (!(ends && isItemAt(text, next)) && !(sign === ';' && carries(text, next))) continue
      parts.push({ start: at, end: match.index })
      at = next
    }
  }
  parts.push({ start: at, end: text.length })
  return parts.map((part) => trimmed(text, part)).filter(({ start, end }) => end > start)
}

/** `TELCON: ROE; AF DUTY, POE`: a piece without a number or a kind of its own is no item. */
function carries(text: string, from: number): boolean {
  const piece = text.slice(from, from + shapeCharactersMax).split(';')[0] ?? ''
  return /\d|E-?MAIL|TELCON|LETTER|MEMO|REPORT/i.test(piece)
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}

function trimmed(text: string, { start, end }: Span): Span {
  const from = skipBlanks(text, start)
  return { start: from, end: Math.max(from, start + text.slice(start, end).trimEnd().length) }
}
