import { parse } from '../telegram/parse.ts'
import type { Identity } from '../telegram/source.ts'
import type { Telegram } from '../telegram/tree.ts'
import { type CableReading, toCable } from './cable.ts'
import type { ArchiveFacts } from './facts.ts'
import { parseIdentifier, repairIdentifier } from './identifier.ts'
import type { Streams } from './segment.ts'
import { toStreams } from './stream.ts'

/** Everything that is read from one text. */
export interface Reading extends CableReading {
  readonly streams: Streams
  readonly tree: Telegram
}

/** Reads a cable from its text; `bodyStart` is where the source's header part ends. */
export function readCable(text: string, facts: ArchiveFacts = {}, bodyStart?: number): Reading {
  const identity = knownIdentity(facts)
  const tree = parse(text, {
    ...(bodyStart !== undefined && { bodyStart }),
    ...(identity !== undefined && { identity }),
  })
  const reading = toCable(tree, facts)
  const { record, aliases } = reading
  let streams: Streams | undefined
  // Evidence and streams are made when they are asked for: many readers want the record alone.
  return {
    record,
    get evidence() {
      return reading.evidence
    },
    aliases,
    get streams() {
      streams ??= toStreams(tree, record, facts.title)
      return streams
    },
    tree,
  }
}

/** Station and serial of the archive's id: they anchor the classification line (specification 2.7). */
function knownIdentity(facts: ArchiveFacts): Identity | undefined {
  const id = facts.id?.trim().replace(/~\d+$/, '')
  if (id === undefined || id === '') return undefined
  const known = parseIdentifier(repairIdentifier(id).id ?? id)
  return known === undefined ? undefined : { station: known.post, serial: known.serial }
}
