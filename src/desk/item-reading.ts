import type { ArchiveFacts } from '../cable/facts.ts'
import { resolveIdentifier } from '../cable/identifier.ts'
import { type Reading, readCable } from '../cable/read.ts'
import { keptReading } from '../press/reading.ts'
import type { AnchorList } from '../vault/anchor-list.ts'
import type { KeptReading } from '../vault/reading-cache.ts'
import { comparedText, isNearDuplicate } from './near-duplicate.ts'
import { substanceOf, substanceOfText } from './substance.ts'

/** A text to be read, as plain data: it may be read in another thread. */
export interface ReadingJob {
  readonly text: string
  readonly bodyStart?: number
  /** The collection among them. */
  readonly facts: ArchiveFacts
  readonly locator: string
  /** Texts that stand under the number it claims: it is compared with them on the way. */
  readonly against: readonly ComparedJob[]
}

/** A known text that a new one is compared with. */
export interface ComparedJob {
  readonly sha256: string
  readonly text: string
  readonly bodyStart?: number
  readonly facts: ArchiveFacts
}

/** What was read of an item, as plain data; or why it could not be read. */
export type ItemReading = ReadItem | { readonly failure: string }

/** An item that was read. */
export interface ReadItem {
  /** The record's id. */
  readonly id: string
  readonly date?: string
  readonly post?: string
  readonly aliases: readonly string[]
  /** The facts it was read with: one that names no number is read as what its file is called. */
  readonly facts: ArchiveFacts
  readonly anchors: AnchorList
  /** Record and streams as the vault keeps them for the next build. */
  readonly kept: KeptReading
  /** By the hash of a text it was compared with: whether the two are near-duplicates. */
  readonly near: Readonly<Record<string, boolean>>
  readonly failure?: never
}

/** Reads one item. Never throws: a text the parser fails on must not cost the rest of a dump. */
export function readJob(job: ReadingJob): ItemReading {
  try {
    const { facts, reading } = readNamed(job)
    const { record, streams, aliases } = reading
    return {
      id: record.id,
      ...(record.date !== undefined && { date: record.date }),
      ...(record.post !== undefined && { post: record.post }),
      aliases,
      facts,
      anchors: record.paragraphs.map(({ anchor, textAnchor }) => [anchor, textAnchor] as const),
      kept: keptReading(job.text, { record, streams }),
      near: compare(job, reading),
    }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Reads an item as a cable. A text that names no number is read again as the one its file is
 * named after; that number is a fact from then on, so that every later reading agrees.
 */
function readNamed({ text, facts, bodyStart, locator }: ReadingJob): {
  readonly facts: ArchiveFacts
  readonly reading: Reading
} {
  const reading = readCable(text, facts, bodyStart)
  const named = /^X-[0-9a-f]{12}$/.test(reading.record.id) ? idFromName(locator) : undefined
  if (named === undefined) return { facts, reading }
  const more = { ...facts, id: named }
  return { facts: more, reading: readCable(text, more, bodyStart) }
}

/**
 * `dump/07LOME77.txt`, `dump.zip › 07LOME77.txt` → `07LOME77`; names that are no number say nothing,
 * and a row does not go by the name of its table: `07LOME77.csv › row 2`.
 */
export function idFromName(locator: string): string | undefined {
  const place = locator.split(' › ').at(-1) ?? ''
  const name = (place.split(/[/\\]/).at(-1) ?? '').split('.')[0] ?? ''
  return /^\d{2}(?:\d{2})?[A-Z]{2,40}\d{1,7}$/i.test(name) ? resolveIdentifier(name).id : undefined
}

function compare({ text, against }: ReadingJob, { streams }: Reading): Record<string, boolean> {
  if (against.length === 0) return {}
  const compared = comparedText(substanceOf(text, streams))
  return Object.fromEntries(
    against.map((known) => {
      const { sha256, facts, bodyStart } = known
      const words = comparedText(substanceOfText(known.text, facts, bodyStart))
      return [sha256, isNearDuplicate(compared, words)]
    }),
  )
}
