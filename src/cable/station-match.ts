import { isIssued, type Post, posts, stationSpellings } from './post.ts'

const spellings: ReadonlyMap<string, readonly Post[]> = stationSpellings()

/** Names a damaged station is compared with: canonical and issued ones, by length. */
const byLength: ReadonlyMap<number, readonly string[]> = group()

function group(): Map<number, readonly string[]> {
  const names = new Set([...posts.map((post) => post.canonical), ...spellings.keys()])
  const found = new Map<number, readonly string[]>()
  for (const name of names) {
    if (!isIssued(name)) continue
    found.set(name.length, [...(found.get(name.length) ?? []), name])
  }
  return found
}

/** Shortest damaged station that is compared at all, in letters (specification 3.3). */
const fuzzyLettersMin = 5
/** Longest, in letters: no station is longer than 20. */
const fuzzyLettersMax = 24

/**
 * Stations that differ from a damaged name by one letter (two for names of 8 letters and more):
 * `REYKJQVIK` → REYKJAVIK. Several mean that the name cannot be decided.
 */
export function similarStations(name: string): readonly string[] {
  if (name.length < fuzzyLettersMin || name.length > fuzzyLettersMax) return []
  const near = within(name, 1)
  return near.length > 0 || name.length < 8 ? near : within(name, 2)
}

/** Stations at most `limit` edits away from a name of any length. */
export function within(name: string, limit: number): readonly string[] {
  const found: string[] = []
  for (let length = name.length - limit; length <= name.length + limit; length++) {
    for (const station of byLength.get(length) ?? []) {
      if (editDistance(name, station, limit) <= limit) found.push(station)
    }
  }
  return found
}

/** Edits between two words, a swap of neighbours counting one; stops above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
