import type { CatalogueEntry } from '../edition/edition.ts'

/** By document number: how many held cables refer to it, under its id or another name of it. */
export function citationCounts(catalogue: readonly CatalogueEntry[]): Uint32Array {
  const numbers = new Map<string, number>()
  for (const [number, { aliases }] of catalogue.entries()) {
    for (const alias of aliases) if (!numbers.has(alias)) numbers.set(alias, number)
  }
  // An id is its own cable's before it is anybody's alias.
  for (const [number, { id }] of catalogue.entries()) numbers.set(id, number)
  const counts = new Uint32Array(catalogue.length)
  for (const [number, { cites }] of catalogue.entries()) {
    for (const cited of new Set(cites.map((id) => numbers.get(id)))) {
      if (cited !== undefined && cited !== number) counts[cited] = (counts[cited] ?? 0) + 1
    }
  }
  return counts
}
