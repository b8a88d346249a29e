import { decodedId, decodedValue } from '../query/address-part.ts'

/** Longest path and question together, characters; beyond it the answer is 400. */
export const addressLengthMax = 16_384

/** Parts of a path, decoded: `/browse/tag/DOE%2C%20JANE` → browse, tag, `DOE, JANE`. */
export function decodedParts(path: string): string[] | undefined {
  try {
    return path
      .split('/')
      .filter((part, n) => n > 0 || part !== '')
      .map((part) => decodedValue(part) ?? decodeURIComponent(part))
  } catch {
    return undefined
  }
}

/** The id, or the spelling of one, that a path names. */
export function namedId(path: string): string | undefined {
  const id = decodedId(path)
  if (id !== undefined) return id
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
