import { liftInlineMarks, liftLines } from './artefact.ts'
import { liftArchiveFrame } from './attributes.ts'
import { readBody } from './body.ts'
import { checkTelegram } from './check.ts'
import { findClassStart } from './class-start.ts'
import { reportClassWords } from './class-words-report.ts'
import { readClassificationLine } from './classification-line.ts'
import { detectDialect } from './dialect.ts'
import { readEnvelope } from './envelope.ts'
import { findFirstParagraph } from './first-paragraph.ts'
import { headReachCharacters, readHead, stray } from './head.ts'
import { findLabels } from './label.ts'
import { positionOf } from './leaf.ts'
import { liftOtherCable } from './other-cable.ts'
import { readOpening } from './preface.ts'
import { markProtections } from './protection.ts'
import { completeRoot } from './root.ts'
import { liftSectionHeads } from './section-head.ts'
import { behindArtefact, type Identity, openSource, type Source } from './source.ts'
import type { ClassificationLine, Part, Telegram } from './tree.ts'
import { measureWrapping } from './wrapping.ts'

/** What the caller may know beforehand. */
export interface ParseOptions {
  /** Where the source itself separates header from text, UTF-16 code units. */
  readonly bodyStart?: number
  /** Station and serial of the cable: anchors the classification line (specification 2.7). */
  readonly identity?: Identity
}

/**
 * Telegram text → syntax tree. Accepts any string, never throws, and keeps every character:
 * `print(parse(text)) === text`. Fragments (header lines, a REF block, one paragraph) parse too.
 */
export function parse(text: string, options: ParseOptions = {}): Telegram {
  const source = openSource(text, options.identity)
  liftArchiveFrame(source)
  liftLines(source)
  const bodyStart = clampStart(text, options.bodyStart)
  const envelope = readEnvelope(source, 0, bodyStart ?? text.length, bodyStart !== undefined)
  // Some archives keep the header at the head of the body: it is read there as well.
  const inner =
    bodyStart === undefined ? undefined : readEnvelope(source, bodyStart, text.length, false)
  const start = inner?.end ?? envelope.end
  const first = firstClassificationLine(source, start)
  const end = liftOtherCable(source, start, first)
  if (first !== undefined) liftSectionHeads(source, first, end)
  const { parts, hasSignature } = readText(source, start, end)
  const all = [...envelope.parts, ...(inner?.parts ?? []), ...parts]
  const kinds = new Set<string>(source.artefacts.map((each) => each.type))
  const dialect = detectDialect(all, kinds)
  checkTelegram(source, all, dialect, hasSignature)
  const children = markProtections(source, completeRoot(source, all))
  return {
    type: 'telegram',
    dialect,
    wrapping: measureWrapping(source, all, dialect),
    diagnostics: source.diagnostics.sort((a, b) => a.start.offset - b.start.offset),
    children,
    position: positionOf(source, 0, text.length),
  }
}

function clampStart(text: string, bodyStart: number | undefined): number | undefined {
  if (bodyStart === undefined || Number.isNaN(bodyStart)) return undefined
  return Math.max(0, Math.min(Math.trunc(bodyStart), text.length))
}

/** The first classification line of the text, maybe that of a preview. */
function firstClassificationLine(source: Source, start: number): ClassificationLine | undefined {
  const found = findClassStart(source, start, source.text.length, false)
  return found === undefined ? undefined : readClassificationLine(source, found)?.node
}

/** Preface, classification line, labelled region, paragraphs, signature: what follows the header. */
function readText(
  source: Source,
  start: number,
  end: number,
): { parts: Part[]; hasSignature: boolean } {
  const opening = readOpening(source, start, end)
  const parts: Part[] = opening.preface === undefined ? [] : [opening.preface]
  let at = opening.start
  if (opening.hasClassificationLine) {
    const found = readClassificationLine(source, opening.start)
    if (found !== undefined) {
      if (opening.preface === undefined) parts.push(...strayBefore(source, start, opening.start))
      parts.push(found.node)
      reportClassWords(source, found.node)
      at = found.node.position.end.offset
      liftInlineMarks(source, found.node.station)
    }
  } else liftInlineMarks(source, undefined)
  const reach = behindArtefact(source, Math.min(end, at + headReachCharacters))
  const headEnd = findFirstParagraph(source, at, reach)
  const head = readHead(source, at, headEnd)
  const body = readBody(source, head.end, end)
  return { parts: [...parts, ...head.parts, ...body.parts], hasSignature: body.hasSignature }
}

/**
 * Captions, notices and attention lines may stand above the classification line; labels there are
 * those of another telegram, quoted before this one.
 */
function strayBefore(source: Source, start: number, end: number): readonly Part[] {
  if (start >= end) return []
  const quoted = findLabels(source, start, end).length > 0
  return quoted ? [stray(source, start, end)] : readHead(source, start, end).parts
}
