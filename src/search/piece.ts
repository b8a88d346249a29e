import type { Paragraph } from '../cable/record.ts'
import type { EditionCable } from '../edition/edition.ts'
import { tokenize } from '../words/token.ts'

/** A stretch of a cable that is shown as one: a paragraph, or a piece outside them. */
export interface Piece {
  readonly paragraph?: Paragraph
  /** On one line. */
  readonly text: string
}

/** Where a unit of the question stands in a piece. */
export interface Mark {
  readonly unit: number
  /** Offsets in the piece's text. */
  readonly start: number
  readonly end: number
}

/** The cable as it is read: each paragraph whole and unwrapped, everything else by segments. */
export function piecesOf({ record, segments }: EditionCable): readonly Piece[] {
  const pieces: Piece[] = []
  const seen = new Set<Paragraph>()
  for (const segment of segments) {
    const paragraph =
      segment.paragraph === undefined ? undefined : record.paragraphs[segment.paragraph]
    if (paragraph === undefined || segment.kind === 'heading') {
      pieces.push({ text: onOneLine(segment.text) })
    } else if (!seen.has(paragraph)) {
      seen.add(paragraph)
      pieces.push({ paragraph, text: onOneLine(paragraph.text) })
    }
  }
  return pieces
}

/** The stream itself, segment by segment: where a hit lies in what the reading text leaves out. */
export function segmentPieces({ record, segments }: EditionCable): readonly Piece[] {
  return segments.map((segment) => {
    const paragraph =
      segment.paragraph === undefined ? undefined : record.paragraphs[segment.paragraph]
    return { ...(paragraph && { paragraph }), text: onOneLine(segment.text) }
  })
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/**
 * The marks of each piece, in order. Sequences run on from piece to piece, as they do in the stream:
 * one that crosses is marked on both sides.
 */
export function marksOf(
  pieces: readonly Piece[],
  sequencesOf: readonly (readonly (readonly string[])[])[],
): readonly (readonly Mark[])[] {
  const byFirst = new Map<string, { readonly unit: number; readonly words: readonly string[] }[]>()
  for (const [unit, sequences] of sequencesOf.entries()) {
    for (const words of sequences) {
      const first = words[0] ?? ''
      byFirst.set(first, [...(byFirst.get(first) ?? []), { unit, words }])
    }
  }
  const tokens = pieces.flatMap(({ text }, piece) =>
    tokenize(text).map((token) => ({ ...token, piece })),
  )
  const marks: Mark[][] = pieces.map(() => [])
  for (let at = 0; at < tokens.length; at++) {
    for (const { unit, words } of byFirst.get(tokens[at]?.token ?? '') ?? []) {
      if (!words.every((word, offset) => tokens[at + offset]?.token === word)) continue
      for (const run of runsByPiece(tokens.slice(at, at + words.length))) {
        marks[run.piece]?.push({ unit, start: run.start, end: run.end })
      }
    }
  }
  return marks.map((list) => list.sort((a, b) => a.start - b.start || b.end - a.end))
}

interface Run {
  readonly piece: number
  readonly start: number
  end: number
}

/** Tokens of one occurrence, put together as far as they stand in one piece. */
function runsByPiece(
  tokens: readonly { readonly piece: number; readonly start: number; readonly end: number }[],
): readonly Run[] {
  const runs: Run[] = []
  for (const { piece, start, end } of tokens) {
    const last = runs.at(-1)
    if (last?.piece === piece) last.end = end
    else runs.push({ piece, start, end })
  }
  return runs
}
