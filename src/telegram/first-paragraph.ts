import { bodyLineOf } from './body-line.ts'
import { readCandidate } from './candidate.ts'
import { linesWithin } from './lines.ts'
import { inlineStarts, titleBefore } from './running-text.ts'
import type { Source } from './source.ts'

/** `1. LOME 12`, `1. 07 LOME 12`: an item of REF, no paragraph. */
const referenceItem = /^\s*(?:\d{2,4} )?(?:[A-Z][A-Z'.]+ ){1,4}\d{1,7}\b/
/** `1. (U) Classified by …` is a paragraph of the 1990s; it still opens the numbered part. */
const unmarkedStart = 1

/**
 * Where the numbered paragraphs begin: the first number with a portion mark, or an unmarked 1.
 * The region of labels ends there at the latest (specification 1.6, step 5).
 */
export function findFirstParagraph(source: Source, start: number, end: number): number {
  for (const line of linesWithin(source.lines, start, end)) {
    const candidate = readCandidate(bodyLineOf(source, line), 0)
    if (candidate !== undefined) {
      if (candidate.portion !== undefined && (candidate.isPlain || candidate.number === 1))
        return line.start
      const rest = source.plain.slice(
        candidate.labelEnd,
        Math.min(line.end, candidate.labelEnd + 80),
      )
      const opens = candidate.number === unmarkedStart || candidate.hasPilcrow
      if (opens && candidate.isPlain && candidate.hasText && !referenceItem.test(rest))
        return line.start
    }
    const inline = inlineStarts(source.plain, line.start, line.end)[0] ?? Number.POSITIVE_INFINITY
    const first = Math.min(
      inline,
      gluedStart(source, line.start, line.end),
      joinedStart(source, line.start, line.end),
    )
    if (Number.isFinite(first) && first > line.start)
      return titleWithRule(source, line.start, first) ?? first
  }
  return end
}

/** `… 1.4 (b) and (d). Summary ------- ¶1. (C) The`: the title belongs to the paragraph. */
function titleWithRule(source: Source, start: number, first: number): number | undefined {
  const before = source.plain.slice(Math.max(start, first - 6), first).trimEnd()
  if (!/[-=*]{3}$/.test(before)) return undefined
  return titleBefore(source.plain, start, first)
}

/** `TALKS IN LOME1. (C) The`: the line end before paragraph 1 was lost (specification 1.7, P6). */
const glued = /(?<=[A-Za-z)])1\. {0,2}\((?:C|S|U|SBU|C\/NF|S\/NF|C\/\/NF|S\/\/NF)\)/

function gluedStart(source: Source, start: number, end: number): number {
  const words = source.plain.slice(start, end)
  const match = words.includes('1.') ? glued.exec(words) : null
  return match === null ? Number.POSITIVE_INFINITY : start + match.index
}

/** `REF: LOME 12 1. The talks`, `TALKS IN LOME 1. Summary`: a bare number within the head. */
const joined = /(?<=[^\s:,;-] {1,3})\u00b6?1\.(?: {1,3}(?=\d)| {0,3}(?=["'(\u201c]?[A-Z]))/g
/** Paragraph 2, on a line of its own or behind a sentence. */
const secondParagraph = /(?:^[ \t]{0,8}|[.?!)"\u201d]\s{1,3})\u00b6?2\. {0,3}\S/m
/** A paragraph 1 of its own. */
const ownFirst = /^[ \t]{0,8}\u00b6?1[.)] ?\S/m
/** Paragraph 2 follows within this many UTF-16 code units. */
const secondReachCharacters = 6000

/**
 * Where paragraph 1 begins within a line whose line end was lost. Without a portion mark only the
 * paragraph 2 behind it tells, and that no other line begins with 1.
 */
function joinedStart(source: Source, start: number, end: number): number {
  const words = source.plain.slice(start, end)
  if (!words.includes('1.')) return Number.POSITIVE_INFINITY
  for (const match of words.matchAll(joined)) {
    const at = start + match.index
    const behind = at + match[0].length
    if (referenceItem.test(source.plain.slice(behind, Math.min(end, behind + 80)))) continue
    const reach = source.plain.slice(behind, behind + secondReachCharacters)
    const second = secondParagraph.exec(reach)
    if (second !== null && !ownFirst.test(reach.slice(0, second.index))) return at
  }
  return Number.POSITIVE_INFINITY
}
