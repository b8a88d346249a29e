import type { Archive } from '../archive/archive.ts'
import { parseIdentifier } from '../cable/identifier.ts'
import { addresseeInWords } from '../views/addressee.ts'
import { type Entry, type EntryList, numberedList } from './entry-list.ts'

/** The catalogue sorted into its lists once per edition: what browse pages are read from. */
export interface Tally {
  /** Each list in catalogue order: oldest first, undated last. */
  readonly posts: ReadonlyMap<string, EntryList>
  readonly tags: ReadonlyMap<string, EntryList>
  readonly levels: ReadonlyMap<string, EntryList>
  /** `2005-05`; `undated`. */
  readonly months: ReadonlyMap<string, EntryList>
  /** `2011-08-30` */
  readonly releasedDays: ReadonlyMap<string, EntryList>
  readonly addedDays: ReadonlyMap<string, EntryList>
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

function count(catalogue: EntryList): Tally {
  const posts = new Map<string, number[]>()
  const tags = new Map<string, number[]>()
  const levels = new Map<string, number[]>()
  const months = new Map<string, number[]>()
  const releasedDays = new Map<string, number[]>()
  const addedDays = new Map<string, number[]>()
  const cited = new Map<string, number>()
  const labels = new Map<string, Map<string, number>>()
  const canonical = canonicalIn(catalogue)
  let number = 0
  for (const entry of catalogue) {
    const post = entry.post ?? unknownKey
    put(posts, post, number)
    put(levels, entry.level ?? unknownKey, number)
    put(months, monthOf(entry.date), number)
    for (const tag of new Set(entry.tags)) put(tags, tag, number)
    if (entry.released !== undefined) put(releasedDays, entry.released.slice(0, 10), number)
    if (entry.added !== undefined) put(addedDays, entry.added.slice(0, 10), number)
    for (const id of new Set(entry.cites.map(canonical))) {
      if (id !== entry.id) cited.set(id, (cited.get(id) ?? 0) + 1)
    }
    if (entry.origin !== undefined) countLabel(labels, post, entry.origin)
    number += 1
  }
  const lists = (numbers: ReadonlyMap<string, readonly number[]>): Map<string, EntryList> =>
    new Map([...numbers].map(([key, some]) => [key, numberedList(catalogue, some)]))
  return {
    posts: lists(posts),
    tags: lists(tags),
    levels: lists(levels),
    months: lists(months),
    releasedDays: lists(releasedDays),
    addedDays: lists(addedDays),
    cited,
    canonical,
    originLabels: mostFrequent(labels),
  }
}

function canonicalIn(catalogue: EntryList): (id: string) => string {
  const ids = new Set<string>()
  const names = new Map<string, string>()
  for (const { id, aliases } of catalogue) {
    ids.add(id)
    for (const alias of aliases) if (!names.has(alias)) names.set(alias, id)
  }
  return (id) => (ids.has(id) ? id : (names.get(id) ?? id))
}

function put(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [number])
  else list.push(number)
}

/** `2005-05-19T09:59Z` → `2005-05`; a year alone → `2005-00`. */
function monthOf(date: string | undefined): string {
  const month = /^\d{4}-\d{2}/.exec(date ?? '')?.[0]
  const year = /^\d{4}/.exec(date ?? '')?.[0]
  return month ?? (year === undefined ? unknownKey : `${year}-00`)
}

type LabelCounts = Map<string, Map<string, number>>

/** Where no archive labels it, the originator stands there as transmitted: `AMEMBASSY HANOI`. */
function countLabel(labels: LabelCounts, post: string, origin: string): void {
  const counts = labels.get(post) ?? new Map<string, number>()
  counts.set(origin, (counts.get(origin) ?? 0) + 1)
  labels.set(post, counts)
}

function mostFrequent(labels: LabelCounts): Map<string, string> {
  const found = new Map<string, string>()
  for (const [post, printed] of labels) {
    const counts = new Map<string, number>()
    for (const [origin, count] of printed) {
      const label = addresseeInWords(origin)
      counts.set(label, (counts.get(label) ?? 0) + count)
    }
    const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
    if (best !== undefined) found.set(post, best[0])
  }
  return found
}

/** Cables per year, in order, for the chart; the undated are left out. */
export function yearsOf(months: ReadonlyMap<string, EntryList>): Map<string, number> {
  const years = new Map<string, number>()
  for (const [month, entries] of months) {
    if (month === unknownKey) continue
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + entries.length)
  }
  return new Map([...years].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Cables of one list per year, in order. */
export function yearCounts(entries: EntryList): Map<string, number> {
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
    if (other.id === entry.id || other.serial === undefined) continue
    if (parseIdentifier(other.id)?.year !== own.year) continue
    series.push({ entry: other, serial: other.serial })
  }
  return series
}
