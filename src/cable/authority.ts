import { readNames } from './authority-name.ts'
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
  const who = readNames(named.slice(0, end))
  return {
    names: who.names,
    ...(who.title !== '' && { title: who.title }),
    ...(who.organization !== '' && { organization: who.organization }),
    ...(reasons.section !== undefined && { section: reasons.section }),
    reasons: reasons.letters,
    ...(derived !== undefined && { derivedFrom: derived }),
  }
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
