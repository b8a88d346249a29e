import type { Archive } from '../archive/archive.ts'
import { squeeze } from '../cable/post.ts'
import type { ListName } from '../query/address.ts'
import { counted } from '../views/count.ts'
import type { Crumb } from '../views/crumbs.tsx'
import { dayInWords } from '../views/day.ts'
import { levelInWords } from '../views/level.tsx'
import { letterHref, listHref } from '../views/link.ts'
import { datedIn, type EntryList } from './entry-list.ts'
import { letterOf } from './home.tsx'
import { countryName, postName, tagKind, tagLabel } from './name.ts'
import { type Tally, unknownKey } from './tally.ts'

/** The cables that have one property in common, with what the page says of them. */
export interface NamedList {
  readonly kind: ListName
  /** As in the address. */
  readonly value: string
  readonly title: string
  readonly lead: string
  readonly crumbs: readonly Crumb[]
  readonly entries: EntryList
}

/** Finds a list by its kind and value, any case, a post by its label too; undefined where no cable is on it. */
export function findList(
  archive: Archive,
  tally: Tally,
  kind: string,
  asked: string,
): NamedList | undefined {
  const lists = listsOf(tally, kind)
  const spellings = [
    asked,
    asked.toUpperCase(),
    ...(kind === 'origin' ? labelled(tally, asked) : []),
  ]
  const value = spellings.find((spelling) => lists?.has(spelling))
  const entries = value === undefined ? undefined : lists?.get(value)
  if (value !== undefined && entries !== undefined && isKind(kind)) {
    return { kind, value, entries, ...describe(tally, kind, value, entries) }
  }
  return kind === 'cited' ? citedList(archive, asked) : undefined
}

/** Posts whose cables bear that label: `SECRETARYOFSTATE` → STATE. */
function labelled(tally: Tally, asked: string): string[] {
  const name = squeeze(asked)
  if (name === '') return []
  return [...tally.originLabels].flatMap(([post, label]) => (squeeze(label) === name ? post : []))
}

function isKind(kind: string): kind is Exclude<ListName, 'cited'> {
  return ['origin', 'tag', 'classification', 'date', 'released', 'added'].includes(kind)
}

function listsOf(tally: Tally, kind: string): ReadonlyMap<string, EntryList> | undefined {
  if (kind === 'origin') return tally.posts
  if (kind === 'tag') return tally.tags
  if (kind === 'classification') return tally.levels
  if (kind === 'date') return tally.months
  if (kind === 'released') return tally.releasedDays
  if (kind === 'added') return tally.addedDays
  return undefined
}

type Description = Pick<NamedList, 'title' | 'lead' | 'crumbs'>

function describe(
  tally: Tally,
  kind: Exclude<ListName, 'cited'>,
  value: string,
  entries: EntryList,
): Description {
  const held = `${counted(entries.length, 'cable')} held`
  const span = spanOf(entries)
  const facts = (...more: readonly (string | undefined)[]): string =>
    [held, span, ...more].filter((part) => part !== undefined).join(' · ')
  if (kind === 'origin') return describePost(tally, value, facts)
  if (kind === 'tag') {
    const letter = letterOf(value)
    return {
      title: tagLabel(value),
      lead: facts(tagKind(value)),
      crumbs: way('By tag', kind, { label: letter, href: letterHref('tag', letter) }, value),
    }
  }
  if (kind === 'classification') {
    const title = value === unknownKey ? 'Not marked' : levelInWords(value)
    return { title, lead: facts(), crumbs: way('By classification', kind, title) }
  }
  if (kind === 'date') {
    const year = { label: value.slice(0, 4), href: listHref('date', value.slice(0, 4)) }
    if (value === unknownKey) {
      return { title: 'Undated', lead: facts(), crumbs: way('By creation date', kind, 'Undated') }
    }
    const title = value.endsWith('-00') ? `${year.label}, month not known` : dayInWords(value)
    return { title, lead: facts(), crumbs: way('By creation date', kind, year, title) }
  }
  const day = dayInWords(value)
  return kind === 'released'
    ? { title: `Released ${day}`, lead: facts(), crumbs: way('Latest releases', kind, day) }
    : { title: `Added ${day}`, lead: facts(), crumbs: way('Latest additions', kind, day) }
}

function describePost(
  tally: Tally,
  post: string,
  facts: (...more: readonly (string | undefined)[]) => string,
): Description {
  if (post === unknownKey) {
    const title = 'Post not known'
    return { title, lead: facts(), crumbs: way('By origin', 'origin', title) }
  }
  const letter = letterOf(post)
  const title = postName(tally, post)
  return {
    title,
    lead: facts(`${post} in cable numbers`, countryName(post)),
    crumbs: way(
      'By origin',
      'origin',
      { label: letter, href: letterHref('origin', letter) },
      title,
    ),
  }
}

function way(index: string, kind: ListName, ...steps: readonly (string | Crumb)[]): Crumb[] {
  return [
    { label: 'Browse', href: '/browse' },
    { label: index, href: `/browse/${kind}` },
    ...steps.map((step) => (typeof step === 'string' ? { label: step } : step)),
  ]
}

/** `21 Nov 1989 – 26 Feb 2010`; the entries are in the order of their dates. */
function spanOf(entries: EntryList): string | undefined {
  const first = entries.at(0)?.date
  const last = entries.at(Math.max(0, datedIn(entries) - 1))?.date
  if (first === undefined || last === undefined) return undefined
  const [from, to] = [dayInWords(first), dayInWords(last)]
  return from === to ? from : `${from} – ${to}`
}

/** The cables that refer to one, held or not. */
function citedList(archive: Archive, id: string): NamedList | undefined {
  const entries = archive.citedBy(id)
  if (entries.length === 0) return undefined
  const title = `Cables that refer to ${id}`
  const held = archive.entry(id)
  const what = held === undefined ? 'not in this archive' : held.title
  const lead = `${counted(entries.length, 'cable')} · ${id}: ${what}`
  return { kind: 'cited', value: id, title, lead, entries, crumbs: way('Most cited', 'cited', id) }
}
