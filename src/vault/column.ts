import type { SQLOutputValue } from 'node:sqlite'

/** A blob column; anything else in its place is a bug. */
export function blob(value: SQLOutputValue | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new TypeError('a column of the vault holds no bytes')
}
