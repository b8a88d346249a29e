import type { ArchiveFacts } from '../cable/facts.ts'

/** One cable as a source gives it: decoded text, what the source says about it, the bytes it came from. */
export interface SourceItem {
  /** The telegram's text: transmission header, line end, body. Decoded, nothing else changed. */
  readonly text: string
  /** Offset in `text` where the body begins, where the source itself keeps header and body apart. */
  readonly bodyStart?: number
  readonly facts: ArchiveFacts
  /** Name of the format that read it: `text`, `cablegate-html`, `cablegate-paste`, `markdown-scrape`. */
  readonly format: string
  /** The original bytes of this item, stored unchanged. */
  readonly bytes: Uint8Array
  /** How the bytes were decoded, and how many of them had no meaning in that encoding. */
  readonly encoding: { readonly name: string; readonly replaced: number }
  /** The file that held it, as the user gave it or a folder's walk met it; `-` is standard input. */
  readonly file: string
  /** Where it stood, for people: the file, or a place in it. Never used as a path. */
  readonly locator: string
}

/** An item that could not be read as a cable; kept with its bytes and the reason. */
export interface SourceFailure {
  readonly code: string
  /** One sentence: what is wrong and what to do. */
  readonly reason: string
  readonly file: string
  readonly locator: string
  /** Absent where nothing could be read. */
  readonly bytes?: Uint8Array
}

/** One item or one failure. */
export type SourceResult = (
  | { readonly item: SourceItem; readonly failure?: never }
  | { readonly failure: SourceFailure; readonly item?: never }
) & {
  /** Bytes of an archive's file read by then, for the progress bar; absent for other files. */
  readonly bytesRead?: number
}
