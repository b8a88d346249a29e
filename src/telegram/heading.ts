import type { BodyLine } from './body-line.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { strayMarks } from './paragraph-mark.ts'
import { readPortion } from './portion.ts'
import type { Source } from './source.ts'
import type { Heading, Leaf } from './tree.ts'

/** What is known of the lines around. */
export interface HeadingContext {
  readonly lines: readonly BodyLine[]
  /** True for lines that open a numbered paragraph. */
  opensParagraph(index: number): boolean
}

/** A heading and the first line behind it. */
export interface FoundHeading {
  readonly node: Heading
  readonly next: number
}

/** Longest line of a heading with a rule, and of one without (specification 2.16). */
const ruledCharactersMax = 100
const bareCharactersMax = 75

/** Reads a heading of any form that begins on a line. */
export function readHeading(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  const line = context.lines[index]
  if (line === undefined || line.isBlank || context.opensParagraph(index)) return undefined
  if (line.isRule) return readRuledAbove(source, context, index)
  return (
    readInline(source, line, index) ??
    readUnderlined(source, context, index) ??
    readBare(source, context, index)
  )
}

/** A frame (rule, one to three lines, rule), or a rule above the words and an empty line below. */
function readRuledAbove(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  let last = index
  while (last - index < 3 && isHeadingLine(context, last + 1)) last++
  if (last === index) return undefined
  const below = context.lines[last + 1]
  const top = context.lines[index]
  if (below?.isRule === true) return toHeading(source, context.lines, index, last + 2, 'framed')
  if (last - index > 1 || (below !== undefined && !below.isBlank)) return undefined
  const words = context.lines[last]?.words ?? ''
  if (!isTitle(words) || !ratioFits(words, top?.words ?? '')) return undefined
  return toHeading(source, context.lines, index, last + 1, 'overlined')
}

/** One or two lines with a rule below. */
function readUnderlined(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  if (!isHeadingLine(context, index)) return undefined
  const { lines } = context
  const words = lines[index]?.words ?? ''
  const isFree = startsFree(lines, index)
  if (lines[index + 1]?.isRule === true) {
    const rule = lines[index + 1]?.words ?? ''
    // A last sentence above the top of a frame is no heading.
    const frameFollows = isHeadingLine(context, index + 2) && lines[index + 3]?.isRule === true
    const isSentence = /[.;,]$/.test(words) && !isFree
    if (frameFollows && (isSentence || !ratioFits(words, rule))) return undefined
    if (isFree || (ratioFits(words, rule) && !isSentence))
      return toHeading(source, lines, index, index + 2, 'underlined')
    return undefined
  }
  const second = lines[index + 1]
  if (!isFree || second === undefined || !isHeadingLine(context, index + 1)) return undefined
  if (lines[index + 2]?.isRule !== true || /[.?!]$/.test(words)) return undefined
  return toHeading(source, lines, index, index + 3, 'underlined')
}

/** `-------- OUTLOOK --------`, `SUMMARY ---`, `WHY X? --------` */
const inlineRule =
  /^(?<before>[-=*]{3,}(?: [-=*]+)? {0,3})?(?<title>[^\s\-=*](?:[^\n]{0,98}[^\s\-=*])?)(?<after> {0,3}[-=*]{3,}(?: [-=*]+)?)$/

function readInline(source: Source, line: BodyLine, index: number): FoundHeading | undefined {
  if (line.words.length > 200 || !/[-=*]{3}$/.test(line.words)) return undefined
  const match = inlineRule.exec(line.words)
  const title = match?.groups?.title
  if (title === undefined || !/[A-Za-z]{3}/.test(title) || /\. /.test(title)) return undefined
  const before = match?.groups?.before?.length ?? 0
  const at = line.start + line.indent
  const pieces: Leaf[] = [
    leaf(source, 'text', at + before, at + before + title.length),
    leaf(source, 'rule', at + before + title.length, at + line.words.length),
  ]
  if (before > 0) pieces.push(leaf(source, 'rule', at, at + before))
  const node: Heading = {
    type: 'heading',
    form: 'inline',
    children: fill(source, line.start, line.next, pieces),
    position: positionOf(source, line.start, line.next),
  }
  return { node, next: index + 1 }
}

/** A title between empty lines, or right above a paragraph, without any rule. */
function readBare(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  const { lines } = context
  const line = lines[index]
  if (line === undefined || !startsFree(lines, index) || !isHeadingLine(context, index))
    return undefined
  const { words } = line
  if (words.length > bareCharactersMax || /[.,;]$/.test(words) || !isTitle(words)) return undefined
  // `… long-time partner of the`: a cut sentence, no title.
  if (/\b(?:of|the|an?|and|or|to|in|on|for|with|by|from|at|that|is|are|was)$/.test(words))
    return undefined
  if (/^end\b/i.test(words) || !sentenceEndsBefore(lines, index)) return undefined
  const below = lines[index + 1]
  if (below === undefined || (!below.isBlank && !context.opensParagraph(index + 1)))
    return undefined
  const follower = nextText(lines, index + 1)
  if (follower === undefined) return undefined
  if (!context.opensParagraph(follower) && !introducesText(context, follower)) return undefined
  return toHeading(source, lines, index, index + 1, 'bare')
}

/** Unnumbered text that a heading may stand above: longer than a title, no further title. */
function introducesText(context: HeadingContext, index: number): boolean {
  const words = context.lines[index]?.words ?? ''
  if (/^[a-z]/.test(words)) return false
  return words.length >= 50 || readPortion(words) !== undefined
}

function nextText(lines: readonly BodyLine[], from: number): number | undefined {
  for (let index = from; index < lines.length && index < from + 12; index++)
    if (lines[index]?.isBlank === false) return index
  return undefined
}

/** Nothing, an empty line or a rule stands above. */
function startsFree(lines: readonly BodyLine[], index: number): boolean {
  const before = lines[index - 1]
  return before === undefined || before.isBlank || before.isRule
}

/** The text above, whatever blanks between, ends a sentence: else this line goes on with it (4.4). */
function sentenceEndsBefore(lines: readonly BodyLine[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 12; at--) {
    const line = lines[at]
    if (line === undefined || line.isBlank) continue
    return line.isRule || /[.?!:"\u201d)\]*>-]$/.test(line.words) || line.words.length < 50
  }
  return true
}

function isHeadingLine(context: HeadingContext, index: number): boolean {
  const line = context.lines[index]
  if (line === undefined || line.isBlank || line.isRule || context.opensParagraph(index))
    return false
  if (line.words.length > ruledCharactersMax || !/[A-Za-z]/.test(line.words)) return false
  if (/^(?:--|\*|-\s|\u2014)/.test(line.words)) return false
  // Column heads of a table: several wide gaps.
  return (line.words.match(/\S {3,}(?=\S)|\t/g)?.length ?? 0) < 2
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

/** A rule is about as long as its words: 0.6 … 1.4 in 92 % (2.16). */
function ratioFits(words: string, rule: string): boolean {
  const ratio = rule.length / Math.max(1, words.length)
  return ratio >= 0.6 && ratio <= 1.4
}

function toHeading(
  source: Source,
  lines: readonly BodyLine[],
  from: number,
  to: number,
  form: Heading['form'],
): FoundHeading {
  const first = lines[from]
  const last = lines[to - 1]
  const start = first?.start ?? 0
  const end = last?.next ?? start
  const pieces: Leaf[] = strayMarks(source, start, end)
  for (const line of lines.slice(from, to)) {
    if (!line.isRule) continue
    const at = line.start + line.indent
    pieces.push(leaf(source, 'rule', at, at + line.words.length))
  }
  const node: Heading = {
    type: 'heading',
    form,
    children: fill(source, start, end, pieces),
    position: positionOf(source, start, end),
  }
  return { node, next: to }
}
