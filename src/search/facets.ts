import type { Catalogue, CatalogueEntry } from '../edition/edition.ts'
import type { FacetValue } from '../query/answer.ts'

/** The facets of an answer, by name: all values of all hits, the most frequent first. */
export function facetsOf(
  catalogue: Catalogue,
  hits: readonly number[],
): Readonly<Record<string, readonly FacetValue[]>> {
  const facets: Record<string, readonly FacetValue[]> = {}
  for (const [name, valuesOf] of facetValues) {
    const counts = counted(catalogue, hits, valuesOf)
    facets[name] = counts.sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value))
  }
  return facets
}

/** Hits per year, in order; undated ones are in none. */
export function yearsOf(catalogue: Catalogue, hits: readonly number[]): readonly FacetValue[] {
  return counted(catalogue, hits, yearOf).sort((a, b) => byCodeUnits(a.value, b.value))
}

/** Names of the facets and what each counts of a cable. */
const facetValues: readonly (readonly [string, (entry: CatalogueEntry) => readonly string[]])[] = [
  ['classification', ({ level }) => (level === undefined ? [] : [level])],
  ['origin', originOf],
  ['tags', ({ tags }) => tags],
  ['year', yearOf],
  ['collection', ({ collection }) => (collection === '' ? [] : [collection])],
]

/** The station as in ids; what the archive says where there is none. */
function originOf({ post, origin }: CatalogueEntry): readonly string[] {
  const name = post ?? origin
  return name === undefined ? [] : [name]
}

function yearOf({ date }: CatalogueEntry): readonly string[] {
  return date === undefined ? [] : [date.slice(0, 4)]
}

function counted(
  catalogue: Catalogue,
  hits: readonly number[],
  valuesOf: (entry: CatalogueEntry) => readonly string[],
): FacetValue[] {
  const counts = new Map<string, number>()
  for (const hit of hits) {
    const entry = catalogue.at(hit)
    if (entry === undefined) continue
    for (const value of new Set(valuesOf(entry))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count }))
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
