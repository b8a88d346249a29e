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
