import { findAnchored, searchReachCharacters } from './anchor.ts'
import { readClassificationLine } from './classification-line.ts'
import { linesWithin } from './lines.ts'
import type { Source } from './source.ts'

/** Lines of text before a classification line that has no station: it must come early. */
const plainWordsLinesMax = 3

/** Labels that a classification line never follows. */
const textLabel =
  /^\s*(?:E\. ?[O0]\. ?:? ?\d|TAGS ?:|SUBJ(?:ECT)? ?:|REF(?:S|TELS?|\(S\))? ?:|\u00b6?\d{1,2}\. ?\(|\u00b6?\d{1,2}\. {1,3}[A-Z]{2})/i

/** `REF: A. LOME 5` at the very front. */
const referenceLabel = /^\s*REF(?:S|TELS?|\(S\))? ?:/i

/** Where the classification line begins, behind a tab or quote on a line if need be. */
export function findClassStart(
  source: Source,
  start: number,
  end: number,
  stopsAtLabels: boolean,
): number | undefined {
  // A fragment that opens with REF may hold the own first line again, inside the list (wild 7).
  const isList = stopsAtLabels && referenceLabel.test(source.plain.slice(start, start + 40))
  const anchored = isList ? undefined : findAnchored(source, start, end)
  if (anchored !== undefined && readClassificationLine(source, anchored) !== undefined)
    return anchored
  const limit = Math.min(end, start + searchReachCharacters)
  let words: number | undefined
  let seen = 0
  for (const line of linesWithin(source.lines, start, limit)) {
    const text = source.plain.slice(line.start, Math.min(line.end, line.start + 4000))
    if (text.trim() === '') continue
    if (stopsAtLabels && textLabel.test(text.slice(0, 40))) break
    for (const at of openings(text)) {
      const found = readClassificationLine(source, line.start + at)
      if (found?.strength === 'full') return line.start + at
      const isEarly = at === 0 && seen < plainWordsLinesMax
      if (found !== undefined && isEarly && (seen === 0 || !isFoot(source, line.next, end)))
        words ??= line.start
    }
    seen++
  }
  return words
}

/** `… TO MEET AGAIN.␤ROE␤␤CONFIDENTIAL␤␤NNNN`: the class words of a page foot end a text. */
function isFoot(source: Source, start: number, end: number): boolean {
  return /^\s*(?:N{3,4}\b\s*)?$/.test(source.plain.slice(start, Math.min(end, start + 400)))
}

/** Line start, and behind a tab, `,"` or `]`: the places where rows glue the text on. */
function openings(text: string): number[] {
  const found = [0]
  for (const match of text.matchAll(/\t"?|,"|\] ?|T\d\d:\d\d:\d\d/g)) {
    if (found.length > 24) break
    found.push(match.index + match[0].length)
  }
  return found
}
