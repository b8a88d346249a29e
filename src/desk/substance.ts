import type { ArchiveFacts } from '../cable/facts.ts'
import { readCable } from '../cable/read.ts'
import type { SegmentKind, Streams } from '../cable/segment.ts'

/** The parts that make a cable this cable; addressees, labels and stamps are alike in many. */
const telling: ReadonlySet<SegmentKind> = new Set<SegmentKind>([
  'subject',
  'summary',
  'comment',
  'body',
  'heading',
])

/** Words below which the telling parts are too few to compare, and the whole text is taken. */
const tellingWordsMin = 8

/** The part of a text that two texts under one number are compared by. */
export function substanceOf(text: string, streams: Streams): string {
  const parts = streams.segments.filter(({ kind }) => telling.has(kind))
  const substance = parts.map((segment) => segment.text).join('\n')
  return countWords(substance, tellingWordsMin) < tellingWordsMin ? text : substance
}

/** The same for a text out of the vault, which is parsed again. */
export function substanceOfText(text: string, facts: ArchiveFacts, bodyStart?: number): string {
  return substanceOf(text, readCable(text, facts, bodyStart).streams)
}

function countWords(text: string, enough: number): number {
  let count = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    count += 1
    if (count >= enough) break
  }
  return count
}
