import type { ArchiveFacts } from '../cable/facts.ts'
import type { StoredArrival } from '../vault/arrival.ts'
import type { KnownCable, KnownVersion, WitnessKey } from '../vault/known-cable.ts'
import type { TextScratch } from '../vault/text-scratch.ts'
import type { VaultReader } from '../vault/vault-reader.ts'
import { type ComparedText, comparedText, isNearDuplicate } from './near-duplicate.ts'
import { substanceOfText } from './substance.ts'

/** What is known while items are placed: the vault, and what was placed and not yet committed. */
export interface Shelf {
  twins(number: string): readonly KnownCable[]
  witnessed(key: WitnessKey): string | undefined
  /** Whether so many texts stand under a number that it tells nothing any longer. */
  isCrowded(number: string): boolean
  /** Cables that hold the very same text, a few of them: a text that is lost is lost in many. */
  idsOfText(sha256: string): readonly string[]
  /** A withheld cable that holds the very same text. */
  withheldWithText(sha256: string): string | undefined
  isCable(id: string): boolean
  isWithheld(id: string): boolean
  /** Whether a person chose which text of the cable is shown. */
  isChosen(id: string): boolean
  /** Whether a new text, given by its words, and a known one are near-duplicates. */
  isNear(words: ComparedText, known: KnownVersion): boolean
  put(arrival: StoredArrival, original: string): void
  /** Forgets what was placed: it is in the vault now. */
  committed(): void
}

/** Texts under one number from which it is crowded; the most that a real one has is 52. */
export const textsUnderNumberMax = 1000

/** Cables with the same text that are looked at. */
const idsOfTextMax = 4

/** Words that are kept of known texts for the next comparison, all together. */
const comparedWordsKept = 500_000

/** One placed text, without the bytes it came from. */
interface PlacedText {
  readonly id: string
  readonly twin: number
  readonly version: KnownVersion
}

/**
 * A shelf over a vault, or over nothing where there is no archive yet. A rehearsal never commits
 * and puts its texts into a `scratch`, since they may be more than the memory holds.
 */
export function openShelf(
  vault?: VaultReader,
  { scratch }: { readonly scratch?: TextScratch } = {},
): Shelf {
  const placed = new Map<string, PlacedText[]>()
  const texts = new Map<string, string[]>()
  const witnesses = new Map<string, string>()
  const compared = comparedTexts()
  const decisions = vault?.decisions()
  const withheld = new Set(decisions?.withheld)
  const withheldTexts = new Map<string, string>()
  for (const id of withheld) {
    for (const { sha256 } of vault?.holding(id)?.versions ?? []) withheldTexts.set(sha256, id)
  }
  const crowded = new Set<string>()
  return {
    twins: (number) => {
      const twins = withPlaced(vault?.twins(number) ?? [], placed.get(number) ?? [])
      const count = twins.reduce((sum, { versions }) => sum + versions.length, 0)
      if (count >= textsUnderNumberMax) crowded.add(number)
      return twins
    },
    isCrowded: (number) => crowded.has(number),
    witnessed: (key) => witnesses.get(keyText(key)) ?? vault?.witnessed(key),
    idsOfText: (sha256) => [
      ...new Set([
        ...(vault?.idsOfText(sha256, idsOfTextMax) ?? []),
        ...(texts.get(sha256)?.slice(0, idsOfTextMax) ?? []),
      ]),
    ],
    withheldWithText: (sha256) => withheldTexts.get(sha256),
    isCable: (id) => {
      const number = id.split('~')[0] ?? id
      const near = placed.get(number)?.some((each) => each.id === id)
      return near === true || vault?.idsOf(id)[0] === id
    },
    isWithheld: (id) => withheld.has(id),
    isChosen: (id) => decisions?.chosen.has(id) === true,
    isNear: (words, known) => isNearDuplicate(words, compared(known)),
    put: (arrival, original) => {
      append(placed, arrival.number, placedText(arrival, scratch))
      append(texts, arrival.sha256, arrival.id)
      const { collection, source, ownId, sha256: text, id } = arrival
      witnesses.set(keyText({ collection, source, ownId, original, text }), id)
      if (arrival.withhold) withheld.add(id)
      if (withheld.has(id)) withheldTexts.set(text, id)
    },
    committed: () => {
      placed.clear()
      texts.clear()
      witnesses.clear()
    },
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Words of known texts as they are compared; the last ones asked for are kept. */
function comparedTexts(): (version: KnownVersion) => ComparedText {
  const kept = new Map<string, ComparedText>()
  let words = 0
  return ({ sha256, text, facts, bodyStart }) => {
    const held = kept.get(sha256)
    if (held) return held
    const compared = comparedText(substanceOfText(text(), facts, bodyStart))
    if (words + compared.words > comparedWordsKept) {
      kept.clear()
      words = 0
    }
    kept.set(sha256, compared)
    words += compared.words
    return compared
  }
}

function keyText(key: WitnessKey): string {
  return JSON.stringify([key.collection, key.source, key.ownId, key.original, key.text])
}

function placedText(arrival: StoredArrival, scratch: TextScratch | undefined): PlacedText {
  const { id, twin, sha256, facts, bodyStart, text } = arrival
  const body = bodyStart === undefined ? {} : { bodyStart }
  if (!scratch) return { id, twin, version: { sha256, facts, ...body, text: () => text } }
  const readFacts = scratch.keep(JSON.stringify(facts))
  const readText = scratch.keep(text)
  const version: KnownVersion = {
    sha256,
    get facts() {
      return JSON.parse(readFacts()) as ArchiveFacts
    },
    ...body,
    text: readText,
  }
  return { id, twin, version }
}

function withPlaced(
  held: readonly KnownCable[],
  placed: readonly PlacedText[],
): readonly KnownCable[] {
  const cables = new Map(held.map((cable) => [cable.id, cable]))
  for (const { id, twin, version } of placed) {
    cables.set(id, { id, twin, versions: [...(cables.get(id)?.versions ?? []), version] })
  }
  return [...cables.values()].sort((a, b) => a.twin - b.twin)
}
