import type { ReadThrough } from '../vault/quarantine-rows.ts'
import type { Placed } from './placement.ts'

/** Follows a run, and knows in the end which files and archives it read through. */
export interface ThroughList {
  add(placed: Placed): void
  /** Those with something in them that was read, and without a failure of their own. */
  list(): readonly ReadThrough[]
}

/** What stands between a file and its items in a locator: `dump.zip › inner.zip › 07LOME77.html`. */
const separator = ' › '

/** Starts with nothing read. */
export function throughList(): ThroughList {
  const read = new Map<string, ReadThrough>()
  const failed = new Set<string>()
  return {
    add: ({ arrival: { source, collection, locator, outcome } }) => {
      const parts = locator.split(separator)
      const first = outcome === 'quarantined' ? parts.length : parts.length - 1
      for (let length = 1; length <= first; length += 1) {
        const place = { source, collection, locator: parts.slice(0, length).join(separator) }
        const key = `${source}\n${place.locator}`
        if (length === parts.length) failed.add(key)
        else if (outcome !== 'quarantined' && !read.has(key)) read.set(key, place)
      }
    },
    list: () => Array.from(read).flatMap(([key, place]) => (failed.has(key) ? [] : [place])),
  }
}
