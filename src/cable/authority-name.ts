import { countryNames } from '../words/country-names.ts'
import { isOfficeWord, isPostWord } from './office-words.ts'

/** Who classified a text: names as printed, their title, and the office of the field form. */
export interface Who {
  readonly names: readonly string[]
  readonly title: string
  /** `Embassy Lome, State` of `Jane Roe, Charge, Embassy Lome, State`; empty if not given. */
  readonly organization: string
}

/** Splits `DCM Jane Doe`, `Jane Doe, DCM`, `Pol Counselor Jane Doe and DCM John Roe`. */
export function readNames(block: string): Who {
  const whole = readName(block)
  const both = block.split(/(?<!\s)\s+(?:and|&)\s+|(?<!\s)\s*;\s*/i)
  const parts = both.length > 1 && both.length <= 4 ? both.map(readName) : []
  const several = parts.length > 1 && parts.every(({ name, sure }) => name !== '' && sure)
  if (!several) {
    const { name, title, organization } = whole
    return { names: name === '' ? [] : [name], title, organization }
  }
  const titles = parts.map((part) => part.title).filter((title) => title !== '')
  return { names: parts.map(({ name }) => name), title: titles.join(' and '), organization: '' }
}

interface Name {
  readonly name: string
  readonly title: string
  readonly organization: string
  /** No preposition stands before it: `Counselor for East` names a part of the world. */
  readonly sure: boolean
}

const suffix = /^(?:jr|sr|i{2,3}|iv)\.?$/i

/** One name and one title; segments between commas are all title, all name, or title then name. */
function readName(block: string): Name {
  const segments = apart(block)
    .split(/(?<!\s)\s*,\s*/)
    .filter((segment) => segment.trim() !== '')
  const read = segments.map(readSegment)
  const named = read.filter(({ name }) => name !== '')
  const chosen = named.find(({ sure }) => sure) ?? named[0]
  if (chosen === undefined) {
    return { name: '', title: clean(segments.join(', ')), organization: '', sure: false }
  }
  const at = read.indexOf(chosen)
  const before = [...segments.slice(0, at), chosen.before].filter((part) => part !== '').join(', ')
  let name = chosen.name
  let next = at + 1
  // `John Roe, Jr.`; surname first: `ROE, Jane`.
  if (suffix.test(segments[next]?.trim() ?? '')) {
    name = `${name}, ${segments[next]?.trim() ?? ''}`
    next++
  } else if (!name.includes(' ') && isGivenName(read[next], name)) {
    name = `${read[next]?.name ?? ''} ${name}`
    next++
  }
  const behind = chosen.after !== '' ? chosen.after : (segments[next] ?? '')
  const used = before === '' && chosen.after === '' ? next + 1 : next
  return {
    name: clean(name),
    title: clean(before !== '' ? before : behind),
    organization: before === '' ? clean(segments.slice(used).join(', ')) : '',
    sure: chosen.sure,
  }
}

/** `Jane`, `Jane B.`, in capitals where the surname is: what stands behind `ROE,`. */
function isGivenName(segment: Segment | undefined, surname: string): boolean {
  if (segment === undefined || segment.before !== '' || segment.after !== '') return false
  if (/^[A-Z][a-z]+(?: [A-Z]\.?)?$/.test(segment.name)) return true
  return /^[A-Z]{3,}(?: [A-Z]\.?)?$/.test(segment.name) && surname === surname.toUpperCase()
}

/** Signs between office and name become commas; parentheses and portion marks go. */
function apart(block: string): string {
  return block
    .replace(/\((?:U|C|S|SBU|TS|[a-h])\)/gi, ' ')
    .replace(/\(([^()]*)\)/g, ' $1 ')
    .replace(/\s\?\s|(?<=[Cc]harge)&/g, ', ')
    .replace(/\bd[,Õ\u2018]\s?(?=aff?ai)/gi, "d'")
    .replace(/([A-Za-z])[:–—]\s*|(?<!\s)\s+-+\s+|(?<!-)-{2,}|:\s+/g, '$1, ')
    .replace(/(?<=\b[A-Z]{2,5})\/(?=[A-Z][a-z])/g, ', ')
    .replace(/(?<=[a-z])\/(?=[A-Z])/g, (slash, at: number, all: string) =>
      isOfficePair(all, at) ? slash : ', ',
    )
}

/** `Pol/Econ`, `Economic/Commercial`: a slash between two words of offices stays. */
function isOfficePair(text: string, at: number): boolean {
  const before = /(?<![A-Za-z])[A-Za-z]+$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  const after = /^[A-Za-z]+/.exec(text.slice(at + 1, at + 25))?.[0] ?? ''
  return isOfficeWord(before) && isOfficeWord(after)
}

interface Segment {
  readonly before: string
  readonly name: string
  readonly after: string
  readonly sure: boolean
}

/** Within a segment the name is the last run of words that are no words of an office. */
function readSegment(segment: string): Segment {
  const words = segment.trim().split(/\s+/)
  let end = words.length
  while (end > 0 && isTitleWord(words[end - 1] ?? '')) end--
  let start = end
  while (start > 0 && !isTitleWord(words[start - 1] ?? '')) start--
  ;[start, end] = widened(words, start, end)
  start += countryWords(words, start, end)
  // `ESTH Jane Roe`, `Emboff Jane Roe`: an office in no list.
  while (end - start > 2 && isUnlistedOffice(words, start, end)) start++
  // `African Affairs Jane B. Roe`: a longer run begins with words of an office not in the list.
  if (end - start > 3) start = longestName(words, start, end)
  const name = words.slice(start, end).join(' ')
  const empty = { before: segment, name: '', after: '', sure: false }
  if (!/[A-Za-z]{2}|\u0425{4}/.test(name) || /^[a-z]+$/.test(name) || /\d/.test(name)) return empty
  return {
    before: words.slice(0, start).join(' '),
    name,
    after: words.slice(end).join(' '),
    sure: !/^(?:for|of|to|in|on|at|the)$/i.test(words[start - 1] ?? ''),
  }
}

const countries: ReadonlySet<string> = new Set(countryNames.map((name) => name.toUpperCase()))

/** `Ambassador to Togo Jane Roe`, `Desk Officer for Burkina Faso Jane Roe`: words of the country. */
function countryWords(words: readonly string[], start: number, end: number): number {
  if (!/^(?:to|of|for|in|the)$/i.test(words[start - 1] ?? '')) return 0
  for (let count = 1; count <= 3 && start + count < end; count++) {
    if (
      countries.has(
        words
          .slice(start, start + count)
          .join(' ')
          .toUpperCase(),
      )
    )
      return count
  }
  return 0
}

/** Surnames and given names that are words of offices as well: `Jane Law`, `Florence Roe`. */
const alsoNames =
  /^(?:Law|Head|Post|Leader|Price|Public|Labor|Major|Marshall?|North|South|East|West|Lima|London|Paris|Berlin|Santiago|Madrid|Lyon|Milan|Hamilton|LAW|HEAD|POST|PUBLIC|MAJOR|NORTH|SOUTH|EAST|WEST)[.,]?$/

function widened(words: readonly string[], start: number, end: number): [number, number] {
  // `John Q. Public`: behind an initial stands a surname, whatever else the word means.
  const hasInitial = end - start > 1 && /^[A-Z]\.?$/.test(words[end - 1] ?? '')
  if (hasInitial && end === words.length - 1) return [start, end + 1]
  if (end - start !== 1) return [start, end]
  if (end === words.length - 1 && alsoNames.test(words[end] ?? '')) return [start, end + 1]
  const before = words[start - 1] ?? ''
  const leads = words[start - 2] ?? ''
  const isPlace = /^(?:(?:am)?(?:embassy|consulate|congen)|mission|of|to|for|in|at|and)$/i.test(
    leads,
  )
  const isGiven = isPostWord(before) && !isPlace && (start === 1 || isTitleWord(leads))
  return isGiven && /^[A-Z]/.test(words[start] ?? '') ? [start - 1, end] : [start, end]
}

/** `Emboff`, `EconCouns`, or capitals before a name in mixed case. */
function isUnlistedOffice(words: readonly string[], start: number, end: number): boolean {
  const word = words[start] ?? ''
  if (/(?:off|couns|chief|head|dir|cons)$/i.test(word) && word.length > 4) return true
  if (!/^[A-Z]{2,8}$/.test(word)) return false
  const mixed = words.slice(start + 1, end).filter((each) => /^[A-Z][a-z]/.test(each))
  return mixed.length >= 2
}

function longestName(words: readonly string[], start: number, end: number): number {
  let from = end - 1
  if (/^(?:Jr|Sr|II|III|IV)\.?$/.test(words[from] ?? '')) from--
  while (from > start && isConnected(words, from)) from--
  return Math.max(start, from - 1)
}

/** Initials and particles belong to the name they stand in: `Jane B. de la Roe`. */
function isConnected(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? ''
  return /^(?:[A-Z]\.?|de|la|del|van|von|der|den|di|da|al|el|bin|ibn|st\.?|mc|mac)$/i.test(before)
}

function isTitleWord(word: string): boolean {
  const bare = word.replace(/^[("'’]+|(?<![)"'’.,:;])[)"'’.,:;]+$/g, '')
  return bare === '' || isOfficeWord(bare)
}

function clean(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/^[\s,;:./-]+|(?<![\s,;:/-])[\s,;:/-]+$/g, '')
  // The period of `a.i.` and `Jr.` stays, that of a sentence goes.
  return /(?:\b[a-z]\.[a-z]|\bJr|\bSr)\.$/i.test(plain)
    ? plain
    : plain.replace(/(?<![.\s])[.\s]+$/, '')
}
