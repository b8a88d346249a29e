import type { ArchiveFacts } from '../cable/facts.ts'

/** How an item read ends: exactly one of the five, and they add up to the items in. */
export type Outcome = 'new' | 'newVersion' | 'unchanged' | 'copy' | 'quarantined'

/** Items by outcome. */
export type OutcomeCounts = Readonly<OutcomeTally>

/** The same while it is counted. */
export type OutcomeTally = Record<Outcome, number>

/** The outcomes in the order they are told. */
export const outcomes: readonly Outcome[] = [
  'new',
  'newVersion',
  'unchanged',
  'copy',
  'quarantined',
]

/** One item on its way into the vault, placed already. */
export type Arrival = StoredArrival | UnchangedArrival | QuarantinedArrival

/** A text with its witness: a new cable, a new version, or a copy of what is known. */
export interface StoredArrival {
  readonly outcome: 'new' | 'newVersion' | 'copy'
  readonly id: string
  /** The cable's number, without the twin's suffix. */
  readonly number: string
  readonly twin: number
  readonly aliases: readonly string[]
  readonly text: string
  /** `textHash` of the text. */
  readonly sha256: string
  readonly bodyStart?: number
  readonly facts: ArchiveFacts
  /** Addresses of the paragraphs: `p4` → the paragraph's `t-` address. */
  readonly anchors: readonly (readonly [anchor: string, paragraph: string])[]
  /** Withheld from the start: a twin of a withheld cable. */
  readonly withhold?: { readonly reason: string; readonly note: string }
  readonly collection: string
  readonly source: string
  readonly locator: string
  readonly ownId: string
  readonly bytes: Uint8Array
  readonly format: string
  readonly encoding: { readonly name: string; readonly replaced: number }
}

/** A text known from the same source, byte for byte. */
export interface UnchangedArrival {
  readonly outcome: 'unchanged'
  readonly id: string
  readonly collection: string
  readonly source: string
  readonly locator: string
}

/** An item set aside. */
export interface QuarantinedArrival {
  readonly outcome: 'quarantined'
  readonly collection: string
  readonly source: string
  readonly locator: string
  readonly code: string
  readonly reason: string
  readonly bytes?: Uint8Array
}

/** Counts the outcomes of arrivals. */
export function countOutcomes(arrivals: Iterable<{ readonly outcome: Outcome }>): OutcomeTally {
  const counts = { new: 0, newVersion: 0, unchanged: 0, copy: 0, quarantined: 0 }
  for (const { outcome } of arrivals) counts[outcome] += 1
  return counts
}

/** `12 new, 1 copy, 1 set aside`: the outcomes that occurred, or `nothing`. */
export function countsText(counts: OutcomeCounts): string {
  const words: readonly (readonly [number, string])[] = [
    [counts.new, 'new'],
    [counts.newVersion, counts.newVersion === 1 ? 'new version' : 'new versions'],
    [counts.unchanged, 'unchanged'],
    [counts.copy, counts.copy === 1 ? 'copy' : 'copies'],
    [counts.quarantined, 'set aside'],
  ]
  const told = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return told.length > 0 ? told.join(', ') : 'nothing'
}
