import { closeZeros } from './post.ts'

/** A word, a run of digits or one sign of a reference item; offsets count in the item's text. */
export interface ReferenceToken {
  readonly kind: 'word' | 'number' | 'sign'
  /** In capitals, accents dropped, zeros and letters O put right. */
  readonly value: string
  readonly start: number
  readonly end: number
  /** Part of a note, a title, a date or a date-time group: never a station or a serial. */
  masked: boolean
}

const months =
  /^(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)$/

/** Longest item that is read, in UTF-16 code units; REF fields have up to 22 items. */
const itemLengthMax = 4_000

/** Cuts an item into tokens: `O5 C0TONOU 0009` → 05, COTONOU, 0009. */
export function tokensOf(text: string): readonly ReferenceToken[] {
  const plain = closeZeros(
    text
      .slice(0, itemLengthMax)
      .replace(/[À-ɏ]/g, (letter) => letter.normalize('NFD').charAt(0))
      .replace(/(?<![A-Za-z0-9])[Oo](?=\d)/g, '0')
      // An address is no name of a cable, whatever numbers it holds.
      .replace(/\b(?:https?:\/\/|www\.)\S+/gi, (address) => ' '.repeat(address.length)),
  )
  const tokens: ReferenceToken[] = []
  for (const match of plain.matchAll(/\d+|[A-Za-z]+(?:['’][A-Za-z]+)*|[^\sA-Za-z\d]/g)) {
    const raw = match[0]
    const kind = /^\d/.test(raw) ? 'number' : /^[A-Za-z]/.test(raw) ? 'word' : 'sign'
    const value = kind === 'word' ? raw.toUpperCase().replace(/['’]S$/, '') : raw
    tokens.push({
      kind,
      value: value.replace(/['’](?=[A-Z])/g, ''),
      start: match.index,
      end: match.index + raw.length,
      masked: false,
    })
  }
  maskGroups(tokens)
  maskDates(tokens)
  return tokens
}

/** Masks `(NOTAL)`, `("A TITLE")`, `"A TITLE"`; keeps `(05)`, `(2005)`, `(C)`, and a whole item. */
function maskGroups(tokens: ReferenceToken[]): void {
  const closers: Record<string, string> = { '(': ')', '[': ']', '"': '"', '“': '”' }
  for (let i = 0; i < tokens.length; i++) {
    const closer = closers[tokens[i]?.value ?? '']
    if (closer === undefined) continue
    const length = tokens.slice(i + 1).findIndex((token) => token.value === closer)
    if (length < 0) {
      // `LOME 9 (A TITLE THAT IS CUT`
      if (closer === ')' && i > 0) mask(tokens, i, tokens.length)
      continue
    }
    const close = i + 1 + length
    const inner = tokens.slice(i + 1, close)
    const short = inner.length === 1 && /^(?:\d{2}|\d{4}|[A-Z])$/.test(inner[0]?.value ?? '')
    const whole = i === 0 && close >= tokens.length - 2
    if (!short && !whole) mask(tokens, i, close + 1)
    i = close
  }
}

/** Masks `MARCH 4`, `4 MARCH 2007`, `301601Z SEP 08`, `3/4/2007`. */
function maskDates(tokens: ReferenceToken[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    if (token.kind === 'word' && months.test(token.value)) maskMonth(tokens, i)
    if (token.kind === 'number' && /^\d{6}$/.test(token.value)) {
      const zulu = tokens[i + 1]
      if (zulu?.value === 'Z' && zulu.start === token.end) mask(tokens, i, i + 2)
    }
    if (isSlashDate(tokens, i)) mask(tokens, i, i + 5)
    if (isSection(tokens, i)) mask(tokens, i, i + 3)
  }
}

function maskMonth(tokens: ReferenceToken[], month: number): void {
  const before = tokens[month - 1]
  const dayBefore = before?.kind === 'number' && before.value.length <= 2
  // `ACCRA 9 MAY 3` is not written; `ACCRA 9 OF MAY 3` is: the day stands behind.
  const after = tokens[month + 1]
  if (after?.kind === 'number' && after.value.length <= 4) {
    const comma = tokens[month + 2]?.value === ',' ? 1 : 0
    const year = tokens[month + 2 + comma]
    const withYear = year?.kind === 'number' && /^(?:19|20)\d\d$/.test(year.value)
    const end = withYear && after.value.length <= 2 ? month + 3 + comma : month + 2
    mask(tokens, dayBefore ? month - 1 : month, end)
  } else if (dayBefore) {
    mask(tokens, month - 1, month + 1)
  }
}

/** `3/4/2007`, `03/04/07`; `ACCRA 9/12/15` are three numbers of one post. */
function isSlashDate(tokens: readonly ReferenceToken[], i: number): boolean {
  const [a, slash, b, slash2, c] = tokens.slice(i, i + 5)
  const signs = /^[/.-]$/
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number') return false
  if (!signs.test(slash?.value ?? '') || slash?.value !== slash2?.value) return false
  const [low, high] = [Number(a.value), Number(b.value)].sort((x, y) => x - y)
  if ((low ?? 0) < 1 || (low ?? 0) > 12 || (high ?? 0) > 31) return false
  if (/^(?:19|20)\d\d$/.test(c.value)) return true
  const afterWord = tokens[i - 1]?.kind === 'word'
  return c.value.length === 2 && (c.value.startsWith('0') || !afterWord)
}

/** `01 OF 02`: the parts of a telegram, never a year. */
function isSection(tokens: readonly ReferenceToken[], i: number): boolean {
  const [a, of, b] = tokens.slice(i, i + 3)
  if (of?.value !== 'OF' || a?.kind !== 'number' || b?.kind !== 'number') return false
  return a.value.length <= 3 && b.value.length <= 3 && Number(a.value) <= Number(b.value)
}

function mask(tokens: ReferenceToken[], from: number, to: number): void {
  for (const token of tokens.slice(from, to)) token.masked = true
}
