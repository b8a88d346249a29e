import { isCaptionLine } from './caption.ts'
import { isHandling } from './handling.ts'
import { isRule } from './rule.ts'
import { isSubjectCode, isTagCode, takeApart } from './tag-code.ts'
import { isConceptWord } from './tag-group.ts'
import { tagTokens } from './tag-token.ts'

/**
 * What ends a list in the middle of a line: a label, a paragraph, a rule, an attention line whose
 * own line end was lost, prose.
 *
 *     TAGS: PREL TO 1. (C) Summary: …     TAGS: PM DEPT FOR EAP     TAGS: ECON The ministry said …
 */
const stop =
  /(?<![\w(/-])(?:(?:SUBJECTS?|SUBJ|REF(?:S|TELS?)?|REFERENCES?|SUMMARY)(?= {0,3}[:.]|$| [A-Z])|CLASSIFIED BY|E\.O\. |EO \d{5}|\u00b6|\d{1,2}\. ?\(|[-=_*]{3,}|(?:DEPT|DEPARTMENT|STATE|SECSTATE|[A-Z]{4,12}) (?:(?:PLEASE|PLS|ALSO) )?(?:FOR|PASS)\b|FOR [A-Z])/i
const prose = /(?<![\w'(/-])[A-Z]?[a-z']{2,} [a-z']{2,} [a-z']{2,}/

/** Where the list stops within a line, if it does. */
export function stopOf(line: string): number | undefined {
  const at = stop.exec(line)?.index
  // In a list that is written small itself three small words are tags.
  const isSmall = /^[\s(]*[a-z]/.test(line)
  const said = isSmall ? undefined : prose.exec(line)?.index
  if (at === undefined || said === undefined) return at ?? said
  return Math.min(at, said)
}

/** Most characters of a wrapped line. */
const wrappedCharactersMax = 200

/** True where the list goes on with `words`, the line below `before`. */
export function goesOn(before: string, words: string): boolean {
  if (words.length > wrappedCharactersMax || isRule(words) || isHandling(words)) return false
  if (isCaptionLine(words) || /^(?:\u00b6|\[1\]\(#\)|\d{1,3}[.)])/.test(words)) return false
  // `OVIP (ROE, JANE` / `B.), PREL`
  if (before.lastIndexOf('(') > before.lastIndexOf(')') && words.includes(')')) return true
  const tokens = tagTokens(words, 0, words.length)
  const known = tokens.filter(({ type, text }) => type !== 'tag' || isKnown(text)).length
  if (before === '' || /[,;/&-]$/.test(before)) {
    return words === words.toUpperCase() || known * 2 >= tokens.length
  }
  const [first] = tokens
  if (first === undefined) return false
  // `KMDR MEDIA` / `REACTION REPORT`
  const last = before.slice(before.lastIndexOf(' ') + 1)
  if (isConceptWord(last) && !isTagCode(last)) return tokens.every(isLikeTag)
  const opens = first.type === 'person' || isKnown(first.text)
  return opens && known * 2 > tokens.length && tokens.every(isLikeTag)
}

function isKnown(text: string): boolean {
  return isTagCode(text) || isConceptWord(text) || takeApart(text).length > 0
}

function isLikeTag({ type, text }: { type: string; text: string }): boolean {
  return type !== 'tag' || isKnown(text) || /^[A-Z]{2,5}$|^[A-Z0-9]{2,15}[-/][A-Z0-9-]+$/.test(text)
}

/**
 * True for a list that lost its label, `EFIN, ECON, TO`: codes and nothing else, one a subject
 * (in the wild 5).
 */
export function isTagRow(words: string): boolean {
  if (words.length > wrappedCharactersMax || !isTagCode(/^[A-Z]+/.exec(words)?.[0] ?? ''))
    return false
  const tokens = tagTokens(words, 0, words.length)
  const codes = tokens.filter(({ type }) => type === 'tag')
  const known = codes.filter(({ text }) => isTagCode(text) || takeApart(text).length > 0)
  // `PREL, PARM, SOFA, TO`: among three known codes one may be strange.
  const strange = codes.length - known.length
  return (
    codes.length > 1 &&
    codes.some(({ text }) => isSubjectCode(text)) &&
    (strange === 0 || (strange === 1 && known.length > 2 && codes.every(isLikeTag)))
  )
}
