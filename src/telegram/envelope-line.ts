import type { SourceLine } from './lines.ts'
import type { EnvelopePart } from './tree.ts'

/** A part that was read, and the index of the first line behind it. */
export interface ReadLines<T> {
  readonly node: T
  readonly next: number
}

/** Tries to read one construct that begins on a line. */
export type LineReader = (
  lines: readonly SourceLine[],
  index: number,
) => ReadLines<EnvelopePart> | undefined
