import type { BodyLine } from './body-line.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { strayMarks } from './paragraph-mark.ts'
import type { Source } from './source.ts'
import {
  bareCharactersMax,
  endsOpen,
  type HeadingContext,
  introducesText,
  isBareLine,
  isHeadingLine,
  isTitle,
  nextText,
  sentenceEndsBefore,
  startsFree,
  startsTight,
  wrappedTitleMin,
} from './title.ts'
import type { Heading, Leaf } from './tree.ts'

/** A heading and the first line behind it. */
export interface FoundHeading {
  readonly node: Heading
  readonly next: number
}

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
    readCut(source, line, index) ??
    readUnderlined(source, context, index) ??
    readBare(source, context, index)
  )
}

/**
 * A frame (rule, one to three lines, rule), or a rule above the words and an empty line below.
 * Clients that double every line end put empty lines inside the frame as well.
 */
function readRuledAbove(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  const { lines } = context
  const first = skipBlanks(lines, index + 1)
  let end = first
  while (end - first < 3 && isHeadingLine(context, end)) end++
  if (end === first) return undefined
  const close = skipBlanks(lines, end)
  const words = lines[end - 1]?.words ?? ''
  const top = lines[index]?.words ?? ''
  const isTight = first === index + 1 && close === end
  if (lines[close]?.isRule === true) {
    const below = lines[close]?.words ?? ''
    const fits = ratioFits(words, top) || ratioFits(words, below)
    if (isTight || (end === first + 1 && isTitle(words) && fits))
      return toHeading(source, lines, index, close + 1, 'framed')
  }
  if (first !== index + 1 || end - first > 1 || lines[end]?.isBlank === false) return undefined
  if (!isTitle(words) || !ratioFits(words, top)) return undefined
  return toHeading(source, lines, index, end, 'overlined')
}

/** Most empty lines between a title and its rule: the end of a page leaves that many. */
const emptyLinesMax = 6

/** Index of the next line with words behind a few empty ones, else the index given. */
function skipBlanks(lines: readonly BodyLine[], index: number): number {
  let at = index
  while (at < index + emptyLinesMax && lines[at]?.isBlank === true) at++
  return lines[at]?.isBlank === false ? at : index
}

/** One to three lines with a rule below. */
function readUnderlined(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  const { lines } = context
  // Most lines have neither a rule nor an empty line below: their words need no look.
  const [next, second, third] = [lines[index + 1], lines[index + 2], lines[index + 3]]
  const mayHave = next?.isRule || next?.isBlank || second?.isRule || third?.isRule
  if (mayHave !== true) return undefined
  if (!isHeadingLine(context, index)) return undefined
  const words = lines[index]?.words ?? ''
  const isFree = startsFree(lines, index)
  if (lines[index + 1]?.isRule === true) {
    const rule = lines[index + 1]?.words ?? ''
    // A last sentence above the top of a frame is no heading.
    const frameFollows = isHeadingLine(context, index + 2) && lines[index + 3]?.isRule === true
    const isSentence = /[.;,]$/.test(words) && !isFree
    // `… the points were:`, `… the eels.)`
    const isEnd = isSentence || (!isFree && /[:.]["')\]\u201d]{0,2}$/.test(words))
    if (frameFollows && (isEnd || !ratioFits(words, rule))) return undefined
    if (isFree || (ratioFits(words, rule) && !isSentence))
      return toHeading(source, lines, index, index + 2, 'underlined')
    return undefined
  }
  if (!isFree || /[.?!]$/.test(words)) return undefined
  return readSpacedRule(source, context, index) ?? readTwoLines(source, context, index)
}

/** `Comment`, an empty line, `-------`, and a paragraph behind it. */
function readSpacedRule(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  const { lines } = context
  const below = skipBlanks(lines, index + 1)
  const rule = lines[below]
  if (below === index + 1 || rule?.isRule !== true) return undefined
  const words = lines[index]?.words ?? ''
  const follower = nextText(lines, below + 1)
  if (follower === undefined || !context.opensParagraph(follower)) return undefined
  if (!isTitle(words) || !ratioFits(words, rule.words)) return undefined
  return toHeading(source, lines, index, below + 1, 'underlined')
}

/** Shortest line of a title that goes on below, UTF-16 code units. */
const titleLineMin = 25

function readTwoLines(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  const { lines } = context
  for (let last = index + 1; last <= index + 2; last++) {
    // A title that goes on fills its line: shorter ones are items of a list.
    const above = lines[last - 1]?.words.length ?? 0
    if (!isHeadingLine(context, last) || above < titleLineMin) return undefined
    if (lines[last + 1]?.isRule === true)
      return toHeading(source, lines, index, last + 2, 'underlined')
  }
  return undefined
}

/** `-------- OUTLOOK --------`, `SUMMARY ---`, `WHY X? --------`, `WORK = = = = =` */
const inlineRule =
  /^(?<before>(?:[-=*]{3,100}(?: [-=*]{1,100})?|(?:[-=*] ){3,50}[-=*]) {0,3})?(?<title>[^\s\-=*](?:[^\n]{0,108}[^\s\-=*])?)(?<after> {0,3}(?:[-=*]{3,100}(?: [-=*]{1,100})?|(?:[-=*] ){3,50}[-=*]))$/

function readInline(source: Source, line: BodyLine, index: number): FoundHeading | undefined {
  if (line.words.length > 360 || !/[-=*] ?[-=*] ?[-=*]$/.test(line.words)) return undefined
  const match = inlineRule.exec(line.words)
  const title = match?.groups?.title
  if (title === undefined || !/[A-Za-z]{3}/.test(title)) return undefined
  // `Dr. Roe Comes to Lome -----` was cut off as a title already.
  if (/\. /.test(title) && line.isTitle !== true) return undefined
  const before = match?.groups?.before?.length ?? 0
  const at = line.start + line.indent
  const pieces: Leaf[] = [
    leaf(source, 'text', at + before, at + before + title.length),
    leaf(source, 'rule', at + before + title.length, at + line.words.length),
  ]
  if (before > 0) pieces.push(leaf(source, 'rule', at, at + before))
  return { node: toNode(source, line, 'inline', pieces), next: index + 1 }
}

/** A title without a rule that was cut off running text. */
function readCut(source: Source, line: BodyLine, index: number): FoundHeading | undefined {
  if (line.isTitle !== true) return undefined
  return { node: toNode(source, line, 'bare', []), next: index + 1 }
}

function toNode(
  source: Source,
  line: BodyLine,
  form: Heading['form'],
  pieces: readonly Leaf[],
): Heading {
  return {
    type: 'heading',
    form,
    children: fill(source, line.start, line.next, pieces),
    position: positionOf(source, line.start, line.next),
  }
}

/** A title of one or two lines between empty lines, or right above a paragraph, without any rule. */
function readBare(
  source: Source,
  context: HeadingContext,
  index: number,
): FoundHeading | undefined {
  const { lines } = context
  if (!startsFree(lines, index) && !startsTight(context, index)) return undefined
  if (!isBareLine(context, index)) return undefined
  const second = lines[index + 1]
  const isTwo =
    second !== undefined &&
    !second.isBlank &&
    (lines[index]?.words.length ?? 0) >= wrappedTitleMin &&
    isBareLine(context, index + 1)
  const last = isTwo ? index + 1 : index
  const below = lines[last + 1]
  if (below === undefined || (!below.isBlank && !context.opensParagraph(last + 1))) return undefined
  if (endsOpen.test(lines[last]?.words ?? '') || !sentenceEndsBefore(lines, index)) return undefined
  const follower = nextText(lines, last + 1)
  if (follower === undefined) return undefined
  const isLong = isTwo || (lines[index]?.words.length ?? 0) > bareCharactersMax
  if (!context.opensParagraph(follower) && (isLong || !introducesText(context, follower)))
    return undefined
  return toHeading(source, lines, index, last + 1, 'bare')
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
