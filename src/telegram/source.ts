import { type DiagnosticDetails, diagnose, type TelegramCode } from './diagnostic.ts'
import {
  blanksStart,
  lineIndexNear,
  pointIn,
  type SourceLine,
  splitLines,
  trimmed,
} from './lines.ts'
import type { Artefact, Diagnostic, Point } from './tree.ts'

/** What the caller knows of the cable: anchors the classification line and the section marks. */
export interface Identity {
  /** Station as in the id: `HANOI`, `SAOPAULO`. */
  readonly station: string
  readonly serial: number
}

/** The text under reading, shared by all constructs. */
export interface Source {
  readonly text: string
  readonly lines: readonly SourceLine[]
  /**
   * The text with every artefact, and a stray `\` or `<br>` before a line end, replaced by blanks: same
   * offsets, so that no construct has to know what interrupts it (specification 1.6, step 2).
   */
  plain: string
  /** Lifted out so far, in source order. */
  artefacts: readonly Artefact[]
  readonly identity: Identity | undefined
  readonly diagnostics: Diagnostic[]
  /** Index of the line asked for last: the next one is mostly near it. */
  near: number
  /** Points made lately, by the low bits of their offset: where one leaf ends the next begins. */
  readonly points: (Point | undefined)[]
}

/** Points that are kept; a power of two. */
const pointsKept = 64

/** Longest transmission line, in UTF-16 code units; longer lines are running text. */
export const transmissionLineCharactersMax = 240

/** A source with nothing lifted out yet. */
export function openSource(text: string, identity?: Identity): Source {
  const lines = splitLines(text)
  const plain = maskResidue(text, lines)
  const points = new Array<Point | undefined>(pointsKept).fill(undefined)
  return { text, lines, plain, artefacts: [], identity, diagnostics: [], near: 0, points }
}

/** Index of the line that holds an offset; a line end belongs to the line it ends. */
export function lineIndexOf(source: Source, offset: number): number {
  source.near = lineIndexNear(source.lines, offset, source.near)
  return source.near
}

/** Line, column and offset of a place. */
export function pointOf(source: Source, offset: number): Point {
  const slot = offset & (pointsKept - 1)
  const known = source.points[slot]
  if (known?.offset === offset) return known
  const point = pointIn(source.lines, lineIndexOf(source, offset), offset)
  source.points[slot] = point
  return point
}

/**
 * `…AMEMBASSY LOME \␤`, `TAGS: PREL<br>␤`: the stray backslash of a database export and the break
 * tag of a page are blanks where a line ends (specification 7.2, in the wild 1).
 */
function maskResidue(text: string, lines: readonly SourceLine[]): string {
  if (!text.includes('\\') && !text.includes('<br') && !text.includes('<BR')) return text
  const spans: { start: number; end: number }[] = []
  for (const line of lines) {
    const end = blanksStart(text, line.start, line.end)
    const start = residueStart(text, line.start, end)
    if (start < end) spans.push({ start, end })
  }
  return blankOut(text, spans)
}

/** Where the backslashes and break tags begin that end at `end`; `end` if there are none. */
function residueStart(text: string, from: number, end: number): number {
  let start = end
  while (start > from) {
    const last = text.charCodeAt(start - 1)
    if (last === 0x5c) start--
    else if (last === 0x3e) {
      const tag = /<br {0,2}\/?>$/i.exec(text.slice(Math.max(from, start - 7), start))
      if (tag === null) break
      start -= tag[0].length
    } else break
  }
  return start
}

/** Replaces spans, given in order, by as many blanks; line ends inside them stay. */
function blankOut(text: string, spans: readonly { start: number; end: number }[]): string {
  if (spans.length === 0) return text
  const pieces: string[] = []
  let at = 0
  for (const span of spans) {
    pieces.push(text.slice(at, span.start))
    pieces.push(text.slice(span.start, span.end).replace(/[^\n\r\u2028]/g, ' '))
    at = span.end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** Adds artefacts and blanks them out of `plain`; those that overlap earlier ones are dropped. */
export function liftOut(source: Source, found: readonly Artefact[]): void {
  if (found.length === 0) return
  const all = [...source.artefacts, ...found].sort(
    (a, b) => a.position.start.offset - b.position.start.offset,
  )
  const kept: Artefact[] = []
  let end = -1
  for (const artefact of all) {
    if (artefact.position.start.offset < end) continue
    kept.push(artefact)
    end = artefact.position.end.offset
  }
  source.artefacts = kept
  source.plain = blankOut(
    source.plain,
    kept.map((each) => ({ start: each.position.start.offset, end: each.position.end.offset })),
  )
  for (const { position } of found) forgetWords(source, position.start.offset, position.end.offset)
}

/** The lines that hold blanks now where they held an artefact. */
function forgetWords(source: Source, start: number, end: number): void {
  for (let index = lineIndexOf(source, start); index < source.lines.length; index++) {
    const line = source.lines[index]
    if (line === undefined || line.start >= end) return
    line.words = undefined
  }
}

/** The artefacts that lie between `start` and `end`. */
export function artefactsWithin(source: Source, start: number, end: number): readonly Artefact[] {
  if (source.artefacts.length === 0) return none
  const found: Artefact[] = []
  for (let index = firstArtefactAt(source, start); index < source.artefacts.length; index++) {
    const artefact = source.artefacts[index]
    // One that a boundary cuts stays text on both sides, so that no character is lost.
    if (artefact === undefined || artefact.position.end.offset > end) break
    found.push(artefact)
  }
  return found
}

const none: readonly Artefact[] = []

/** A boundary inside an artefact, moved behind it. */
export function behindArtefact(source: Source, offset: number): number {
  const before = source.artefacts[firstArtefactAt(source, offset) - 1]
  return Math.max(offset, before?.position.end.offset ?? 0)
}

function firstArtefactAt(source: Source, offset: number): number {
  let low = 0
  let high = source.artefacts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((source.artefacts[middle]?.position.start.offset ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Notes a doubt or a defect at a place. */
export function report(
  source: Source,
  code: TelegramCode,
  start: number,
  end: number,
  details: DiagnosticDetails = {},
): void {
  source.diagnostics.push(diagnose(source.lines, code, start, end, details))
}

/** The words of a line, artefacts out and blanks at both ends off. */
export function wordsOf(source: Source, line: SourceLine): string {
  line.words ??= trimmed(source.plain, line.start, line.end)
  return line.words
}

/** The words of a line if it is short enough to be a transmission line, else nothing. */
export function shortWordsOf(source: Source, line: SourceLine): string {
  return line.end - line.start > transmissionLineCharactersMax ? '' : wordsOf(source, line)
}
