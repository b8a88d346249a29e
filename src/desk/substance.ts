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
  return countWords(substance, tellingWordsMin) < tellingWordsMin ? unframed(text) : substance
}

/**
 * A text without the list of attributes below it, which is much alike for all records. Where nothing
 * else is held, what tells two records under one number apart: their subjects and films.
 */
function unframed(text: string): string {
  const at = /^[ \t\f]*Message Attributes[ \t\f]*\r?$/m.exec(text)?.index
  if (at === undefined) return text
  const own = text.slice(0, at).replace(/^[ \t\f]*Message Text[ \t\f]*$/m, '')
  if (countWords(own, tellingWordsMin) >= tellingWordsMin) return own
  return (text.slice(at).match(/^(?:Subject|Film Number):.*(?:\r?\n[ \t].*)*/gm) ?? []).join('\n')
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
