import type { Decisions, Holding } from '../cable/holding.ts'
import type { CableOrder } from './holding-rows.ts'
import type { KeptReading } from './reading-cache.ts'

/** Reading side of the private store; `openVault` gives one. Writing goes through `VaultWriter`. */
export interface Vault {
  /**
   * Ids of every cable, in code-unit order or as they came in. The texts lie in the order of
   * arrival: who reads all of them goes through them that way several times as fast.
   */
  cableIds(order?: CableOrder): Iterable<string>
  /** Every cable, by id in code-unit order, streamed; the texts are read when they are asked for. */
  holdings(): Iterable<Holding>
  holding(id: string): Holding | undefined
  decisions(): Decisions
  /** What was kept of a reading under (SHA-256 of text and facts, parser version). */
  cachedReading(key: string): KeptReading | undefined
  /** Paragraph addresses once given for a text: `p4` → the paragraph's `t-` address. */
  anchors(sha256: string): ReadonlyMap<string, string>
  /** Ids that stood in an earlier public edition. */
  onceReleased(): ReadonlySet<string>
  collections(): readonly VaultCollection[]
  ledger(): Iterable<LedgerEntry>
  /** What is set aside now; an entry whose source could be read later is no longer listed. */
  quarantine(): Iterable<QuarantineEntry>
  close(): void
}

export interface VaultCollection {
  readonly name: string
  /** The bundled sample, and nothing else: each page says "Invented example". */
  readonly invented: boolean
}

export interface LedgerEntry {
  readonly number: number
  /** ISO 8601, UTC. */
  readonly time: string
  readonly kind:
    | 'ingest'
    | 'policy'
    | 'withhold'
    | 'restore'
    | 'choose'
    | 'waive'
    | 'unwaive'
    | 'publish'
    | 'prune'
  /** What happened, in a sentence for people. */
  readonly text: string
  /** The same as data; counts for an ingest: new, newVersion, unchanged, copy, quarantined. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface QuarantineEntry {
  readonly number: number
  readonly ledger: number
  readonly locator: string
  readonly code: string
  readonly reason: string
  /** Size of what is kept of it; 0 where nothing could be read. */
  readonly bytes: number
  readonly collection: string
}
