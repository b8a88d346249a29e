import { isIssued, type Post, posts, stationSpellings } from './post.ts'

const spellings: ReadonlyMap<string, readonly Post[]> = stationSpellings()

interface Candidate {
  readonly name: string
  readonly letters: number
}

/** Names a damaged station is compared with: canonical and issued ones, by length. */
const byLength: ReadonlyMap<number, readonly Candidate[]> = group()

function group(): Map<number, readonly Candidate[]> {
  const names = new Set([...posts.map((post) => post.canonical), ...spellings.keys()])
  const found = new Map<number, Candidate[]>()
  for (const name of names) {
    if (!isIssued(name)) continue
    const list = found.get(name.length) ?? []
    list.push({ name, letters: lettersOf(name) })
    found.set(name.length, list)
  }
  return found
}

/** The letters of a name as bits, A the second: two names that lie near hold almost the same. */
function lettersOf(name: string): number {
  let letters = 0
  for (let at = 0; at < name.length; at++) letters |= 1 << (name.charCodeAt(at) & 31)
  return letters
}

/** Bits without the lowest ones, as many as `limit`: 0 where no more than that are set. */
function above(bits: number, limit: number): number {
  let left = bits
  for (let count = 0; count < limit; count++) left &= left - 1
  return left
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
  const letters = lettersOf(name)
  for (let length = name.length - limit; length <= name.length + limit; length++) {
    for (const station of byLength.get(length) ?? []) {
      // One edit takes away one letter and brings one: most stations need no closer look.
      if (above(letters & ~station.letters, limit) !== 0) continue
      if (above(station.letters & ~letters, limit) !== 0) continue
      if (editDistance(name, station.name, limit) <= limit) found.push(station.name)
    }
  }
  return found
}

/** Edits between two words, a swap of neighbours counting one; stops above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let above: number[] = []
  for (let j = 0; j <= b.length; j++) above.push(j)
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = letter === b.charCodeAt(j - 1) ? 0 : 1
      let cost = Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + same)
      const swapped =
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
