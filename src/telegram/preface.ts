import { searchReachCharacters } from './anchor.ts'
import { findClassStart } from './class-start.ts'
import { readLeakedPart } from './envelope.ts'
import { headerLinesWithin } from './header-line.ts'
import { fill, positionOf } from './leaf.ts'
import { prefaceFactsOf, prefaceReferencesOf } from './preface-facts.ts'
import { findPrefaceMarks, type PrefaceMark } from './preface-mark.ts'
import { findRepeatedHead } from './repeated-head.ts'
import { report, type Source } from './source.ts'
import type { EnvelopePart, Preface } from './tree.ts'

/** What stands before the telegram, and where the telegram begins. */
export interface Opening {
  readonly preface: Preface | undefined
  /** The classification line begins here; where there is none, the text. */
  readonly start: number
  readonly hasClassificationLine: boolean
}

/**
 * Cuts archive data off the front of a body (specification 1.7): the telegram begins at the first
 * classification line behind the last mark; without a mark, at the first classification line.
 */
export function readOpening(source: Source, start: number, end: number): Opening {
  const reach = source.plain.slice(start, Math.min(end, start + searchReachCharacters))
  const marks = findPrefaceMarks(reach, start)
  const mark = chooseMark(source, marks, start)
  if (mark === undefined) return withoutMark(source, start, end)
  const found = findClassStart(source, mark.end, end, false)
  const preview = findClassStart(source, start, marks[0]?.start ?? start, true)
  const at = found ?? mark.end
  const preface = toPreface(source, start, at, mark, marks, preview !== undefined)
  report(source, 'LEAKED_PREFACE', start, at, { family: preface.family })
  if (preface.preview) report(source, 'BODY_PREVIEW_DUP', start, mark.start)
  return { preface, start: at, hasClassificationLine: found !== undefined }
}

/** No record before the telegram; a cut preview of it, or a lone date, may stand there still. */
function withoutMark(source: Source, start: number, end: number): Opening {
  const first = findClassStart(source, start, end, true)
  if (first === undefined) return { preface: undefined, start, hasClassificationLine: false }
  const second = findRepeatedHead(source, first, end)
  const alone = /^\s*(?:>\s*)?(?:\d{4}-\d\d-\d\d|\d{5,7})\s*$/.test(
    source.plain.slice(start, Math.min(first, start + 40)),
  )
  if (second === undefined && !(alone && first <= start + 40))
    return { preface: undefined, start: first, hasClassificationLine: true }
  const at = second ?? first
  const mark: PrefaceMark = { family: 'other', start: at, end: at }
  const preface = toPreface(source, start, at, mark, [], second !== undefined)
  if (preface.preview) report(source, 'BODY_PREVIEW_DUP', start, at)
  else report(source, 'LEAKED_PREFACE', start, at, { family: preface.family })
  return { preface, start: at, hasClassificationLine: true }
}

/** A preview is cut in mid-word or behind a label, and empty lines follow: `Char...␤␤␤` */
const previewEnd = /\.{3}[ \t"]{0,20}(?:\r?\n[ \t]{0,20}){1,12}/g

/** The last mark; of those that name an id or a serial, the last that agrees with this cable. */
function chooseMark(
  source: Source,
  marks: readonly PrefaceMark[],
  start: number,
): PrefaceMark | undefined {
  const { identity } = source
  // A record that begins deep in the text belongs to a quotation or to a second cable.
  const near = marks.filter(
    (mark) => mark.start === start || opensOrFollows(source, marks, mark, start),
  )
  if (identity === undefined || identity.station.toUpperCase() === 'PARTO') return near.at(-1)
  return (
    near.findLast((mark) => {
      if (mark.serial !== undefined) return mark.serial === identity.serial % 10000
      if (mark.id === undefined) return true
      return Number(/(?<!\d)\d+$/.exec(mark.id)?.[0]) === identity.serial
    }) ?? near.at(-1)
  )
}

/** Paragraphs before a mark mean that the telegram has begun long ago. */
function opensOrFollows(
  source: Source,
  marks: readonly PrefaceMark[],
  mark: PrefaceMark,
  start: number,
): boolean {
  const before = source.plain.slice(start, mark.start)
  const numbered = before.match(/^[ \t]*\u00b6?\d{1,2}\. ?\((?:U|C|S|SBU)[)/]/gm)?.length ?? 0
  return numbered <= 2 || (marks[0] === mark && numbered === 0)
}

function toPreface(
  source: Source,
  start: number,
  end: number,
  mark: PrefaceMark,
  marks: readonly PrefaceMark[],
  preview: boolean,
): Preface {
  const words = source.plain.slice(recordStart(source, start, marks[0]?.start ?? end), end)
  const id = mark.id ?? marks.findLast((each) => each.id !== undefined)?.id
  return {
    type: 'preface',
    family: familyOf(marks),
    preview,
    ...prefaceFactsOf(words),
    ...(id === undefined ? {} : { id }),
    references: prefaceReferencesOf(words, id),
    children: fill<EnvelopePart>(source, start, end, leakedParts(source, start, end)),
    position: positionOf(source, start, end),
  }
}

/** The facts are the record's: the preview above it has dates of its own (`DECL: 03/04/2017`). */
function recordStart(source: Source, start: number, mark: number): number {
  const last = [...source.plain.slice(start, mark).matchAll(previewEnd)].at(-1)
  return last === undefined ? start : start + last.index + last[0].length
}

function familyOf(marks: readonly PrefaceMark[]): Preface['family'] {
  const named = marks.findLast((each) => each.family !== 'header')
  if (named === undefined || named.family === 'header') return 'other'
  return named.family
}

function leakedParts(source: Source, start: number, end: number): EnvelopePart[] {
  const lines = headerLinesWithin(source, start, end)
  const parts: EnvelopePart[] = []
  for (let index = 0; index < lines.length; ) {
    const read = readLeakedPart(source, lines, index)
    if (read === undefined) index++
    else {
      parts.push(read.node)
      index = read.next
    }
  }
  return parts
}
