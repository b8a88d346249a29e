import type { Comparison } from '../cable/comparison.ts'

/** One text of a cable that has several, as the list of them shows it. */
export interface VersionRow {
  /** From 1, the oldest first. */
  readonly number: number
  /** Day of the ingest. */
  readonly added: string
  readonly collections: readonly string[]
  /** UTF-16 code units of the text. */
  readonly characters: number
  readonly redactionMarks: number
  /** A part of the cable only. */
  readonly partial: boolean
  /** The one that the desk shows. */
  readonly current: boolean
  /** The one that policies and decisions let the public see, once published. */
  readonly public: boolean
  /** The one that a person chose. */
  readonly chosen: boolean
  /** What its source says of it: `released 2011-08-30 01:44`. */
  readonly stated?: string
}

/** Two versions, word by word. */
export interface ComparedVersions {
  readonly from: number
  readonly to: number
  readonly comparison: Comparison
}
