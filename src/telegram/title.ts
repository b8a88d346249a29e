import type { BodyLine } from './body-line.ts'
import { readPortion } from './portion.ts'

/** What is known of the lines around. */
export interface HeadingContext {
  readonly lines: readonly BodyLine[]
  /** True for lines that open a numbered paragraph. */
  opensParagraph(index: number): boolean
}

/** Longest line of a heading with a rule (specification 2.16), UTF-16 code units. */
const ruledCharactersMax = 100
/** … and of one without, unless a numbered paragraph follows, UTF-16 code units. */
export const bareCharactersMax = 75

/** `… long-time partner of the`: a cut sentence, no title. */
export const endsOpen: RegExp =
  /\b(?:of|the|an?|and|or|to|in|on|for|with|by|from|at|that|is|are|was)$/
/** `End text`, `Begin text of letter`: marks of a quotation; a summary may begin so. */
const quotation =
  /^\W{0,3}(?:end\b|(?:un)?quote\b|un?qte\b|begin\b(?! (?:summary|comment|note|action)))/i
/** A sentence ends inside: `Not for release. Please handle`; not `U.S. Policy`. */
const innerSentence = /[a-z]{2}[.!] |[A-Z]{4}[.!] /
/** A title is wrapped from this length on, UTF-16 code units. */
export const wrappedTitleMin = 45

/** True for words that open or close a quotation or a block: `END SUMMARY`, `UNQUOTE`. */
export function isQuotationMark(words: string): boolean {
  return quotation.test(words)
}

/** A line that can be a heading without a rule: a title, no sentence, no mark of a quotation. */
export function isBareLine(context: HeadingContext, index: number): boolean {
  if (!isHeadingLine(context, index)) return false
  const words = context.lines[index]?.words ?? ''
  if (/[.,;]$/.test(words) || words.startsWith('(') || !isTitle(words)) return false
  return !quotation.test(words) && !innerSentence.test(words)
}

/**
 * What a heading may stand above: unnumbered text that is longer than a title and no title itself
 * (the lines of an address are), or a further title with a paragraph.
 */
export function introducesText(context: HeadingContext, index: number): boolean {
  const words = context.lines[index]?.words ?? ''
  if (/^[a-z]/.test(words)) return false
  if (readPortion(words) !== undefined) return true
  const isAlone = context.lines[index + 1]?.isBlank !== false
  if (words.length >= 50 && !(isAlone && isTitle(words) && words.length < 75)) return true
  if (!isBareLine(context, index)) return false
  const below = nextText(context.lines, index + 1)
  if (below === undefined) return false
  if (context.opensParagraph(below)) return true
  return context.lines[below]?.isRule === true
}

/** Index of the next line with words, at most 12 lines away. */
export function nextText(lines: readonly BodyLine[], from: number): number | undefined {
  for (let index = from; index < lines.length && index < from + 12; index++)
    if (lines[index]?.isBlank === false) return index
  return undefined
}

/** Nothing, an empty line or a rule stands above. */
export function startsFree(lines: readonly BodyLine[], index: number): boolean {
  const before = lines[index - 1]
  return before === undefined || before.isBlank || before.isRule
}

/** `… said so.␤Next Steps␤4. (C) They`: a short line between a sentence and a paragraph. */
export function startsTight(context: HeadingContext, index: number): boolean {
  if (!context.opensParagraph(index + 1)) return false
  const words = context.lines[index]?.words ?? ''
  const before = context.lines[index - 1]?.words ?? ''
  return words.length <= 60 && /[.?!"\u201d)]$/.test(before)
}

/** The text above ends a sentence, whatever blanks between: else this line goes on with it (4.4). */
export function sentenceEndsBefore(lines: readonly BodyLine[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 12; at--) {
    const line = lines[at]
    if (line === undefined || line.isBlank) continue
    if (line.isRule || /[.?!:"\u201d)\]*>-]$/.test(line.words) || line.words.length < 50)
      return true
    // Capitals below text in small letters do not go on with it.
    return /[a-z]{2}/.test(line.words) && !/[a-z]/.test(lines[index]?.words ?? '')
  }
  return true
}

/** A line that a heading with a rule may consist of: short, with letters, no list, no table. */
export function isHeadingLine(context: HeadingContext, index: number): boolean {
  const line = context.lines[index]
  if (line === undefined || line.isBlank || line.isRule || context.opensParagraph(index))
    return false
  if (line.words.length > ruledCharactersMax || !/[A-Za-z]/.test(line.words)) return false
  if (/^(?:--|\*|-\s|\u2014)/.test(line.words)) return false
  if (isSentence(line.words)) return false
  // Column heads of a table: several wide gaps.
  if (!line.words.includes('   ') && !line.words.includes('\t')) return true
  return (line.words.match(/\S {3,}(?=\S)|\t/g)?.length ?? 0) < 2
}

/** `The minister said it would be fine.`: five words or more, most of them small. */
function isSentence(words: string): boolean {
  return words.endsWith('.') && words.split(/\s+/).length >= 5 && !isTitle(words)
}

/** `Next Steps`, `WHY NOW?`: begins with a capital, and most longer words do. */
export function isTitle(words: string): boolean {
  if (!/^["'\u201c\u2018(]?[A-Z0-9]/.test(words) || !/[A-Za-z]{2}/.test(words)) return false
  if (/^\d+[.)]|^\([a-z0-9]\)|^[A-Za-z][.)] /.test(words)) return false
  const long = words.split(/\s+/).filter((word) => word.replace(/[^A-Za-z]/g, '').length > 3)
  if (long.length === 0) return true
  const capitals = long.filter((word) => /^["'\u201c\u2018(]?[A-Z0-9]/.test(word)).length
  return capitals / long.length >= 0.6 || words.split(/\s+/).length <= 3
}
