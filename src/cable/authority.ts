import { isOfficeWord } from './office-words.ts'
import { readReasons } from './reason.ts'
import type { ClassifiedBy } from './record.ts'

/** Longest authority that is read, in UTF-16 code units; real ones have up to 450. */
const authorityLengthMax = 2_000

/** What ends the name and title: the words that lead to the reasons. */
const nameEnds =
  /[\s,;(.]+(?:(?:for|per|under|due to|based (?:up)?on|by reason|pursuant to|in accordance with|IAW|citing|because)\s+(?:of\s+|the\s+|following\s+|authority\s+)*(?=r\s?e\s?[as]|e\.?\s?[o0]\.?|\(?\d|sec|par)|f\s?o\s?r\s+r\s?e\s?a\s?s|r\s?e\s?a\s?s\s?[o0]\s?n|r\s?e\s?s\s?a\s?o\s?n|reasn|e\.?\s?[o0]\.?\s?1\d|\(?1\s?[.,]\s?[2-8](?!\d)|section\s+\d|sec\.?\s+\d|declass|decl\b|derived|due to)/i

/**
 * Reads who classified a text and why (specification 2.14).
 *
 *     Charge d'Affaires, a.i., John Roe per 1.4 (b), (d)
 *     Jane Roe, Charge, Embassy Lome, State. REASON: 1.4 (b), (d)
 *
 * `text` is joined to one line, its label taken off.
 */
export function readAuthority(text: string): ClassifiedBy {
  const joined = text.slice(0, authorityLengthMax).replace(/\s+/g, ' ').trim()
  const reasons = readReasons(joined)
  const derived = derivedFrom(joined)
  const named = withoutLabel(joined)
  const end = nameEnds.exec(` ${named}`)?.index ?? named.length + 1
  const who = /^derived/i.test(named) ? nobody : readNames(named.slice(0, end))
  return {
    names: who.names,
    ...(who.title !== '' && { title: who.title }),
    ...(reasons.section !== undefined && { section: reasons.section }),
    reasons: reasons.letters,
    ...(derived !== undefined && { derivedFrom: derived }),
  }
}

/** `Classified By: Classified by DCM X`, `(U) Classified by …`: the label again. */
function withoutLabel(text: string): string {
  return text
    .replace(/^(?:[\s:.-]*(?:\([A-Z]{1,3}\)\s*)?clas+ified\s+by\b[\s:.-]*)+/i, '')
    .replace(/^[\s:.,-]+/, '')
}

/** `Derived from: Multiple Sources` → Multiple Sources. */
function derivedFrom(text: string): string | undefined {
  const found = /\bderived\s+from\s*:?\s*/i.exec(text)
  if (found === null) return undefined
  const rest = text.slice(found.index + found[0].length)
  const end = /[\s,;.]+(?:declas|decl\b|reasons?\b)/i.exec(rest)?.index ?? rest.length
  return rest.slice(0, end).replace(/(?<![\s.,;])[\s.,;]+$/, '') || undefined
}

interface Who {
  readonly names: readonly string[]
  readonly title: string
}

const nobody: Who = { names: [], title: '' }

/** Splits `DCM Jane Doe`, `Jane Doe, DCM`, `Pol Counselor Jane Doe and DCM John Roe`. */
function readNames(block: string): Who {
  const whole = readName(block)
  const both = block.split(/\s+and\s+|\s*;\s*|\s+&\s+/i)
  const parts = both.map(readName)
  const several = parts.length > 1 && parts.length <= 4 && parts.every((part) => part.name !== '')
  if (!several) return { names: whole.name === '' ? [] : [whole.name], title: whole.title }
  const titles = parts.map((part) => part.title).filter((title) => title !== '')
  return { names: parts.map((part) => part.name), title: titles.join(' and ') }
}

/** One name and one title; segments between commas are all title, all name, or title then name. */
function readName(block: string): { name: string; title: string } {
  const plain = block
    .replace(/\(([^()]*)\)/g, ' $1 ')
    .replace(/\bd,\s?(?=aff?ai)/gi, "d'")
    .replace(/([a-z])[:–—]\s*|\s+-+\s+|:\s+/g, '$1, ')
    .replace(/(?<=\b[A-Z]{2,5})\/(?=[A-Z][a-z])/g, ', ')
  const segments = plain.split(/\s*,\s*/).filter((segment) => segment.trim() !== '')
  const read = segments.map(readSegment)
  const at = read.findIndex((segment) => segment.name !== '')
  const named = read[at]
  if (named === undefined) return { name: '', title: clean(segments.join(', ')) }
  const before = [...segments.slice(0, at), named.before].filter((part) => part !== '').join(', ')
  let name = named.name
  let next = at + 1
  // `John Roe, Jr.`; surname first: `ROE, Jane`.
  if (/^(?:jr|sr|i{2,3}|iv)\.?$/i.test(segments[next]?.trim() ?? '')) {
    name = `${name}, ${segments[next]?.trim() ?? ''}`
    next++
  } else if (!name.includes(' ') && /^[A-Z][a-z]+(?: [A-Z]\.?)?$/.test(read[next]?.name ?? '')) {
    name = `${read[next]?.name ?? ''} ${name}`
    next++
  }
  const behind = named.after !== '' ? named.after : (segments[next] ?? '')
  return { name: clean(name), title: clean(before !== '' ? before : behind) }
}

interface Segment {
  readonly before: string
  readonly name: string
  readonly after: string
}

/** Within a segment the name is the last run of words that are no words of an office. */
function readSegment(segment: string): Segment {
  const words = segment.trim().split(/\s+/)
  let end = words.length
  while (end > 0 && isTitleWord(words[end - 1] ?? '')) end--
  let start = end
  while (start > 0 && !isTitleWord(words[start - 1] ?? '')) start--
  // `African Affairs Jane B. Roe`: a longer run begins with words of an office not in the list.
  if (end - start > 3) start = longestName(words, start, end)
  const name = words.slice(start, end).join(' ')
  const empty = { before: segment, name: '', after: '' }
  if (!/[A-Za-z]{2}/.test(name) || /^[a-z]+$/.test(name) || /\d/.test(name)) return empty
  return { before: words.slice(0, start).join(' '), name, after: words.slice(end).join(' ') }
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
  const bare = word.replace(/^[("'’]+|[)"'’.,:;]+$/g, '')
  if (/^[A-Z]\.$/.test(word) || /^(?:Jr|Sr|II|III|IV)\.?$/.test(word)) return false
  return bare === '' || isOfficeWord(bare)
}

function clean(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/^[\s,;:/-]+|(?<![\s,;:/-])[\s,;:/-]+$/g, '')
  // The period of `a.i.` and `Jr.` stays, that of a sentence goes.
  return /(?:\b[a-z]\.[a-z]|\bJr|\bSr)\.$/i.test(plain)
    ? plain
    : plain.replace(/(?<![.\s])[.\s]+$/, '')
}
