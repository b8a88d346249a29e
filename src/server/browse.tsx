import type { Archive } from '../archive/archive.ts'
import { BrowsePage, CountsPage, type LatestDays, ListPage, NamesPage } from '../views/browse.tsx'
import { counted } from '../views/count.ts'
import type { Crumb } from '../views/crumbs.tsx'
import { dayInWords, monthName } from '../views/day.ts'
import type { Frame } from '../views/frame.ts'
import { listHref } from '../views/link.ts'
import type { Counted, Listing } from '../views/listing.ts'
import { classificationCounts, mostCited, postLetters, tagLetters, yearBars } from './home.tsx'
import { findList, type NamedList } from './list.ts'
import { compare, type ListPlace, listingOf, placeOf } from './listing.ts'
import { namedPosts, namedTags } from './named.ts'
import type { Reply } from './reply.ts'
import { type Tally, tallyOf, unknownKey, yearCounts } from './tally.ts'

/** Cables on the list of the most cited. */
const mostCitedMax = 200

interface Asked {
  readonly archive: Archive
  readonly frame: Frame
  readonly tally: Tally
}

/** A page below `/browse`, by its decoded segments; undefined where there is none. */
export function browseReply(
  archive: Archive,
  frame: Frame,
  segments: readonly string[],
): Reply | undefined {
  const asked = { archive, frame, tally: tallyOf(archive) }
  if (segments.length === 0) return overview(asked)
  const index = segments.length === 1 ? indexReply(asked, segments[0] ?? '') : undefined
  if (index !== undefined) return index
  const [kind = '', second = '', third] = segments
  if ((kind === 'origin' || kind === 'tag') && second === 'letter' && segments.length === 3) {
    return namesReply(asked, kind, third)
  }
  if (kind === 'date' && /^\d{4}$/.test(second) && segments.length === 2) {
    return yearReply(asked, second)
  }
  return listReply(asked, segments)
}

function overview({ frame, tally }: Asked): Reply {
  const facts = {
    postLetters: postLetters(tally),
    tagLetters: tagLetters(tally),
    years: yearBars(tally),
    classifications: classificationCounts(tally),
    latest: latestDays(tally),
  }
  return {
    status: 200,
    page: () => <BrowsePage frame={frame} {...facts} />,
    json: () => facts,
  }
}

/** Days on the card of the latest; the rest is a list of its own. */
const latestDaysMax = 5

function latestDays(tally: Tally): LatestDays {
  const kind = tally.releasedDays.size > 0 ? 'released' : 'added'
  const lists = kind === 'released' ? tally.releasedDays : tally.addedDays
  return { kind, days: days(kind, lists).slice(0, latestDaysMax) }
}

function indexReply(asked: Asked, kind: string): Reply | undefined {
  const { archive, tally } = asked
  if (kind === 'origin' || kind === 'tag') return namesReply(asked, kind)
  if (kind === 'date') {
    const undated = tally.months.get(unknownKey)?.length ?? 0
    const values: Counted[] = [...yearBars(tally)]
      .reverse()
      .map(({ value, count, href = '' }) => ({ label: value, count, href }))
    if (undated > 0) {
      values.push({ label: 'Undated', count: undated, href: listHref('date', unknownKey) })
    }
    return countsReply(asked, kind, 'By creation date', 'When the cables were sent.', values)
  }
  if (kind === 'released') {
    const lead = 'By the day of release that the source gives, latest first.'
    return countsReply(asked, kind, 'Latest releases', lead, days(kind, tally.releasedDays))
  }
  if (kind === 'added') {
    const lead = 'By the day they came into this archive, latest first.'
    return countsReply(asked, kind, 'Latest additions', lead, days(kind, tally.addedDays))
  }
  if (kind === 'classification') {
    const values = classificationCounts(tally)
    return countsReply(asked, kind, 'By classification', 'From light to heavy.', values)
  }
  if (kind === 'cited') {
    const values = mostCited(archive, tally, mostCitedMax).map(({ id, count, title }) => ({
      href: listHref('cited', id),
      label: title === undefined ? `${id}, not in this archive` : `${id} ${title}`,
      count,
    }))
    return countsReply(asked, kind, 'Most cited', 'How many cables refer to each.', values)
  }
  return undefined
}

function days(
  kind: 'released' | 'added',
  lists: ReadonlyMap<string, { readonly length: number }>,
): Counted[] {
  return [...lists]
    .sort(([a], [b]) => compare(b, a))
    .map(([day, entries]) => ({
      href: listHref(kind, day),
      label: dayInWords(day),
      count: entries.length,
    }))
}

function countsReply(
  { frame, tally }: Asked,
  kind: string,
  title: string,
  lead: string,
  values: readonly Counted[],
): Reply {
  const years = kind === 'date' ? { years: yearBars(tally) } : {}
  const crumbs: Crumb[] = [{ label: 'Browse', href: '/browse' }, { label: title }]
  const shown = { frame, title, lead, crumbs, values, json: `/browse/${kind}.json`, ...years }
  return {
    status: 200,
    page: () => <CountsPage {...shown} />,
    json: () => ({ title, values }),
  }
}

function yearReply({ frame, tally }: Asked, year: string): Reply | undefined {
  const values = [...tally.months]
    .filter(([month]) => month.startsWith(`${year}-`))
    .sort(([a], [b]) => compare(a, b))
    .map(([month, entries]) => ({
      href: listHref('date', month),
      label: month.endsWith('-00') ? 'Month not known' : monthName(Number(month.slice(5))),
      count: entries.length,
    }))
  if (values.length === 0) return undefined
  const total = values.reduce((sum, value) => sum + value.count, 0)
  const crumbs: Crumb[] = [
    { label: 'Browse', href: '/browse' },
    { label: 'By creation date', href: '/browse/date' },
    { label: year },
  ]
  const lead = `${counted(total, 'cable')}, by month.`
  const shown = { frame, title: year, lead, crumbs, values, json: `/browse/date/${year}.json` }
  return {
    status: 200,
    page: () => <CountsPage {...shown} />,
    json: () => ({ title: year, values }),
  }
}

function namesReply(asked: Asked, kind: 'origin' | 'tag', letter?: string): Reply | undefined {
  const { frame, tally } = asked
  const letters = kind === 'origin' ? postLetters(tally) : tagLetters(tally)
  if (letter !== undefined && !letters.some((known) => known.letter === letter)) return undefined
  const values = kind === 'origin' ? namedPosts(tally, letter) : namedTags(tally, letter)
  const path = letter === undefined ? '' : `/letter/${encodeURIComponent(letter)}`
  const json = `/browse/${kind}${path}.json`
  const chosen = letter === undefined ? {} : { letter }
  return {
    status: 200,
    page: () => <NamesPage {...{ frame, kind, letters, values, json }} {...chosen} />,
    json: () => ({ letters, values }),
  }
}

function listReply(asked: Asked, segments: readonly string[]): Reply | undefined {
  const place = placeOf(segments)
  const [kind = '', ...rest] = place?.rest ?? []
  if (place === undefined || rest.length === 0) return undefined
  const value = kind === 'date' ? rest.join('-') : rest.join('/')
  const list = findList(asked.archive, asked.tally, kind, value)
  if (list === undefined) return undefined
  // One list, one address: `/browse/date/2008-08` and a `/` that should be encoded lead to it.
  const parts = kind === 'date' ? value.split('-').length : 1
  if (list.value !== value || rest.length !== parts) {
    return { moved: listHref(list.kind, list.value) }
  }
  const at: ListPlace = { base: listHref(list.kind, value), sort: place.sort, page: place.page }
  const listing = listingOf(list.entries, at, asked.tally)
  return listing === undefined ? undefined : listingReply(asked.frame, list, listing)
}

function listingReply(frame: Frame, list: NamedList, listing: Listing): Reply {
  const { title, lead, crumbs } = list
  const oneMonth = ['date', 'released', 'added'].includes(list.kind)
  const years = [...yearCounts(list.entries)].map(([value, count]) => ({ value, count }))
  const chart = oneMonth || years.length < 2 ? {} : { years }
  return {
    status: 200,
    page: () => <ListPage {...{ frame, title, lead, crumbs, listing }} {...chart} />,
    json: () => ({ title, ...listing }),
  }
}
