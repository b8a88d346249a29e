import type { ArchiveFacts } from '../cable/facts.ts'

/** One cable as far as identity needs it: what new texts under its number are held against. */
export interface KnownCable {
  readonly id: string
  /** 1 for `ID`, 2 for `ID~2`, … */
  readonly twin: number
  readonly versions: readonly KnownVersion[]
}

/** One text of a known cable. */
export interface KnownVersion {
  /** Hash of the text, as in `Version`. */
  readonly sha256: string
  readonly facts: ArchiveFacts
  readonly bodyStart?: number
  /** Reads the text; it is wanted only where two texts have to be compared. */
  text(): string
}

/** Where a text was read: what makes one witness another. */
export interface WitnessKey {
  readonly collection: string
  /** Absolute path, or `-`. */
  readonly source: string
  readonly ownId: string
  /** SHA-256 of the original bytes. */
  readonly original: string
  /** Hash of the decoded text. */
  readonly text: string
}

/** A witness with the text's own address, for `show --raw` and for checks of every byte. */
export interface Witness {
  readonly collection: string
  readonly source: string
  readonly locator: string
  readonly ownId: string
  readonly original: string
  readonly text: string
  readonly format: string
  readonly encoding: string
  readonly replaced: number
  readonly ledger: number
}
