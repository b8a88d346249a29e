import type { ArchiveFacts } from '../cable/facts.ts'
import type { Cable } from '../cable/record.ts'
import type { Segment } from '../cable/segment.ts'

/** One cable of an edition, as the press hands it in and a reader gets it back. */
export interface EditionCable {
  readonly record: Cable
  /** The whole decoded text of that audience, transmission header included. */
  readonly text: string
  /** The transmission header's stream. */
  readonly header: string
  readonly segments: readonly Segment[]
  /** Other ids that lead here: damaged and alternative ones. */
  readonly aliases: readonly string[]
  /** Sample archives only: each page says "Invented example". */
  readonly invented?: boolean
  /** Day of the ingest, `2026-03-04`. Desk only. */
  readonly added?: string
  /** Every text of a cable that has several, by number. Desk only; absent where there is one. */
  readonly versions?: readonly EditionVersion[]
}

/** One text of a cable that has several: what a desk compares word by word, without the vault. */
export interface EditionVersion {
  /** From 1, the oldest ledger entry first; the record's `version` is one of these. */
  readonly number: number
  /** The vault's name of the text: 64 hex digits. */
  readonly sha256: string
  readonly text: string
  /** What the first source of this text says of it. */
  readonly facts: ArchiveFacts
  /** Collections whose sources hold this text. */
  readonly collections: readonly string[]
  /** Day of the ingest that brought it, `2026-03-04`. */
  readonly added: string
  /** The one that the desk shows: its text is the cable's. */
  readonly current: boolean
  /** The one that policies and decisions let the public see. */
  readonly public: boolean
  /** The one that a person chose. */
  readonly chosen: boolean
  /** A part of the cable only. */
  readonly partial: boolean
  /** What is masked in it: marks, and their characters together. */
  readonly redactions: { readonly marks: number; readonly characters: number }
}

/** What lists, facets and neighbours need of every cable. */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  readonly date?: string
  readonly released?: string
  /** Day of the ingest, `2026-03-04`. */
  readonly added?: string
  readonly post?: string
  readonly serial?: number
  readonly origin?: string
  readonly level?: string
  readonly controls: readonly string[]
  readonly tags: readonly string[]
  readonly captions: readonly string[]
  readonly collection: string
  readonly partial: boolean
  /** Ids this cable refers to, held or not. */
  readonly cites: readonly string[]
  readonly aliases: readonly string[]
}

/**
 * The entries of all cables by document number. An array of entries is one; that of an open edition
 * is held by column, and makes an entry when it is asked for: two of one number are equal, not the
 * same.
 */
export interface Catalogue extends Iterable<CatalogueEntry> {
  readonly length: number
  at(number: number): CatalogueEntry | undefined
}

/** The facts of an edition: `manifest.json`. */
export interface Manifest {
  readonly format: 'chancery-edition'
  readonly formatVersion: number
  readonly audience: 'desk' | 'public'
  /** Time of the last decision or ingest in the ledger, ISO 8601. */
  readonly date: string
  /** Number of this release among the public ones, from 1. Absent on the desk. */
  readonly release?: number
  /**
   * Desk only: the number of the ledger's entry that `date` is the time of, and the version of the
   * parser. The next ingest that stores nothing sees by them that nothing has to be built.
   */
  readonly built?: { readonly ledger: number; readonly parser: string }
  readonly cables: number
  readonly paragraphs: number
  /** First and last day that is known. */
  readonly from?: string
  readonly to?: string
  /**
   * By name. On the desk every collection held, with the cables it holds a text of; in public those
   * that the edition's cables are shown from.
   */
  readonly collections: readonly {
    readonly name: string
    readonly cables: number
    readonly invented: boolean
  }[]
  /** Desk only: how many items were set aside. */
  readonly quarantined?: number
  /** Desk only: how many distinct texts are held of all cables together. */
  readonly versions?: number
  /** Public only: ids that were public once and are withheld now; answered with 410. */
  readonly withdrawn: readonly string[]
  /** SHA-256 over the uncompressed sections, the same on every platform. */
  readonly contentRoot: string
  readonly files: readonly {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
  }[]
}

/** A file read by ranges: a local file, memory, or HTTP. */
export interface RangeReader {
  /** Brings each range; throws `EditionError` where a length is wrong. */
  fetch(ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]>
}

export interface ByteRange {
  /** Name in the manifest's list of files, or `manifest.json`. */
  readonly file: string
  readonly start: number
  /** Exclusive. `Infinity`, for `manifest.json` alone, asks for the file to its end. */
  readonly end: number
}

/** An open edition. `openEdition(reader)` gives one; the numbers of cables are catalogue indexes. */
export interface Edition {
  readonly manifest: Manifest
  /** Sorted by (date, id in code-unit order; undated last): the index is the document number. */
  readonly catalogue: Catalogue
  /** Reads cables by document number, blocks coalesced, in the order asked. */
  read(numbers: readonly number[]): Promise<readonly EditionCable[]>
  /** The digest of every cable, 16 bytes each; undefined where the edition's format has none. */
  digests(): Promise<Uint8Array | undefined>
}
