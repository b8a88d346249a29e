import { resolve } from 'node:path'
import type { ArchiveFacts } from '../cable/facts.ts'
import { resolveIdentifier } from '../cable/identifier.ts'
import { type Reading, readCable } from '../cable/read.ts'
import type { SourceFailure, SourceItem } from '../sources/source.ts'
import type { Arrival, QuarantinedArrival, StoredArrival } from '../vault/arrival.ts'
import type { KnownCable } from '../vault/known-cable.ts'
import { bytesHash, textHash } from '../vault/text-hash.ts'
import type { Message } from './message.ts'
import { comparedText, isNearDuplicate } from './near-duplicate.ts'
import type { Shelf } from './shelf.ts'
import { substanceOf } from './substance.ts'

/** Twins of one number a new text is compared with, the latest ones; a number is shared by 52 at most. */
export const twinsComparedMax = 64

/** Longest id kept, in UTF-16 code units. */
const idUnitsMax = 120

/** An arrival and what a person should hear about it. */
export interface Placed {
  readonly arrival: Arrival
  readonly messages: readonly Message[]
  /** What was read of an item that is stored: the next build need not read it again. */
  readonly reading?: Pick<Reading, 'record' | 'streams'>
}

/** Decides which of the five outcomes an item has; nothing is written. */
export function placeItem(
  item: SourceItem,
  collection: string,
  source: string,
  shelf: Shelf,
): Placed {
  const { text, facts, bytes, locator } = item
  const sha256 = textHash(text)
  const ownId = facts.source?.uniqueId ?? facts.id ?? ''
  const key = { collection, source, ownId, original: bytesHash(bytes), text: sha256 }
  const known = shelf.witnessed(key)
  if (known !== undefined) {
    return {
      arrival: { outcome: 'unchanged', id: known, collection, source, locator },
      messages: [],
    }
  }
  const reading = tryReading({ ...item, facts: { ...facts, collection } })
  if (reading instanceof Error)
    return placeFailure(unreadFailure(item, reading), collection, source)
  const { record, streams } = reading
  const number = numberOf(record.id, sha256)
  const twins = shelf.twins(number)
  const place = findPlace(shelf, number, twins, sha256, facts.source?.uniqueId, () =>
    substanceOf(text, streams),
  )
  const others = shelf.idsOfText(sha256).filter((id) => id !== place.id)
  const withhold = inheritedWithholding(shelf, place, twins, others)
  const arrival: StoredArrival = {
    ...place,
    number,
    aliases: aliasesOf([...reading.aliases, facts.id ?? ''], place.id, shelf),
    text,
    sha256,
    ...(item.bodyStart !== undefined && { bodyStart: item.bodyStart }),
    facts: reading.facts,
    anchors: record.paragraphs.map(({ anchor, textAnchor }) => [anchor, textAnchor] as const),
    ...(withhold && { withhold }),
    collection,
    source,
    locator,
    ownId,
    bytes,
    format: item.format,
    encoding: item.encoding,
  }
  return { arrival, messages: messagesOf(arrival, others, shelf), reading: { record, streams } }
}

/** The arrival of something that could not be read as a cable. */
export function placeFailure(failure: SourceFailure, collection: string, source: string): Placed {
  const { code, reason, locator, bytes } = failure
  const arrival: QuarantinedArrival = {
    outcome: 'quarantined',
    collection,
    source,
    locator,
    code,
    reason,
    ...(bytes && { bytes }),
  }
  return { arrival, messages: [{ code, locator, text: reason }] }
}

/** The absolute path of a file that was given: the same file under another spelling is the same source. */
export function sourceOf(file: string): string {
  return file === '-' ? '-' : resolve(file)
}

/** A text the parser fails on is a bug of this program; it must not cost the rest of a dump. */
function tryReading(item: SourceItem): ReturnType<typeof readItem> | Error {
  try {
    return readItem(item)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function unreadFailure({ file, locator, bytes }: SourceItem, error: Error): SourceFailure {
  const reason = `The parser failed on this text (${error.message.slice(0, 200)}): a bug of this program; please report it, then "chancery quarantine retry".`
  return { code: 'PARSER_FAILED', reason, file, locator, bytes }
}

/**
 * Reads an item as a cable. A text that names no number is read again as the one its file is
 * named after; that number is a fact from then on, so that every later reading agrees.
 */
function readItem({ text, facts, bodyStart, locator }: SourceItem): Reading & {
  readonly facts: ArchiveFacts
} {
  const reading = readCable(text, facts, bodyStart)
  const named = /^X-[0-9a-f]{12}$/.test(reading.record.id) ? idFromName(locator) : undefined
  if (named === undefined) return { ...reading, facts }
  const more = { ...facts, id: named }
  return { ...readCable(text, more, bodyStart), facts: more }
}

/**
 * The record's id as a key: no blanks, and no `~`, which is the twins'. Dots alone are a step in an
 * address, not a name in one.
 */
function numberOf(id: string, sha256: string): string {
  const clean = id
    .replace(/[\s~\p{C}]/gu, '')
    .slice(0, idUnitsMax)
    .toWellFormed()
  return /^\.*$/.test(clean) ? `X-${sha256.slice(0, 12)}` : clean
}

/** `dump/07LOME77.txt` → `07LOME77`; names that are no number say nothing. */
function idFromName(locator: string): string | undefined {
  const name = (locator.split(/[/\\]/).at(-1) ?? '').split('.')[0] ?? ''
  return /^\d{2}(?:\d{2})?[A-Z]{2,40}\d{1,7}$/i.test(name) ? resolveIdentifier(name).id : undefined
}

interface Place {
  readonly outcome: StoredArrival['outcome']
  readonly id: string
  readonly twin: number
}

function findPlace(
  shelf: Shelf,
  number: string,
  twins: readonly KnownCable[],
  sha256: string,
  uniqueId: string | undefined,
  substance: () => string,
): Place {
  const at = (outcome: Place['outcome'], { id, twin }: KnownCable): Place => ({ outcome, id, twin })
  const same = twins.find(({ versions }) => versions.some((each) => each.sha256 === sha256))
  if (same) return at('copy', same)
  const claimed = twins.find(
    ({ versions }) =>
      uniqueId !== undefined && versions.some((each) => each.facts.source?.uniqueId === uniqueId),
  )
  if (claimed) return at('newVersion', claimed)
  if (twins.length === 0) return { outcome: 'new', id: number, twin: 1 }
  const compared = comparedText(substance())
  const like = twins
    .slice(-twinsComparedMax)
    .find(({ versions }) =>
      versions.some((version) => isNearDuplicate(compared, shelf.compared(version))),
    )
  if (like) return at('newVersion', like)
  const twin = Math.max(...twins.map((each) => each.twin)) + 1
  return { outcome: 'new', id: `${number}~${twin}`, twin }
}

/**
 * A text that stands beside a withheld one starts withheld itself: nobody who withheld a cable
 * meant its damaged copy, or the same words under another number, to come out by the next ingest.
 */
function inheritedWithholding(
  shelf: Shelf,
  place: Place,
  twins: readonly KnownCable[],
  sameText: readonly string[],
): StoredArrival['withhold'] {
  if (place.outcome !== 'new') return undefined
  const twin = twins.find(({ id }) => shelf.isWithheld(id))
  if (twin) return { reason: 'TWIN_OF_WITHHELD', note: `shares its number with ${twin.id}` }
  const same = sameText.find((id) => shelf.isWithheld(id))
  return same === undefined
    ? undefined
    : { reason: 'TEXT_OF_WITHHELD', note: `has the same text as ${same}` }
}

/** Other ids the text goes by, a damaged one among them, unless they are another cable's. */
function aliasesOf(names: readonly string[], id: string, shelf: Shelf): readonly string[] {
  const own = id.split('~')[0]
  const aliases = names.map((name) => name.trim().slice(0, idUnitsMax))
  return [...new Set(aliases)].filter(
    (alias) => alias !== '' && alias !== id && alias !== own && !shelf.isCable(alias),
  )
}

function messagesOf(
  arrival: StoredArrival,
  sameText: readonly string[],
  shelf: Shelf,
): readonly Message[] {
  const { id, number, locator, twin, outcome, encoding } = arrival
  const messages: Message[] = []
  const say = (code: string, text: string): void => {
    messages.push({ code, locator, id, text })
  }
  if (outcome === 'new' && twin > 1) {
    say('ID_TWICE', `Another text stands under ${number} already; this one is kept as ${id}.`)
  }
  if (outcome === 'new' && sameText.length > 0) {
    say('SAME_TEXT', `The text of ${id} is the same as that of ${sameText.join(', ')}.`)
  }
  if (outcome === 'newVersion' && shelf.isChosen(id)) {
    say('CHOICE_STANDS', `${id} has a new version; the one that was chosen stays the one shown.`)
  }
  if (encoding.replaced > 0) {
    const bytes = encoding.replaced === 1 ? '1 byte' : `${encoding.replaced} bytes`
    say('BYTES_REPLACED', `${bytes} of ${id} had no meaning in ${encoding.name}.`)
  }
  if (arrival.withhold) {
    say('WITHHELD_TOO', `${id} ${arrival.withhold.note}, which is withheld; so is this one.`)
  }
  return messages
}
