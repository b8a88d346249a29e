import type { EditionCable } from '../edition/edition.ts'
import type { Snippet } from '../query/answer.ts'
import { snippetLengthMax, snippetsMax } from './limits.ts'
import { type Mark, marksOf, type Piece, piecesOf, segmentPieces } from './piece.ts'

/** The sequences of each unit that is to be marked. */
export type Sequences = readonly (readonly (readonly string[])[])[]

/**
 * The paragraphs of a hit that hold the words, at most three, in the order of the text: those with
 * the most different words, then those with the most marks. Where no paragraph holds any, the pieces
 * outside them: subject, references, signature.
 */
export function snippetsOf(cable: EditionCable, sequences: Sequences): readonly Snippet[] {
  if (sequences.length === 0) return []
  const read = found(piecesOf(cable), sequences)
  const pieces = read.length > 0 ? read : found(segmentPieces(cable), sequences)
  const paragraphs = pieces.filter(({ piece }) => piece.paragraph !== undefined)
  return (paragraphs.length > 0 ? paragraphs : pieces)
    .toSorted((a, b) => b.rank - a.rank || a.place - b.place)
    .slice(0, snippetsMax)
    .toSorted((a, b) => a.place - b.place)
    .map(({ piece, marks }) => snippet(piece, marks))
}

interface Found {
  readonly piece: Piece
  readonly marks: readonly Mark[]
  readonly place: number
  readonly rank: number
}

function found(pieces: readonly Piece[], sequences: Sequences): readonly Found[] {
  const marks = marksOf(pieces, sequences)
  return pieces.flatMap((piece, place) => {
    const own = marks[place] ?? []
    if (own.length === 0) return []
    const units = new Set(own.map(({ unit }) => unit)).size
    return [{ piece, marks: own, place, rank: units * 1e6 + Math.min(own.length, 1e6 - 1) }]
  })
}

function snippet({ paragraph, text }: Piece, marks: readonly Mark[]): Snippet {
  const { start, end } = neighbourhood(text, marks)
  const lead = start > 0 ? '…' : ''
  const shift = lead.length - start
  return {
    ...(paragraph && { anchor: paragraph.anchor }),
    ...(paragraph?.number !== undefined && { number: paragraph.number }),
    ...(paragraph?.portion && {
      portion: [paragraph.portion.level, ...paragraph.portion.controls].join('//'),
    }),
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: joined(marks, start, end).map(([from, to]) => [from + shift, to + shift] as const),
  }
}

interface Window {
  readonly start: number
  readonly end: number
}

/** The part of the text with the most different units, cut at blanks. */
function neighbourhood(text: string, marks: readonly Mark[]): Window {
  if (text.length <= snippetLengthMax) return { start: 0, end: text.length }
  const { start: first, end: last } = densest(marks)
  const spare = Math.max(0, snippetLengthMax - (last - first))
  const latest = text.length - snippetLengthMax
  const start = Math.max(0, Math.min(first - Math.floor(spare / 2), latest))
  const end = Math.min(text.length, start + snippetLengthMax)
  return { start: startAtBlank(text, start, first), end: endAtBlank(text, end, last) }
}

/** The stretch of marks no longer than a snippet that holds the most different units. */
function densest(marks: readonly Mark[]): Window {
  const counts = new Map<number, number>()
  let best = { start: marks[0]?.start ?? 0, end: marks[0]?.end ?? 0, units: 0, marks: 0 }
  let from = 0
  for (const [index, mark] of marks.entries()) {
    counts.set(mark.unit, (counts.get(mark.unit) ?? 0) + 1)
    while (from < index && mark.end - (marks[from]?.start ?? 0) > snippetLengthMax) {
      const unit = marks[from]?.unit ?? 0
      const left = (counts.get(unit) ?? 1) - 1
      if (left === 0) counts.delete(unit)
      else counts.set(unit, left)
      from++
    }
    const held = index - from + 1
    if (counts.size > best.units || (counts.size === best.units && held > best.marks)) {
      const start = marks[from]?.start ?? 0
      best = { start, end: Math.max(mark.end, start), units: counts.size, marks: held }
    }
  }
  return best
}

/** The first word that begins in the window, at the latest the first mark. */
function startAtBlank(text: string, start: number, latest: number): number {
  if (start === 0) return 0
  const blank = text.indexOf(' ', start - 1)
  const cut = blank < 0 || blank + 1 > latest ? start : blank + 1
  return cut > 0 && isPairMiddle(text, cut) ? cut - 1 : cut
}

/** The end of the last word that ends in the window, at the earliest the last mark. */
function endAtBlank(text: string, end: number, earliest: number): number {
  if (end >= text.length) return text.length
  const blank = text.lastIndexOf(' ', end)
  const cut = blank < earliest ? end : blank
  return isPairMiddle(text, cut) ? cut + 1 : cut
}

function isPairMiddle(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}

/** Marks inside the window; overlapping ones become one. */
function joined(marks: readonly Mark[], start: number, end: number): readonly [number, number][] {
  const result: [number, number][] = []
  for (const mark of marks) {
    const from = Math.max(mark.start, start)
    const to = Math.min(mark.end, end)
    if (from >= to) continue
    const last = result.at(-1)
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}
