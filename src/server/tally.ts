import type { Archive } from '../archive/archive.ts'
import { parseIdentifier } from '../cable/identifier.ts'
import { addresseeInWords } from '../views/addressee.ts'

/** An entry of the catalogue, as the archive gives it. */
export type Entry = Archive['catalogue'][number]

/** The catalogue sorted into its lists once per edition: what browse pages are read from. */
export interface Tally {
  /** Each list in catalogue order: oldest first, undated last. */
  readonly posts: ReadonlyMap<string, readonly Entry[]>
  readonly tags: ReadonlyMap<string, readonly Entry[]>
  readonly levels: ReadonlyMap<string, readonly Entry[]>
  /** `2005-05`; `undated`. */
  readonly months: ReadonlyMap<string, readonly Entry[]>
  /** `2011-08-30` */
  readonly releasedDays: ReadonlyMap<string, readonly Entry[]>
  readonly addedDays: ReadonlyMap<string, readonly Entry[]>
  /** Cable, held or not → how many cables of the archive refer to it. */
  readonly cited: ReadonlyMap<string, number>
  /** The held cable that an id or an alias names; else the id itself. */
  canonical(id: string): string
  /** Post → the label its cables carry most often: `Embassy Hanoi`. */
  readonly originLabels: ReadonlyMap<string, string>
}

/** Key of what has no known post, level or date. */
export const unknownKey = 'unknown'

/** Every request pins the edition anew; its catalogue is one and the same as long as it is open. */
const tallies = new WeakMap<Archive['catalogue'], Tally>()

/** The tally of an archive; made on first use and kept as long as the edition is open. */
export function tallyOf(archive: Archive): Tally {
  const known = tallies.get(archive.catalogue)
  if (known !== undefined) return known
  const tally = count(archive.catalogue)
  tallies.set(archive.catalogue, tally)
  return tally
}

function count(catalogue: readonly Entry[]): Tally {
  const posts = new Map<string, Entry[]>()
  const tags = new Map<string, Entry[]>()
  const levels = new Map<string, Entry[]>()
  const months = new Map<string, Entry[]>()
  const releasedDays = new Map<string, Entry[]>()
  const addedDays = new Map<string, Entry[]>()
  const cited = new Map<string, number>()
  const canonical = canonicalIn(catalogue)
  for (const entry of catalogue) {
    put(posts, entry.post ?? unknownKey, entry)
    put(levels, entry.level ?? unknownKey, entry)
    put(months, monthOf(entry.date), entry)
    for (const tag of new Set(entry.tags)) put(tags, tag, entry)
    if (entry.released !== undefined) put(releasedDays, entry.released.slice(0, 10), entry)
    if (entry.added !== undefined) put(addedDays, entry.added.slice(0, 10), entry)
    for (const id of new Set(entry.cites.map(canonical))) {
      if (id !== entry.id) cited.set(id, (cited.get(id) ?? 0) + 1)
    }
  }
  const originLabels = labels(posts)
  return { posts, tags, levels, months, releasedDays, addedDays, cited, canonical, originLabels }
}

function canonicalIn(catalogue: readonly Entry[]): (id: string) => string {
  const ids = new Set(catalogue.map((entry) => entry.id))
  const names = new Map<string, string>()
  for (const { id, aliases } of catalogue) {
    for (const alias of aliases) if (!names.has(alias)) names.set(alias, id)
  }
  return (id) => (ids.has(id) ? id : (names.get(id) ?? id))
}

function put(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [entry])
  else list.push(entry)
}

/** `2005-05-19T09:59Z` → `2005-05`; a year alone → `2005-00`. */
function monthOf(date: string | undefined): string {
  const month = /^\d{4}-\d{2}/.exec(date ?? '')?.[0]
  const year = /^\d{4}/.exec(date ?? '')?.[0]
  return month ?? (year === undefined ? unknownKey : `${year}-00`)
}

function labels(posts: ReadonlyMap<string, readonly Entry[]>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [post, entries] of posts) {
    const counts = new Map<string, number>()
    for (const { origin } of entries) {
      if (origin === undefined) continue
      // Where no archive labels it, the originator stands there as transmitted: `AMEMBASSY HANOI`.
      const label = addresseeInWords(origin)
      counts.set(label, (counts.get(label) ?? 0) + 1)
    }
    const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
    if (best !== undefined) found.set(post, best[0])
  }
  return found
}

/** Cables per year, in order, for the chart; the undated are left out. */
export function yearsOf(months: ReadonlyMap<string, readonly Entry[]>): Map<string, number> {
  const years = new Map<string, number>()
  for (const [month, entries] of months) {
    if (month === unknownKey) continue
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + entries.length)
  }
  return new Map([...years].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Cables of one list per year, in order. */
export function yearCounts(entries: readonly Entry[]): Map<string, number> {
  const years = new Map<string, number>()
  for (const { date } of entries) {
    const year = /^\d{4}/.exec(date ?? '')?.[0]
    if (year !== undefined) years.set(year, (years.get(year) ?? 0) + 1)
  }
  return new Map([...years].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Cables of the same post and year by serial, without the cable itself. */
export function seriesOf(tally: Tally, entry: Entry): { entry: Entry; serial: number }[] {
  const own = parseIdentifier(entry.id)
  if (own === undefined || entry.post === undefined) return []
  const series: { entry: Entry; serial: number }[] = []
  for (const other of tally.posts.get(entry.post) ?? []) {
    if (other === entry || other.serial === undefined) continue
    if (parseIdentifier(other.id)?.year !== own.year) continue
    series.push({ entry: other, serial: other.serial })
  }
  return series
}
