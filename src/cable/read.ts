import { parse } from '../telegram/parse.ts'
import type { Telegram } from '../telegram/tree.ts'
import { type CableReading, toCable } from './cable.ts'
import type { ArchiveFacts } from './facts.ts'
import type { Streams } from './segment.ts'
import { toStreams } from './stream.ts'

/**
 * Changes with every change of what is read from the same text: a vault keeps records under
 * (SHA-256 of the text, this).
 */
export const parserVersion: string = '2'

/** Everything that is read from one text. */
export interface Reading extends CableReading {
  readonly streams: Streams
  readonly tree: Telegram
}

/** Reads a cable from its text; `bodyStart` is where the source's header part ends. */
export function readCable(text: string, facts: ArchiveFacts = {}, bodyStart?: number): Reading {
  const tree = parse(text, bodyStart === undefined ? {} : { bodyStart })
  const reading = toCable(tree, facts)
  return { ...reading, streams: toStreams(tree, reading.record, facts.title), tree }
}
