import type { Label } from './label.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin, type SourceLine } from './lines.ts'
import { type FoundPortion, readLabelPortion } from './portion.ts'
import { isRule } from './rule.ts'
import { artefactsWithin, type Source, wordsOf } from './source.ts'
import { endsSubject, subjectStop } from './subject-stop.ts'
import type { Leaf, Subject } from './tree.ts'

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
  const { pieces, portion, start } = readOpening(source, label, limit)
  const end = endOfSubject(source, start, limit)
  return {
    type: 'subject',
    ...(portion === undefined ? {} : { portion }),
    children: fill(source, label.start, end, pieces),
    position: positionOf(source, label.start, end),
  }
}

interface Opening {
  readonly pieces: readonly Leaf[]
  readonly portion?: FoundPortion['portion']
  /** Where the words begin. */
  readonly start: number
}

/** A label once more, the sign behind `SUBJECT (U):`, a notice in front of the words. */
const doubled =
  /^\s{0,8}(?:SUBJ(?:ECT)? {0,2}[:;]|[:;]|(?:- ?){0,3}C O R R E C T E D {1,3}C ?O ?P ?Y\b[ :;,-]{0,6})/i
/** Longest portion mark with what may stand before it, UTF-16 code units. */
const portionReachCharacters = 120

/** Label, portion before or behind it, doubled labels: `(U) SUBJECT:`, `SUBJECT (U):`. */
function readOpening(source: Source, label: Label, limit: number): Opening {
  const printed = source.plain.slice(label.start, label.end).trimEnd()
  const before = readLabelPortion(printed)
  const pieces: Leaf[] = []
  let portion = before?.portion
  let at = label.start
  if (before !== undefined) {
    pieces.push(leaf(source, 'portion', at + before.start, at + before.end))
    at += before.end
    at += printed.length - (before.end + printed.slice(before.end).trimStart().length)
  }
  const labelEnd = label.start + printed.length
  if (labelEnd > at) pieces.push(leaf(source, 'label', at, labelEnd))
  at = label.end
  for (let turn = 0; turn < 4; turn++) {
    const words = source.plain.slice(at, Math.min(limit, at + portionReachCharacters))
    const again = doubled.exec(words)?.[0]
    const found = portion === undefined ? readLabelPortion(words) : undefined
    if (again !== undefined) {
      const from = at + again.length - again.trimStart().length
      pieces.push(leaf(source, 'label', from, at + again.trimEnd().length))
      at += again.length
    } else if (found !== undefined) {
      pieces.push(leaf(source, 'portion', at + found.start, at + found.end))
      portion = found.portion
      at += found.end
    } else break
  }
  return { pieces, ...(portion === undefined ? {} : { portion }), start: at }
}

function endOfSubject(source: Source, start: number, limit: number): number {
  const lines = linesWithin(source.lines, start, limit).slice(0, subjectLinesMax * 3)
  let end = start
  const taken: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const words = wordsOf(source, line)
    if (words === '') {
      // The label may stand alone, its text below an empty line.
      if (taken.length === 0 && index < 3) continue
      // A page or section mark alone between two lines: they are as they were before it.
      const below = taken.length > 0 ? behindMark(source, lines, index) : undefined
      if (below !== undefined) {
        index = below - 1
        continue
      }
      const bridged = bridge(source, lines, index, taken)
      if (bridged === undefined) break
      index = bridged - 1
      continue
    }
    if (taken.length > 0 && endsSubject(words, taken)) break
    const stop = subjectStop(source.plain.slice(line.start, line.end))
    if (stop !== undefined && (stop > 0 || taken.length > 0)) return line.start + stop
    taken.push(words)
    end = line.next
    if (taken.length >= subjectLinesMax) break
  }
  return end
}

/** Length from which a subject's only line looks cut, and the longest second half (2.12). */
const cutLineCharactersMin = 40
const secondHalfCharactersMax = 70

/** A subject in small letters that broke off: `Yams: A Model for`. */
const openEnd = /(?: (?:for|of|the|and|to|in|on|with|an?|or|by|from|at|as|its|their)|[,&-])$/i

/**
 * The line that goes on behind blank lines, if the subject was cut there:
 *
 *     SUBJECT: TOGO: A LONG SUBJECT THAT BREAKS OFF BEFORE POLITICAL
 *     (blank)
 *     REFORM
 *
 * Where a page or section mark was lifted out, the first half may be short.
 */
function bridge(
  source: Source,
  lines: readonly SourceLine[],
  from: number,
  taken: readonly string[],
): number | undefined {
  const first = lines[from]
  const last = taken.at(-1) ?? ''
  let next = from
  while (next < lines.length && lineIsBlank(source, lines[next])) next++
  const line = lines[next]
  if (first === undefined || line === undefined) return undefined
  const words = wordsOf(source, line)
  const lifted = artefactsWithin(source, first.start, line.start).length > 0
  if (last !== last.toUpperCase()) {
    const goesOn = lifted && next - from <= 6 && (openEnd.test(last) || /^[a-z]/.test(words))
    return goesOn && words.length <= secondHalfCharactersMax && !endsSubject(words, taken)
      ? next
      : undefined
  }
  if (!lifted && (taken.length !== 1 || last.length + 9 < cutLineCharactersMin)) return undefined
  if (next - from > (lifted ? 6 : 2)) return undefined
  if (words !== words.toUpperCase() || words.length > secondHalfCharactersMax) return undefined
  if (endsSubject(words, taken) || isApart(words)) return undefined
  const behind = lines[next + 1]
  if (behind !== undefined && isRule(wordsOf(source, behind))) return undefined
  // `SECOND ROUND` on its own below a page mark; a lone word is a heading or the signature.
  if (lifted && last.length + 9 < cutLineCharactersMin && !words.includes(' ')) return undefined
  return next
}

/** The line right below marks that were lifted out, if no empty line stands beside them. */
function behindMark(
  source: Source,
  lines: readonly SourceLine[],
  from: number,
): number | undefined {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) return undefined
    if (wordsOf(source, line) !== '') return index === from ? undefined : index
    if (artefactsWithin(source, line.start, line.next).length === 0) return undefined
  }
  return undefined
}

/** Behind a blank line: a number, an attention line, a heading, words too short to be any. */
function isApart(words: string): boolean {
  return /^\d|\bFOR\b.*\/|^[A-Z ]+:$/.test(words) || !/[A-Z]{3}/.test(words)
}

function lineIsBlank(source: Source, line: SourceLine | undefined): boolean {
  return line !== undefined && wordsOf(source, line) === ''
}

/** Fewest words of a subject that lost its label, and most characters of it. */
const unlabelledWordsMin = 3
const unlabelledCharactersMax = 300

/**
 * A subject whose line lost its label in the re-issue: words in capitals that stand alone between
 * TAGS and REF (specification 2.12).
 */
export function readUnlabelledSubject(
  source: Source,
  line: SourceLine,
  limit: number,
): Subject | undefined {
  const words = wordsOf(source, line)
  if (words.length > unlabelledCharactersMax || words !== words.toUpperCase()) return undefined
  if (words.split(/\s+/, unlabelledWordsMin).length < unlabelledWordsMin) return undefined
  if (!/[A-Z]{4}/.test(words) || endsSubject(words, []) || isApart(words)) return undefined
  const start = line.start
  return readSubject(source, { kind: 'subject', start, end: start, opensLine: true }, limit)
}
