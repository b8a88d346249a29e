import { resolve } from 'node:path'
import { resolveIdentifier } from '../cable/identifier.ts'
import type { Streams } from '../cable/segment.ts'
import { unpackReading } from '../press/packed-reading.ts'
import type { SourceFailure, SourceItem } from '../sources/source.ts'
import type { Arrival, QuarantinedArrival, StoredArrival } from '../vault/arrival.ts'
import type { KnownCable, KnownVersion, WitnessKey } from '../vault/known-cable.ts'
import { bytesHash, textHash } from '../vault/text-hash.ts'
import {
  type ComparedJob,
  type ItemReading,
  idFromName,
  type ReadItem,
  type ReadingJob,
} from './item-reading.ts'
import type { Message } from './message.ts'
import { type ComparedText, comparedText } from './near-duplicate.ts'
import { messagesOf } from './placement-messages.ts'
import type { Shelf } from './shelf.ts'
import { substanceOf } from './substance.ts'

/** Twins of one number a new text is compared with, the latest ones; a number is shared by 52 at most. */
export const twinsComparedMax = 64

/** Most text of known cables that goes along with an item, UTF-16 code units. */
const comparedUnitsMax: number = 1024 * 1024

/** Shortest unique id of a source that leads to its cable, in UTF-16 code units. */
const uniqueIdUnitsMin = 8

/** Longest id kept, in UTF-16 code units. */
const idUnitsMax = 120

/** An arrival and what a person should hear about it. */
export interface Placed {
  /** The file as a person gave it, or below a folder that a person gave. */
  readonly file: string
  readonly arrival: Arrival
  readonly messages: readonly Message[]
  /** What was read of an item that is stored: the next build need not read it again. */
  readonly reading?: ReadItem
}

/** An item with the names it is known by. */
export interface NamedItem {
  readonly item: SourceItem
  /** Absolute path, or `-`. */
  readonly source: string
  readonly collection: string
  readonly key: WitnessKey
}

/** Names an item: its hashes cost far less than its reading. */
export function nameItem(item: SourceItem, collection: string, source: string): NamedItem {
  const { text, facts, bytes } = item
  const ownId = facts.source?.uniqueId ?? facts.id ?? ''
  const original = facts.source?.sha256 ?? bytesHash(bytes)
  const key = { collection, source, ownId, original, text: textHash(text) }
  return { item, collection, source, key }
}

/** What has to be read of an item that is not known, with the texts it may be a version of. */
export function jobOf({ item, collection, key }: NamedItem, shelf: Shelf): ReadingJob {
  const { text, bodyStart, locator } = item
  return {
    text,
    ...(bodyStart !== undefined && { bodyStart }),
    facts: { ...item.facts, collection },
    locator,
    against: candidates(item, key.text, shelf),
  }
}

/** The placing of an item that was read before from the same source, byte for byte. */
export function placeKnown({ item, collection, source }: NamedItem, id: string): Placed {
  const { file, locator } = item
  const arrival = { outcome: 'unchanged', id, collection, source, locator } as const
  return { file, arrival, messages: [] }
}

/** Decides which of the five outcomes an item has; nothing is written. */
export function placeItem(named: NamedItem, reading: ItemReading, shelf: Shelf): Placed {
  const { item, collection, source, key } = named
  const known = shelf.witnessed(key)
  if (known !== undefined) return placeKnown(named, known)
  if (reading.failure !== undefined) {
    return placeFailure(unreadFailure(item, reading.failure), collection, source)
  }
  const { text, locator } = item
  const sha256 = key.text
  const claimed = numberOf(reading.id, sha256)
  const { number, twins } = standing(claimed, sha256, shelf)
  const place = findPlace(shelf, number, twins, named, reading)
  const isText = isTelling(text)
  const others = isText ? shelf.idsOfText(sha256).filter((id) => id !== place.id) : []
  const same = isText ? shelf.withheldWithText(sha256) : undefined
  const withhold = inheritedWithholding(shelf, place, twins, same)
  const arrival: StoredArrival = {
    ...place,
    number,
    aliases: aliasesOf([...reading.aliases, ...idsGiven(item)], place.id, shelf),
    text,
    sha256,
    ...(item.bodyStart !== undefined && { bodyStart: item.bodyStart }),
    facts: reading.facts,
    anchors: reading.anchors,
    ...(withhold && { withhold }),
    collection,
    source,
    locator,
    ownId: key.ownId,
    bytes: item.bytes,
    format: item.format,
    encoding: item.encoding,
  }
  shelf.put(arrival, key.original)
  return {
    file: item.file,
    arrival,
    messages: messagesOf(arrival, claimed, others, shelf),
    reading,
  }
}

/** The arrival of something that could not be read as a cable. */
export function placeFailure(failure: SourceFailure, collection: string, source: string): Placed {
  const { code, reason, file, locator, bytes } = failure
  const arrival: QuarantinedArrival = {
    outcome: 'quarantined',
    collection,
    source,
    locator,
    code,
    reason,
    ...(bytes && { bytes }),
  }
  return { file, arrival, messages: [{ code, locator, text: reason }] }
}

/** The absolute path of a file that was given: the same file under another spelling is the same source. */
export function sourceOf(file: string): string {
  return file === '-' ? '-' : resolve(file)
}

function unreadFailure({ file, locator, bytes }: SourceItem, failure: string): SourceFailure {
  const reason = `The parser failed on this text (${failure.slice(0, 200)}): a bug of this program; please report it, then "chancery quarantine retry".`
  return { code: 'PARSER_FAILED', reason, file, locator, bytes }
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
  return /^\.*$/.test(clean) ? ownNumber(sha256) : clean
}

/** The number of a text that names none. */
function ownNumber(sha256: string): string {
  return `X-${sha256.slice(0, 12)}`
}

/**
 * Known texts that an item will most likely be compared with: those under the number that its
 * source or its file's name claims. Its own text may say otherwise; then it is compared later.
 */
function candidates(item: SourceItem, sha256: string, shelf: Shelf): readonly ComparedJob[] {
  const { facts, locator } = item
  const claimed = facts.id ?? idFromName(locator)
  if (claimed === undefined) return []
  const number = numberOf(resolveIdentifier(claimed).id ?? claimed, sha256)
  if (shelf.isCrowded(number)) return []
  const twins = shelf.twins(number)
  const versions = twins.slice(-twinsComparedMax).flatMap((twin) => twin.versions)
  if (versions.some((version) => version.sha256 === sha256)) return []
  const jobs: ComparedJob[] = []
  let units = 0
  for (const { sha256: hash, text, facts: known, bodyStart } of versions) {
    const words = text()
    units += words.length
    if (units > comparedUnitsMax) break
    const body = bodyStart === undefined ? {} : { bodyStart }
    jobs.push({ sha256: hash, text: words, facts: known, ...body })
  }
  return jobs
}

/**
 * The number a text is placed under: the one it claims, or one of its own where so many claim that
 * one that it is most likely none (`UNKNOWN`, a column's name).
 */
function standing(
  claimed: string,
  sha256: string,
  shelf: Shelf,
): { readonly number: string; readonly twins: readonly KnownCable[] } {
  const isThere = (): boolean => shelf.idsOfText(sha256).some((id) => id.split('~')[0] === claimed)
  if (!shelf.isCrowded(claimed) || isThere()) {
    const twins = shelf.twins(claimed)
    if (!shelf.isCrowded(claimed) || isThere()) return { number: claimed, twins }
  }
  const number = ownNumber(sha256)
  return { number, twins: shelf.twins(number) }
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
  { item, key }: NamedItem,
  reading: ReadItem,
): Place {
  const at = (outcome: Place['outcome'], { id, twin }: KnownCable): Place => ({ outcome, id, twin })
  const same = twins.find(({ versions }) => versions.some((each) => each.sha256 === key.text))
  if (same) return at('copy', same)
  const uniqueId = item.facts.source?.uniqueId
  const claimed = twins.find(
    ({ versions }) =>
      uniqueId !== undefined && versions.some((each) => each.facts.source?.uniqueId === uniqueId),
  )
  if (claimed) return at('newVersion', claimed)
  if (twins.length === 0) return { outcome: 'new', id: number, twin: 1 }
  let words: ComparedText | undefined
  const isNear = (version: KnownVersion): boolean => {
    // An index entry says nothing that a text of the same number could contradict.
    if (isEntry(item.facts) || isEntry(version.facts)) return true
    const compared = reading.near[version.sha256]
    if (compared !== undefined) return compared
    words ??= comparedText(substanceOf(item.text, streamsOf(item.text, reading)))
    return shelf.isNear(words, version)
  }
  const like = twins.slice(-twinsComparedMax).find(({ versions }) => versions.some(isNear))
  if (like) return at('newVersion', like)
  const twin = (twins.at(-1)?.twin ?? 0) + 1
  return { outcome: 'new', id: `${number}~${twin}`, twin }
}

function isEntry({ textState }: SourceItem['facts']): boolean {
  return textState === 'index-only'
}

/** Three words at least: what no two cables share by chance, as they may `?` or nothing at all. */
function isTelling(text: string): boolean {
  return /(?<!\p{L})(?:\p{L}{2,}\P{L}{1,99}){2}\p{L}{2}/u.test(text.slice(0, 10_000))
}

function streamsOf(text: string, { kept }: ReadItem): Streams {
  const reading = unpackReading(text, kept.value)
  if (reading) return reading.streams
  throw new Error('a reading that was just packed cannot be unpacked')
}

/**
 * A text that stands beside a withheld one starts withheld itself: nobody who withheld a cable
 * meant its damaged copy, or the same words under another number, to come out by the next ingest.
 */
function inheritedWithholding(
  shelf: Shelf,
  place: Place,
  twins: readonly KnownCable[],
  same: string | undefined,
): StoredArrival['withhold'] {
  if (place.outcome !== 'new') return undefined
  const twin = twins.find(({ id }) => shelf.isWithheld(id))
  if (twin) return { reason: 'TWIN_OF_WITHHELD', note: `shares its number with ${twin.id}` }
  return same === undefined
    ? undefined
    : { reason: 'TEXT_OF_WITHHELD', note: `has the same text as ${same}` }
}

/** Ids that its source gives an item: a telegram of a volume goes by its document's id too. */
function idsGiven({ facts }: SourceItem): readonly string[] {
  const { uniqueId = '' } = facts.source ?? {}
  return [facts.id ?? '', uniqueId.length >= uniqueIdUnitsMin ? uniqueId : '']
}

/** Other ids the text goes by, a damaged one among them, unless they are another cable's. */
function aliasesOf(names: readonly string[], id: string, shelf: Shelf): readonly string[] {
  const own = id.split('~')[0]
  const aliases = names.map((name) => name.trim().slice(0, idUnitsMax))
  return [...new Set(aliases)].filter(
    (alias) => alias !== '' && alias !== id && alias !== own && !shelf.isCable(alias),
  )
}
