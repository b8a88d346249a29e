import type { ArchiveFacts } from './facts.ts'

/** What the vault holds of one cable: every text of it, and where each came from. */
export interface Holding {
  /** Canonical id; a twin with another text under the same number is `ID~2`. */
  readonly id: string
  readonly aliases: readonly string[]
  /** Oldest ledger number first; at least one. */
  readonly versions: readonly Version[]
}

/** One distinct decoded text of one cable. */
export interface Version {
  /** SHA-256 of the text's UTF-16 code units, little endian, 64 hex digits. */
  readonly sha256: string
  readonly text: string
  readonly bodyStart?: number
  /** Facts of the first witness. */
  readonly facts: ArchiveFacts
  /** Collections whose sources hold this text. */
  readonly collections: readonly string[]
  /** Ledger entry that brought it; later is higher. */
  readonly ledger: number
  /** ISO time of that ledger entry. */
  readonly added: string
}

/** The decisions in force, read from the append-only ledger. */
export interface Decisions {
  /** By collection name. A collection without an entry has policy `none`. */
  readonly policies: Readonly<Record<string, 'all' | 'none'>>
  readonly withheld: ReadonlySet<string>
  /** By id: hash of the text that a person chose, whatever came later. */
  readonly chosen: ReadonlyMap<string, string>
  /** By id: the marks a person waived, each as `HASH MARK`: of one text, never of the cable. */
  readonly waived: ReadonlyMap<string, ReadonlySet<string>>
}
