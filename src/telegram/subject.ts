import { isCaptionLine } from './caption.ts'
import { isHandling } from './handling.ts'
import type { Label } from './label.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin, type SourceLine } from './lines.ts'
import { readPortion } from './portion.ts'
import { isRule } from './rule.ts'
import { artefactsWithin, type Source, wordsOf } from './source.ts'
import type { Leaf, Subject } from './tree.ts'

/** Where a line of the subject stops being one, mid-line in unwrapped copies (2.12). */
const stopInLine =
  /(?:CLASSIFIED BY:?|SENSITIVE BUT UNCLASS|ENTIRE TEXT|\u00b6?\b1\. ?\((?:U|C|S|SBU|S\/NF|C\/NF)\)|C O R R E C T E D)/i
/** What a line of its own must not be. */
const stopLine =
  /^(?:REF(?:S|TELS?|\(S\))?(?![A-Z])|REFERENCES?:|CLASSIFIED BY|\u00b6|\[1\]\(#\)|\d{1,2}\. ?\(|1\.|SUMMARY\b|THIS (?:MESSAGE|CABLE|IS AN)|E\.O\.|TAGS)/i

/** Most lines of a subject in the corpus are 6. */
const subjectLinesMax = 12

/**
 * `SUBJECT: (U) MACKEREL TALKS: A QUIET␤FIRST ROUND`
 *  ^ label  ^ portion
 *
 * Up to a blank line, the next label or another stop; a blank line in the middle of an all-capitals
 * subject is bridged (specification 2.12).
 */
export function readSubject(source: Source, label: Label, limit: number): Subject {
  const end = endOfSubject(source, label.end, limit)
  const pieces: Leaf[] = [
    leaf(source, 'label', label.start, label.start + labelLength(source, label)),
  ]
  const found = readPortion(source.plain.slice(label.end, Math.min(end, label.end + 120)))
  if (found !== undefined)
    pieces.push(leaf(source, 'portion', label.end + found.start, label.end + found.end))
  return {
    type: 'subject',
    ...(found === undefined ? {} : { portion: found.portion }),
    children: fill(source, label.start, end, pieces),
    position: positionOf(source, label.start, end),
  }
}

function labelLength(source: Source, label: Label): number {
  return source.plain.slice(label.start, label.end).trimEnd().length
}

function endOfSubject(source: Source, start: number, limit: number): number {
  const lines = linesWithin(source.lines, start, limit).slice(0, subjectLinesMax * 3)
  let end = start
  let taken: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const words = wordsOf(source, line)
    if (words === '') {
      // The label may stand alone, its text below an empty line.
      if (taken.length === 0 && index < 3) continue
      const bridged = bridge(source, lines, index, taken)
      if (bridged === undefined) break
      index = bridged - 1
      continue
    }
    if (taken.length > 0 && isStop(words)) break
    const stop = stopInLine.exec(source.plain.slice(line.start, line.end))
    if (stop !== null && (stop.index > 0 || taken.length > 0)) return line.start + stop.index
    taken = [...taken, words]
    end = line.next
    if (taken.length >= subjectLinesMax) break
  }
  return end
}

function isStop(words: string): boolean {
  return stopLine.test(words) || isRule(words) || isCaptionLine(words) || isHandling(words)
}

/** Length from which a subject's only line looks cut, and the longest second half (2.12). */
const cutLineCharactersMin = 40
const secondHalfCharactersMax = 70

/**
 * The line that goes on behind blank lines, if the subject was cut there:
 *
 *     SUBJECT: TOGO: A LONG SUBJECT THAT BREAKS OFF BEFORE POLITICAL
 *     (blank)
 *     REFORM
 */
function bridge(
  source: Source,
  lines: readonly SourceLine[],
  from: number,
  taken: readonly string[],
): number | undefined {
  const first = lines[from]
  const only = taken[0] ?? ''
  let next = from
  while (next < lines.length && lineIsBlank(source, lines[next])) next++
  const line = lines[next]
  if (first === undefined || line === undefined || taken.length !== 1) return undefined
  const words = wordsOf(source, line)
  const lifted = artefactsWithin(source, first.start, line.start).length > 0
  if (only !== only.toUpperCase() || only.length + 9 < cutLineCharactersMin) return undefined
  if (next - from > (lifted ? 6 : 2)) return undefined
  if (words !== words.toUpperCase() || words.length > secondHalfCharactersMax) return undefined
  if (isStop(words) || /^\d|\bFOR\b.*\/|^[A-Z ]+:$/.test(words) || !/[A-Z]{3}/.test(words))
    return undefined
  const behind = lines[next + 1]
  if (behind !== undefined && isRule(wordsOf(source, behind))) return undefined
  return next
}

function lineIsBlank(source: Source, line: SourceLine | undefined): boolean {
  return line !== undefined && wordsOf(source, line) === ''
}
