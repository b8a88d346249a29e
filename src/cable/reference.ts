import type { CableCode } from './finding.ts'
import { formatIdentifier } from './identifier.ts'
import { findPost, issuedSpelling } from './post.ts'
import type { Reference } from './record.ts'
import { type CitedItem, readItem } from './reference-item.ts'
import { type CitingCable, chooseYear, samePost } from './reference-year.ts'
import { isUnlisted, unlistedPost } from './unlisted-post.ts'

/** An item as the tree or an archive gives it. */
export interface ReferenceText {
  readonly label?: string
  /** Joined to one line, the enumerator taken off. */
  readonly text: string
}

/** A reference with the place it was read from and what was doubtful. */
export interface ReadReference {
  readonly reference: Reference
  /** Index of the item given. */
  readonly item: number
  /** Offsets in that item's text. */
  readonly start: number
  readonly end: number
  readonly notes: readonly ReferenceNote[]
}

/** A complaint without its place. */
export interface ReferenceNote {
  readonly code: CableCode
  readonly found: string
  readonly expected: string
}

/** What a list of items says. */
export interface ReadReferences {
  readonly references: readonly ReadReference[]
  /** Items that are no reference, by index: the own number repeated. */
  readonly dropped: readonly { readonly item: number; readonly note: ReferenceNote }[]
}

/** Most references read from one cable; the longest list seen has 22. */
const referencesMax = 500
/** Longest REF field that is read, in UTF-16 code units. */
const fieldLengthMax = 64_000

interface Open {
  readonly item: number
  readonly label: string | undefined
  text: string
}

/** Reads the references of a cable from the items of its REF field (specification 2.13, 3.5). */
export function readReferences(
  items: readonly ReferenceText[],
  citing: CitingCable,
): ReadReferences {
  let left = fieldLengthMax
  const pieces = items.map((item, index) => {
    const text = item.text.slice(0, Math.max(0, left))
    left -= item.text.length
    return { item: index, label: item.label, text }
  })
  const joined = joinFragments(pieces)
  const references: ReadReference[] = []
  const dropped: { item: number; note: ReferenceNote }[] = []
  let before: CitedItem | undefined
  for (const piece of joined) {
    for (const cited of readItem(piece.text, citing)) {
      if (references.length >= referencesMax) break
      const named = withStation(cited, before, citing)
      if (named.stations.length > 0) before = named
      const place = {
        item: piece.item,
        start: cited.start,
        end: cited.end,
      }
      if (isSelf(named, citing))
        dropped.push({
          item: piece.item,
          note: { code: 'REF_SELF', found: cited.printed, expected: '' },
        })
      else references.push({ ...settle(named, cited, piece.label, citing), ...place })
    }
  }
  return { references: withoutRepeats(references), dropped }
}

/** A cable listed twice is one reference; a second letter for it is kept: `A. LOME 5 B. LOME 5`. */
function withoutRepeats(read: readonly ReadReference[]): readonly ReadReference[] {
  const kept = new Map<string | number, ReadReference>()
  for (const [index, each] of read.entries()) {
    const { id, label } = each.reference
    const first = id === undefined ? undefined : kept.get(id)
    if (first === undefined) {
      kept.set(id ?? index, each)
      continue
    }
    const { reference } = first
    const letters = [...(reference.alsoLabelled ?? []), ...(label === undefined ? [] : [label])]
    const further = letters.filter((letter) => letter !== reference.label)
    if (id === undefined || further.length === 0) continue
    const alsoLabelled = [...new Set(further)]
    kept.set(id, { ...first, reference: { ...reference, alsoLabelled } })
  }
  return [...kept.values()]
}

/** `… REPORT FOR MARCH 4` / `2007`: the client made an item of every comma. */
function joinFragments(pieces: readonly Open[]): readonly Open[] {
  const joined: Open[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before !== undefined && isDateFragment(piece.text)) {
      before.text = `${before.text.trimEnd()}, ${piece.text.trim()}`
    } else joined.push({ ...piece })
  }
  return joined
}

/** A bare year or date that the client made an item of its own: `B. 2007` (specification 2.13). */
function isDateFragment(text: string): boolean {
  const plain = text.trim().replace(/(?<![.,;)])[.,;)]+$/, '')
  return /^(?:(?:19[5-9]|20[0-4])\d|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)$/.test(plain)
}

/** Bare numbers: five digits and more are the Department's, others the post's before or the own. */
function withStation(
  cited: CitedItem,
  before: CitedItem | undefined,
  citing: CitingCable,
): CitedItem {
  if (cited.stations.length > 0 || cited.serial === undefined) return cited
  if (cited.own === true) return { ...cited, ...ownPost(citing) }
  if (cited.kind !== 'cable') return cited
  const digits = String(cited.serial).length
  const [post, ...others] = before?.stations ?? []
  const repeated = before?.station ?? post?.canonical
  if (post !== undefined && others.length === 0 && (digits < 5 || post.canonical === 'STATE')) {
    const year = before?.year === undefined ? {} : { year: before.year }
    return { ...cited, stations: [post], ...(repeated && { station: repeated }), ...year }
  }
  const station = digits >= 5 ? 'STATE' : citing.post
  return station === undefined ? cited : { ...cited, station, stations: [unlistedPost(station)] }
}

/** `A-50`, `EMBTEL 9`: no post is named, the citing one is meant. */
function ownPost({ post }: CitingCable): Partial<CitedItem> {
  return post === undefined
    ? {}
    : { station: post, stations: [findPost(post) ?? unlistedPost(post)] }
}

function isSelf(cited: CitedItem, citing: CitingCable): boolean {
  if (cited.kind !== 'cable' || cited.serial !== citing.serial) return false
  // Of several posts that a misspelt name may be, the first is the one that would be cited.
  const stations = cited.fuzzy ? cited.stations.slice(0, 1) : cited.stations
  const own = stations.some((post) => samePost(post.canonical, citing.post))
  return own && (cited.year === undefined || cited.year === citing.year)
}

function settle(
  named: CitedItem,
  cited: CitedItem,
  label: string | undefined,
  citing: CitingCable,
): { reference: Reference; notes: readonly ReferenceNote[] } {
  const notes: ReferenceNote[] = []
  const complain = (code: CableCode, expected = ''): void => {
    notes.push({ code, found: cited.printed, expected })
  }
  const base = {
    ...(label !== undefined && { label }),
    kind: cited.kind,
    printed: cited.printed,
    ...remarks(cited.printed),
  }
  const [post, ...others] = named.stations
  if (named.serial === undefined || (cited.kind !== 'cable' && cited.kind !== 'airgram')) {
    return { reference: base, notes }
  }
  if (cited.stations.some(({ canonical }) => isUnlisted(canonical))) complain('REF_POST_UNKNOWN')
  if (named.fuzzy) complain('REF_STATION_FUZZY', post?.canonical)
  if (cited.stations.length === 0) complain('REF_BARE_NUMBER')
  const guessed = post && chooseYear(post, named.serial, citing)
  const year = named.year ?? guessed
  if (post === undefined || others.length > 0 || year === undefined) {
    complain('REF_UNRESOLVED')
    return { reference: base, notes }
  }
  if (named.year !== undefined && citing.year !== undefined && named.year > citing.year) {
    complain('REF_YEAR_CONFLICT')
  }
  const station = issuedSpelling(named.station ?? post.canonical, post, year)
  const id = formatId(year, station, named)
  if (named.year !== undefined) return { reference: { ...base, id }, notes }
  complain('REF_YEAR_INFERRED', String(year))
  return { reference: { ...base, id, yearInferred: true }, notes }
}

const anyRemark = /PREVIOUS|NOTAL|[XOAM]DIS/i
const remarkWords = ['PREVIOUS', 'NOTAL', 'EXDIS', 'NODIS', 'STADIS', 'LIMDIS'].map(
  (word) => [word, new RegExp(`\\b${word}\\b`, 'i')] as const,
)

/** `REYKJAVIK 431 AND PREVIOUS (NOTAL)` → previous, notal. */
function remarks(printed: string): { notes?: readonly string[] } {
  if (!anyRemark.test(printed)) return {}
  const found = remarkWords.filter(([, pattern]) => pattern.test(printed)).map(([word]) => word)
  return found.length === 0 ? {} : { notes: found }
}

function formatId(year: number, station: string, item: CitedItem): string {
  return item.number === undefined
    ? formatIdentifier(year, station, item.serial ?? 0)
    : `${formatIdentifier(year, station, '')}${item.number}`
}
