import type { Post } from './post.ts'
import type { Reference } from './record.ts'
import { isNothing, isStrong, kindOf } from './reference-kind.ts'
import { scan } from './reference-scan.ts'
import { airgramAt, type Found, isSerial, opt, yearInDate } from './reference-serial.ts'
import { type ReferenceToken, tokensOf } from './reference-token.ts'
import type { UnlistedPosts } from './unlisted-post.ts'

/** One reference as printed; which cable it means is decided with the citing cable's date. */
export interface CitedItem {
  readonly kind: Reference['kind']
  readonly printed: string
  /** Offsets in the item's text. */
  readonly start: number
  readonly end: number
  /** Posts the name may mean; empty where a bare number names none. */
  readonly stations: readonly Post[]
  /** The name as printed, blanks closed: `KIEV`. */
  readonly station?: string
  readonly serial?: number
  /** Number of an airgram as in ids: `-A50`. */
  readonly number?: string
  /** Four digits, where one is printed. */
  readonly year?: number
  /** The station was damaged and one post is like it. */
  readonly fuzzy: boolean
  /** The citing post's own: `EMBTEL 9`, `A-50`. */
  readonly own?: boolean
}

/** What items before this one leave open: the year of the citing cable decides what a year can be. */
export interface ItemContext {
  /** Year of the citing cable. */
  readonly year?: number
  /** Posts the citing cable names that stand in no table. */
  readonly unlisted?: UnlistedPosts
}

/** Reads one item of a REF field: `06 REYKJAVIK 431 AND 440`, `DOE E-MAIL 3/4/07`. */
export function readItem(text: string, context: ItemContext): readonly CitedItem[] {
  const tokens = tokensOf(text)
  const found = scan(tokens, context.year ?? 2010, context.unlisted)
  if (found.length > 0) return cut(text, tokens, found)
  if (isNothing(text)) return []
  const bare = ownAirgram(text, tokens) ?? bareNumbers(text, tokens)
  if (bare !== undefined) return bare
  const span = { start: 0, end: text.length }
  return [{ kind: kindOf(text), printed: text.trim(), ...span, stations: [], fuzzy: false }]
}

/** `A-50`: an airgram of the citing post. */
function ownAirgram(
  text: string,
  tokens: readonly ReferenceToken[],
): readonly CitedItem[] | undefined {
  const found = airgramAt(tokens, 0)
  if (found === undefined || found.series !== 'A') return undefined
  const serial = Number(found.digits)
  const year = yearInDate(tokens, found.next)
  const span = { start: 0, end: text.length, printed: text.trim() }
  const number = `-A${serial}`
  return [
    {
      kind: 'airgram',
      ...span,
      stations: [],
      serial,
      number,
      fuzzy: false,
      own: true,
      ...opt(year),
    },
  ]
}

/** A telegram of the citing post itself, in the words of the 1960s. */
const ownWords = /^(?:EMBTELS?|CONTELS?|CONGENTELS?|OURTELS?|MYTELS?)$/

/** `159, 161`: numbers and nothing else; whose they are, the items before decide. */
function bareNumbers(
  text: string,
  tokens: readonly ReferenceToken[],
): readonly CitedItem[] | undefined {
  const open = tokens.filter((token) => !token.masked)
  const numbers = open.filter((token) => token.kind === 'number')
  const words = open.filter(({ kind, value }) => kind === 'word' && value !== 'AND')
  const own = words.length > 0 && words.every(({ value }) => ownWords.test(value))
  const only = words.length === 0 || own
  if (!only || numbers.length === 0 || numbers.some((token) => !isSerial(token))) return undefined
  // A year alone is a piece of a date.
  const serials = numbers.filter(({ value }) => !/^(?:19[5-9]\d|20[01]\d)$/.test(value))
  return serials.map(({ value, start, end }) => ({
    kind: 'cable' as const,
    printed: text.slice(start, end),
    start,
    end,
    stations: [],
    serial: Number(value),
    fuzzy: false,
    ...(own && { own }),
  }))
}

/** Cuts the printed text of each cable out of the item, notes behind it included. */
function cut(
  text: string,
  tokens: readonly ReferenceToken[],
  found: readonly Found[],
): readonly CitedItem[] {
  const items = paperBefore(text, tokens[found[0]?.from ?? 0]?.start ?? 0)
  const first = items[0]?.end ?? 0
  found.forEach((cable, index) => {
    const after = found[index + 1]
    const start = index === 0 ? first : (tokens[cable.from]?.start ?? 0)
    const limit = after === undefined ? text.length : (tokens[after.from]?.start ?? text.length)
    const own = tokens[cable.to - 1]?.end ?? limit
    const rest = text.slice(own, limit)
    // `LOME 9 DTG 041010Z MAR 07`: the group of the telegram itself.
    const sameTelegram = /^\s*DTG\b/.test(rest)
    const extra = !sameTelegram && isStrong(rest.replace(/\([^()]*\)/g, '')) ? rest : ''
    const end = extra === '' ? limit : own
    const { stations, station, serial, number, year, fuzzy } = cable
    const kind = number === undefined ? 'cable' : 'airgram'
    const place = { start, end, printed: trim(text.slice(start, end)) }
    const numbered = number === undefined ? {} : { number }
    items.push({ kind, ...place, stations, station, serial, fuzzy, ...numbered, ...opt(year) })
    if (extra !== '') {
      const printed = trim(extra)
      items.push({
        kind: kindOf(extra),
        printed,
        start: own,
        end: limit,
        stations: [],
        fuzzy: false,
      })
    }
  })
  return items
}

/** `ROE E-MAIL 3/4/08, LOME 9`: what stands before the first cable, a comma between. */
function paperBefore(text: string, end: number): CitedItem[] {
  const before = text.slice(0, end)
  if (!/[,;]\s*$/.test(before) || !isStrong(before.replace(/\([^()]*\)/g, ''))) return []
  const place = { start: 0, end, printed: trim(before) }
  return [{ kind: kindOf(before), ...place, stations: [], fuzzy: false }]
}

/** Takes separators off both ends: ` , OSLO 88 AND` → `OSLO 88`. */
function trim(text: string): string {
  const front = text.replace(/^[\s,;&/.:-]+/, '').replace(/^AND\s+/i, '')
  return front
    .replace(/(?<![\s,;&/:-])[\s,;&/:-]+$/, '')
    .replace(/(?<!\s)\s+AND$/i, '')
    .replace(/(?<![\s,;])[\s,;]+$/, '')
}
