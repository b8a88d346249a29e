import { codeUnitOrder } from './document-order.ts'
import type { CatalogueEntry, EditionCable, Manifest } from './edition.ts'

/** Counts of some cables that follow each other. */
export interface Counts {
  cables: number
  paragraphs: number
  /** First and last day that is known. */
  from?: string
  to?: string
  /** By name. */
  readonly collections: Map<string, CollectionCount>
}

interface CollectionCount {
  cables: number
  invented: boolean
}

/** Nothing counted yet. */
export function noCounts(): Counts {
  return { cables: 0, paragraphs: 0, collections: new Map() }
}

/** Counts one cable more; cables come in the order of their dates. */
export function countCable(counts: Counts, cable: EditionCable, entry: CatalogueEntry): void {
  const day = entry.date?.slice(0, 'YYYY-MM-DD'.length)
  const collection = { cables: 1, invented: cable.invented === true }
  addCounts(counts, {
    cables: 1,
    paragraphs: cable.record.paragraphs.length,
    ...(day !== undefined && { from: day, to: day }),
    collections: new Map([[entry.collection, collection]]),
  })
}

/** Adds the counts of the cables that come next. */
export function addCounts(counts: Counts, next: Counts): void {
  counts.cables += next.cables
  counts.paragraphs += next.paragraphs
  if (next.from !== undefined) counts.from ??= next.from
  if (next.to !== undefined) counts.to = next.to
  for (const [name, { cables, invented }] of next.collections) {
    const collection = counts.collections.get(name) ?? { cables: 0, invented: true }
    collection.cables += cables
    collection.invented &&= invented
    counts.collections.set(name, collection)
  }
}

/** The counts as a manifest gives them. */
export function toldCounts({
  cables,
  paragraphs,
  from,
  to,
  collections,
}: Counts): Pick<Manifest, 'cables' | 'paragraphs' | 'collections' | 'from' | 'to'> {
  return {
    cables,
    paragraphs,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    collections: [...collections]
      .sort(([a], [b]) => codeUnitOrder(a, b))
      .map(([name, collection]) => ({ name, ...collection })),
  }
}
