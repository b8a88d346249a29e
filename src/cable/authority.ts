import { readNames } from './authority-name.ts'
import { isOfficeWord } from './office-words.ts'
import { readReasons } from './reason.ts'
import type { ClassifiedBy } from './record.ts'

/** Longest authority that is read, in UTF-16 code units; real ones have up to 450. */
const authorityLengthMax = 2_000

/** What ends the name and title: the words that lead to the reasons. */
const nameEnds =
  /(?<![\s,;(.:-])[\s,;(.:-]+(?:(?:for|per|under|due to|based (?:up)?on|on the basis|by reason|pursuant to|in accordance with|IAW|citing|because|as per|with)\s+(?:of\s+|the\s+|following\s+|authority\s+|stated\s+|in\s+|paragraph\s+)*(?=r\s?e?\s?[as]|e\.?\s?[o0]\.?|\(?\d|sec(?:tion|\.|\s\d)|par|\([b-d]\)|national security)|f\s?(?:o\s?r|ro|oe)\s?r\s?e\s?a\s?s|r\s?e\s?a\s?s\s?[o0]\s?n|r\s?e\s?s\s?a\s?o\s?n|reasn|e\.?\s?[o0]\.?\s?1\d|\(?1\s?[.,]\s?[2-8](?!\d)|\(?[Il1]\s?[.,:-]?\s?[2-8]\s?\([a-h]|section\s+\d|sec\.?\s+\d|declass|decl\b|derived|due to|classified\s+by)/i

/**
 * Reads who classified a text and why (specification 2.14).
 *
 *     Charge d'Affaires, a.i., John Roe per 1.4 (b), (d)
 *     Jane Roe, Charge, Embassy Lome, State. REASON: 1.4 (b), (d)
 *
 * `text` is joined to one line, its label taken off.
 */
export function readAuthority(text: string): ClassifiedBy {
  const joined = text.slice(0, authorityLengthMax).trim()
  const reasons = readReasons(joined)
  const derived = derivedFrom(joined)
  const named = withoutLabel(joined)
  const end = nameEnds.exec(` ${named}`)?.index ?? named.length + 1
  // The period of `a.i.` may stand at the end, other signs lead to the reasons.
  const block = named.slice(0, end).replace(/[;(]$/, '')
  const who = readNames(/^multiple sources/i.test(block) ? '' : block)
  return {
    names: who.names,
    ...(who.title !== '' && { title: who.title }),
    ...(who.organization !== '' && { organization: who.organization }),
    ...(reasons.section !== undefined && { section: reasons.section }),
    reasons: reasons.letters,
    ...(derived !== undefined && { derivedFrom: derived }),
  }
}

/** Longest first line that ends on purpose, in UTF-16 code units: beyond, the wrap has ended it. */
const ownLineMax = 50
/** `Charg&eacute;`: letters with accents that came as their HTML names. */
const letterName = /&([AEIOUCNaeioucn])(?:acute|grave|circ|uml|tilde|cedil);/g

/**
 * An authority on one line, from its text and the length of its first line there: two authorities
 * below one another become `… and …`, letters with accents lose them.
 *
 *     Ambassador Jane Roe
 *     DCM John Doe for reasons 1.4 (b)
 */
export function authorityLine(text: string, firstLine: number): string {
  const plain = text.includes('&') ? text.replace(letterName, '$1') : text
  if (firstLine === 0 || firstLine > ownLineMax || plain !== text) return plain
  const first = text.slice(0, firstLine).replace(/(?<![\s,;])[\s,;]+$/, '')
  const rest = text.slice(firstLine).trimStart()
  if (!isOfficeWord(/^\S{1,40}/.exec(rest)?.[0] ?? '')) return text
  const above = readAuthority(first)
  const below = readAuthority(rest)
  const [name = ''] = above.names
  const isWhole = name.includes(' ') && above.title !== undefined && first.endsWith(name)
  const both = isWhole && below.title !== undefined && below.names[0]?.includes(' ')
  return both ? `${first} and ${rest}` : text
}

/** `Classified By: Classified by DCM X`, `(U) Classified by …`: the label again. */
function withoutLabel(text: string): string {
  return text
    .replace(/^[\s:.-]*(?:(?:\([A-Z]{1,3}\)\s*)?cl?as{1,3}[if]{1,3}ed\s+by\b[\s:.-]*)+/i, '')
    .replace(/^[\s:.,;-]+/, '')
    .replace(/(?<=[a-z])for (?=reasons?\b)/, ' for ')
}

/** `Derived from: Multiple Sources` → Multiple Sources; `… derived per reftel DTG …` alike. */
function derivedFrom(text: string): string | undefined {
  const found = /\bderived\s+(?:from|per|by)\b\s*:?\s*/i.exec(text) ?? /^per (?=ref)/i.exec(text)
  if (found === null) return undefined
  const rest = text.slice(found.index + found[0].length)
  const end = /(?<![\s,;.])[\s,;.]+(?:declas|decl\b|reasons?\b)/i.exec(rest)?.index ?? rest.length
  return rest.slice(0, end).replace(/(?<![\s.,;])[\s.,;]+$/, '') || undefined
}
