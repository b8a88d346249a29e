import { codeUnitOrder } from './document-order.ts'
import type { CatalogueEntry, EditionCable, Manifest } from './edition.ts'

/** Counts of an edition, as its manifest gives them. */
export type Counts = Pick<Manifest, 'cables' | 'paragraphs' | 'collections'> & {
  readonly from?: string
  readonly to?: string
}

/** Counts cables as they pass. */
export interface Tally {
  add(cable: EditionCable, entry: CatalogueEntry): void
  counts(): Counts
}

/** Begins to count. */
export function tally(): Tally {
  const collections = new Map<string, { cables: number; invented: boolean }>()
  let cables = 0
  let paragraphs = 0
  let from: string | undefined
  let to: string | undefined
  return {
    add(cable, entry) {
      cables += 1
      paragraphs += cable.record.paragraphs.length
      const day = entry.date?.slice(0, 'YYYY-MM-DD'.length)
      if (day !== undefined) {
        // Cables come in the order of their dates.
        from ??= day
        to = day
      }
      const collection = collections.get(entry.collection) ?? { cables: 0, invented: true }
      collection.cables += 1
      collection.invented &&= cable.invented === true
      collections.set(entry.collection, collection)
    },
    counts: () => ({
      cables,
      paragraphs,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      collections: [...collections]
        .sort(([a], [b]) => codeUnitOrder(a, b))
        .map(([name, collection]) => ({ name, ...collection })),
    }),
  }
}
