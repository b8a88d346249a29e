import type { Catalogue, CatalogueEntry } from '../edition/edition.ts'
import type { NameTable } from './resolution.ts'

/** Who refers to whom among the cables of an edition. */
export interface CitationTable {
  /** Held cables that refer to the one of that name, held or not, in catalogue order. */
  citedBy(id: string): readonly CatalogueEntry[]
}

/** Reads the references of every cable; held as numbers, some ten bytes for each. */
export function citationTable(catalogue: Catalogue, names: NameTable): CitationTable {
  const keys = new Map<string, number>()
  const cited: number[] = []
  const citing: number[] = []
  for (let number = 0; number < catalogue.length; number += 1) {
    const entry = catalogue.at(number)
    for (const id of new Set(entry?.cites.map(names.canonical))) {
      if (id === entry?.id) continue
      const key = keys.get(id) ?? keys.size
      keys.set(id, key)
      cited.push(key)
      citing.push(number)
    }
  }
  // Those who refer to key n stand from `starts[n]` up to `starts[n + 1]`.
  const starts = new Uint32Array(keys.size + 1)
  for (const key of cited) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let key = 0; key < keys.size; key += 1) {
    starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  }
  const next = starts.slice()
  const numbers = new Uint32Array(cited.length)
  for (const [index, key] of cited.entries()) {
    const at = next[key] ?? 0
    numbers[at] = citing[index] ?? 0
    next[key] = at + 1
  }
  return {
    citedBy(id) {
      const key = keys.get(names.canonical(id))
      if (key === undefined) return []
      const found = numbers.subarray(starts[key], starts[key + 1])
      return [...found].flatMap((number) => catalogue.at(number) ?? [])
    },
  }
}
