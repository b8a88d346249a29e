import type { Catalogue } from '../edition/edition.ts'

/** By document number: how many held cables refer to it, under its id or another name of it. */
export function citationCounts(catalogue: Catalogue): Uint32Array {
  const numbers = new Map<string, number>()
  const others = new Map<string, number>()
  let number = 0
  for (const { id, aliases } of catalogue) {
    for (const alias of aliases) if (!others.has(alias)) others.set(alias, number)
    numbers.set(id, number)
    number += 1
  }
  const counts = new Uint32Array(catalogue.length)
  for (const { id: own, cites } of catalogue) {
    // An id is its own cable's before it is anybody's alias.
    for (const cited of new Set(cites.map((id) => numbers.get(id) ?? others.get(id)))) {
      if (cited !== undefined && cited !== numbers.get(own))
        counts[cited] = (counts[cited] ?? 0) + 1
    }
  }
  return counts
}
