import type { ArchiveFacts } from '../cable/facts.ts'

/** What a format makes of a file's text: a telegram with what is said about it, or a reason. */
export type Reading =
  | {
      readonly text: string
      readonly bodyStart?: number
      readonly facts: ArchiveFacts
      readonly code?: never
    }
  | { readonly code: string; readonly reason: string }

/** One format of a dump file: its name, how it is recognised, how it is read. */
export interface SourceFormat {
  readonly name: string
  /** True where the text is surely of this format; the first format that says so reads it. */
  readonly recognises: (text: string) => boolean
  readonly read: (text: string) => Reading
}

/** A format whose files hold many cables, read as a stream: a file may be larger than the memory. */
export interface DumpFormat {
  readonly name: string
  /** True where the first bytes of a file, decoded, are surely of this format. */
  readonly recognises: (head: string) => boolean
  /** Every entry of the file, in its order; one that cannot be read is an entry with a reason. */
  readonly read: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<DumpEntry>
}

/** One entry of a dump: a row, a line, a document. */
export interface DumpEntry {
  /** Where it stands in the file, for people: `row 17`, `line 4`, `document d12`. */
  readonly place: string
  /** The bytes of this entry alone, as they came; the format reads them again to the same entry. */
  readonly bytes: Uint8Array
  readonly encoding: { readonly name: string; readonly replaced: number }
  readonly reading: Reading
}

/** A reading of a text in which characters had been decoded wrongly and were put right. */
export function repairedReading(reading: Reading, repaired: number): Reading {
  if (reading.code !== undefined || repaired === 0) return reading
  return { ...reading, facts: { ...reading.facts, repairedCharacters: repaired } }
}
