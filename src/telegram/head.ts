import { readAuthority } from './authority.ts'
import { toBanner } from './banner.ts'
import { readCaption, readUnknownCaption } from './caption.ts'
import { isBannerWords } from './class-words.ts'
import { readExecutiveOrder } from './executive-order.ts'
import { readHandling } from './handling.ts'
import { findLabels, type Label } from './label.ts'
import { fill, positionOf } from './leaf.ts'
import { linesWithin, type SourceLine } from './lines.ts'
import { cutLooseLines } from './loose-line.ts'
import { readCorrection } from './notice.ts'
import { readPassing } from './passing.ts'
import { readReferences } from './references.ts'
import { isRule } from './rule.ts'
import { type Source, wordsOf } from './source.ts'
import { readSubject, readUnlabelledSubject } from './subject.ts'
import { readTags } from './tags.ts'
import type { Part, Stray } from './tree.ts'

/** The parts of the head, and where the body begins. */
export interface Head {
  readonly parts: readonly Part[]
  readonly end: number
}

/** The labelled region is searched this far behind the classification line (1.6, step 5). */
export const headReachCharacters = 7000

/**
 * Reads the region from `start` to `end`: labelled fields by position, loose lines between them.
 *
 *     SIPDIS                              caption
 *     DEPT FOR EUR/NB                     passing
 *     E.O. 12958: DECL: 03/14/2017        a label; its value ends at the next one at the latest
 */
export function readHead(source: Source, start: number, end: number): Head {
  const labels = findLabels(source, start, end)
  const parts: Part[] = []
  let at = start
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]
    if (label === undefined || label.start < at) continue
    const mayBeSubject = label.kind === 'references' || label.kind === 'authority'
    if (mayBeSubject && parts.at(-1)?.type === 'tags' && !labels.some(isSubjectLabel))
      at = readLostSubject(source, at, label.start, parts)
    readLooseLines(source, at, label.start, parts)
    const field = readField(source, label, labels[index + 1]?.start ?? end)
    parts.push(field)
    at = field.position.end.offset
  }
  return { parts, end: readTrailing(source, at, end, parts, labels.length > 0) }
}

function isSubjectLabel({ kind }: Label): boolean {
  return kind === 'subject'
}

/** `FISH TALKS IN LOME: THE LAST ROUND` between TAGS and REF, where nothing else stands (2.12). */
function readLostSubject(source: Source, start: number, end: number, parts: Part[]): number {
  const lines = linesWithin(source.lines, start, end)
  const index = lines.findIndex((line) => wordsOf(source, line) !== '')
  const line = lines[index]
  if (line === undefined || readKnownLine(source, lines, index) !== undefined) return start
  const subject = readUnlabelledSubject(source, line, end)
  if (subject === undefined) return start
  parts.push(subject)
  return subject.position.end.offset
}

function readField(source: Source, label: Label, limit: number): Part {
  switch (label.kind) {
    case 'executiveOrder':
      return readExecutiveOrder(source, label, limit)
    case 'tags':
      return readTags(source, label, limit)
    case 'subject':
      return readSubject(source, label, limit)
    case 'references':
      return readReferences(source, label, limit)
    case 'authority':
      return readAuthority(source, label, limit)
  }
}

/** Captions, attention lines, notices, handling sentences; the rest is kept as stray text. */
function readLooseLines(source: Source, start: number, end: number, parts: Part[]): void {
  const lines = cutLooseLines(source, linesWithin(source.lines, start, end))
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (line === undefined) break
    if (wordsOf(source, line) === '') {
      index++
      continue
    }
    const known = readKnownLine(source, lines, index)
    const loose = known ?? readOtherLine(source, lines, index)
    parts.push(loose.node)
    index = loose.next
  }
}

interface Loose {
  readonly node: Part
  readonly next: number
}

function readKnownLine(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): Loose | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const words = wordsOf(source, line)
  const caption = readCaption(source, line)
  if (caption !== undefined) return { node: caption, next: index + 1 }
  const correction = readCorrection(source, lines, index)
  if (correction !== undefined) return correction
  const handling = readHandling(source, lines, index, (next) => isRule(next))
  if (handling !== undefined) return handling
  const passing = readPassing(source, lines, index)
  if (passing !== undefined) return passing
  if (isRule(words)) return { node: ruleLine(source, line), next: index + 1 }
  if (isBannerWords(words)) return { node: toBanner(source, line), next: index + 1 }
  return undefined
}

function readOtherLine(source: Source, lines: readonly SourceLine[], index: number): Loose {
  const line = lines[index] ?? { start: 0, end: 0, next: 0, words: undefined }
  const unknown = readUnknownCaption(source, line)
  if (unknown !== undefined) return { node: unknown, next: index + 1 }
  let next = index + 1
  while (next < lines.length) {
    const following = lines[next]
    if (following === undefined || wordsOf(source, following) === '') break
    if (readKnownLine(source, lines, next) !== undefined) break
    next++
  }
  return { node: stray(source, line.start, lines[next - 1]?.next ?? line.next), next }
}

/** Behind the last field: captions and handling sentences still belong to the head. */
function readTrailing(
  source: Source,
  start: number,
  end: number,
  parts: Part[],
  hasLabels: boolean,
): number {
  const lines = hasLabels
    ? linesWithin(source.lines, start, end)
    : cutLooseLines(source, linesWithin(source.lines, start, end))
  let at = start
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (line === undefined) break
    const words = wordsOf(source, line)
    if (words === '') {
      index++
      continue
    }
    const loose = readKnownLine(source, lines, index) ?? readBetween(source, lines, index)
    if (loose === undefined || isRule(words)) break
    // Without any label (a D0 text) attention lines and captions still open the telegram.
    if (hasLabels && loose.node.type === 'passing' && words.length > 120) break
    parts.push(loose.node)
    index = loose.next
    at = loose.node.position.end.offset
  }
  return at
}

/** Lines to look ahead for a known one; without it a line in capitals is text. */
const aheadLinesMax = 4

/** An unknown line in capitals belongs to the head if a caption or attention line follows. */
function readBetween(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): Loose | undefined {
  const line = lines[index]
  const node = line === undefined ? undefined : readUnknownCaption(source, line)
  if (node === undefined) return undefined
  for (let at = index + 1; at < lines.length && at <= index + aheadLinesMax; at++) {
    const ahead = lines[at]
    if (ahead === undefined || wordsOf(source, ahead) === '') continue
    if (readCaption(source, ahead) !== undefined) return { node, next: index + 1 }
  }
  return undefined
}

function ruleLine(source: Source, line: SourceLine): Part {
  return {
    type: 'ruleLine',
    value: source.text.slice(line.start, line.next),
    position: positionOf(source, line.start, line.next),
  }
}

/** Text that is none of the known parts. */
export function stray(source: Source, start: number, end: number): Stray {
  return {
    type: 'stray',
    children: fill(source, start, end),
    position: positionOf(source, start, end),
  }
}
