import type { SQLOutputValue } from 'node:sqlite'

/** Where a content lies: `bytes` bytes from `start` of an inflated block. */
export interface Place {
  readonly block: number
  readonly start: number
  readonly bytes: number
}

/** The place that a row names in its columns `block`, `start` and `bytes`. */
export function placeOf(row: Readonly<Record<string, SQLOutputValue>>): Place {
  return { block: Number(row.block), start: Number(row.start), bytes: Number(row.bytes) }
}
