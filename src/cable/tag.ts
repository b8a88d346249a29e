import type { Tag } from './record.ts'
import { editDistance } from './station-match.ts'
import { isKnownTag, tagCodes, tagKind, tagName } from './tag-names.ts'

/** A word of the TAGS list as the tree gives it. */
export interface TagText {
  readonly text: string
  /** Stood in parentheses: `(DOE, JANE)`. */
  readonly person: boolean
}

/** A tag with the words it was read from. */
export interface ReadTag {
  readonly tag: Tag
  /** Indexes of the first word and after the last. */
  readonly from: number
  readonly to: number
  /** What was printed where it was repaired: `POGOV`. */
  readonly repairedFrom?: string
}

/** Words of classification and handling that stray into the list. */
const strays =
  /^(?:SIPDIS|NOFORN|SENSITIVE|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|TAGS?|SBU|NODIS|EXDIS|N\/A|PAGE|AND)$/

/** Concepts of several words, in use beside the codes (specification 2.11). */
const concepts: ReadonlySet<string> = new Set(
  `COUNTER TERRORISM;COUNTERTERRORISM;HUMAN RIGHTS;GOI EXTERNAL;GOI INTERNAL;
ISRAELI PALESTINIAN AFFAIRS;IRAQI FREEDOM;POLITICS FOREIGN POLICY;FOREIGN POLICY;
DOMESTIC POLITICS;POLITICAL PARTIES;POLITICS;MEETINGS WITH AMBASSADOR;MEDIA REACTION;
MEDIA REACTION REPORT;NATIONAL ELECTIONS;COUNTRY CLEARANCE;CONSULAR AFFAIRS;PEACE PROCESS;
FOREIGN ASSISTANCE;FOREIGN TRADE;FOREIGN RELATIONS;CROSS STRAIT ECONOMICS;CROSS STRAIT POLITICS;
EXTERNAL POLITICAL RELATIONS;INTERNAL POLITICS;MILITARY RELATIONS;ECONOMIC AFFAIRS;
WOMEN AND POLITICS;TRAFFICKING IN PERSONS;CLIMATE CHANGE;AVIAN INFLUENZA;PANDEMIC INFLUENZA`
    .split(';')
    .map((words) => words.trim()),
)

/** Codes of today's standards typed for the Department's own. */
const isoSlips: Readonly<Record<string, string>> = {
  RU: 'RS',
  IL: 'IS',
  IQ: 'IZ',
  JP: 'JA',
  TR: 'TU',
}

/** Most words of one concept, and most letters of a run that is taken apart. */
const conceptWordsMax = 4
const fusedLettersMax = 64

/** Reads the list of TAGS (specification 2.11). Doubles are left out; the order is the text's. */
export function readTags(words: readonly TagText[], year?: number): readonly ReadTag[] {
  const found: ReadTag[] = []
  for (let at = 0; at < words.length; ) {
    const read = tagAt(words, at, found.at(-1)?.tag.code, year)
    found.push(...read.tags)
    at = read.next
  }
  const seen = new Set<string>()
  return found.filter(({ tag }) => !seen.has(tag.code) && seen.add(tag.code))
}

interface Step {
  readonly tags: readonly ReadTag[]
  readonly next: number
}

function tagAt(
  words: readonly TagText[],
  at: number,
  before: string | undefined,
  year: number | undefined,
): Step {
  const word = words[at]
  const text = word === undefined ? '' : plain(word.text)
  if (word?.person === true) return person(text, at, at + 1)
  if (text === '' || strays.test(text)) return { tags: [], next: at + 1 }
  const concept = conceptAt(words, at, year)
  if (concept !== undefined) return concept
  if (isKnownTag(text)) return one(named(text, year), at)
  const slip = isoSlips[text]
  if (slip !== undefined) return one(named(slip, year), at, text)
  if (before !== undefined && /^(?:OVIP|ODIP|OTRA)$/.test(before) && isNameWord(text)) {
    return visitor(words, at)
  }
  const parts = takeApart(text)
  if (parts.length > 0) {
    const codes = parts.map((code) => isoSlips[code] ?? code)
    const tags = codes.map((code) => ({ tag: named(code, year), from: at, to: at + 1 }))
    return { tags: tags.map((tag) => ({ ...tag, repairedFrom: text })), next: at + 1 }
  }
  const near = uniqueNeighbour(text)
  if (near !== undefined) return one(named(near, year), at, text)
  return one({ code: text, kind: kindByShape(text) }, at)
}

function one(tag: Tag, at: number, repairedFrom?: string): Step {
  const read = { tag, from: at, to: at + 1 }
  return { tags: [repairedFrom === undefined ? read : { ...read, repairedFrom }], next: at + 1 }
}

function named(code: string, year: number | undefined): Tag {
  const name = tagName(code, year)
  const kind = tagKind(code, year) ?? kindByShape(code)
  return name === undefined ? { code, kind } : { code, kind, name }
}

/** In capitals, blanks joined, signs at the ends taken off; hyphens of U+2010 put right. */
function plain(text: string): string {
  return text
    .toUpperCase()
    .replace(/[‐–]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'[(,;:.]+|(?<![\s"'\]),;:.])[\s"'\]),;:.]+$/g, '')
}

/** `(ROE, JANE A.)` → `ROE, JANE A` */
function person(text: string, from: number, to: number): Step {
  const code = text.replace(/\s*,\s*/g, ', ')
  if (code === '') return { tags: [], next: to }
  // `(PREL)` in parentheses is a code all the same.
  if (isKnownTag(code)) return one(named(code, undefined), from)
  return { tags: [{ tag: { code, kind: 'person' }, from, to }], next: to }
}

/** `OVIP ROE JANE PREL`: up to two words that are no codes are the visitor, surname first. */
function visitor(words: readonly TagText[], at: number): Step {
  const names: string[] = []
  let next = at
  while (names.length < 2 && next < words.length) {
    const word = words[next]
    const text = word === undefined || word.person ? '' : plain(word.text)
    if (!isNameWord(text) || isKnownTag(text) || strays.test(text)) break
    names.push(text)
    next++
  }
  return person(names.join(', '), at, next)
}

function isNameWord(text: string): boolean {
  return /^[A-Z][A-Z'’-]{2,}$/.test(text)
}

function conceptAt(
  words: readonly TagText[],
  at: number,
  year: number | undefined,
): Step | undefined {
  const texts = words
    .slice(at, at + conceptWordsMax)
    .map((word) => (word.person ? '' : plain(word.text)))
  for (let length = conceptWordsMax; length >= 1; length--) {
    const joined = texts.slice(0, length).join(' ')
    const known = concepts.has(joined) || (joined.includes(' ') && isKnownTag(joined))
    if (!known || texts.length < length) continue
    const tag = isKnownTag(joined)
      ? named(joined, year)
      : ({ code: joined, kind: 'subject' } as const)
    return { tags: [{ tag, from: at, to: at + length }], next: at + length }
  }
  // `TIP IN TOGO`
  if (texts[0] === 'TIP' && texts[1] === 'IN' && texts[2] !== undefined) {
    const tag = { code: texts.slice(0, 3).join(' '), kind: 'subject' } as const
    return { tags: [{ tag, from: at, to: at + 3 }], next: at + 3 }
  }
  return undefined
}

/** `ETRDEINVECINPGOVCS` → ETRD EINV ECIN PGOV CS: only if every letter is used by a known code. */
function takeApart(text: string): readonly string[] {
  if (!/^[A-Z]{6,}$/.test(text) || text.length > fusedLettersMax) return []
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = 2; end <= text.length; end++) {
    for (const size of [4, 2]) {
      const before = best[end - size]
      const code = text.slice(end - size, end)
      if (before === undefined || end < size || !isPart(code, size)) continue
      if (best[end] === undefined) best[end] = [...before, code]
    }
  }
  const parts = best[text.length] ?? []
  return parts.some((code) => code.length === 4) ? parts : []
}

function isPart(code: string, size: number): boolean {
  const kind = tagKind(code)
  if (size === 2) return kind === 'geo' || kind === 'region' || code in isoSlips
  return kind === 'subject' || kind === 'program'
}

/** Codes the typos of which are put right: subjects and programs of four letters. */
const repairable: readonly string[] = [...tagCodes()].filter((code) => isPart(code, code.length))

/** The one known code a letter away: `MOPPS` → MOPS; none where several are (specification 2.11). */
function uniqueNeighbour(text: string): string | undefined {
  // Three letters are acronyms more often than a code that lost one.
  if (!/^[A-Z]{4,5}$/.test(text)) return undefined
  const near = repairable.filter((code) => code.length === 4 && editDistance(text, code, 1) === 1)
  return near.length === 1 ? near[0] : undefined
}

function kindByShape(code: string): Tag['kind'] {
  if (/^[XZ][A-Z]$/.test(code)) return 'region'
  if (/^[A-Z]{2}$/.test(code)) return 'geo'
  if (/^K[A-Z]{3}$/.test(code)) return 'program'
  return /^[A-Z]{2,}(?:[/-][A-Z]*)?[-/]\w+$|^[A-Z]{1,4}-?\d+$/.test(code) ? 'org' : 'unknown'
}
