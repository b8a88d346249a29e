import { findPost, squeeze } from '../cable/post.ts'
import type { CatalogueEntry } from '../edition/edition.ts'
import { controlKey } from '../query/classification.ts'
import { span } from '../query/date-range.ts'
import type { Clause, DateClause } from '../query/question.ts'
import { formsOf } from '../words/inflection.ts'
import type { Corpus } from './corpus.ts'
import { inverseFrequency } from './score.ts'

/** A question made ready for an edition: what is counted in a text, and what decides. */
export interface Plan {
  readonly units: readonly Unit[]
  readonly test: Test
  /** Words → the other inflections the edition holds; a compound under its hyphened spelling. */
  readonly forms: ReadonlyMap<string, readonly string[]>
}

/** A word with its forms, or a phrase: its count in a text is that of all its sequences. */
export interface Unit {
  readonly sequences: readonly (readonly string[])[]
  readonly idf: number
  /** False where it stands only in negations. */
  readonly isScored: boolean
}

/** Decides about a cable from its catalogue entry and the counts of the units in its text. */
export type Test =
  | { readonly type: 'unit'; readonly unit: number }
  | { readonly type: 'filter'; readonly holds: (entry: CatalogueEntry) => boolean }
  | { readonly type: 'and' | 'or'; readonly tests: readonly Test[] }
  | { readonly type: 'not'; readonly test: Test }

/** Whether the cable is a hit. */
export function passes(test: Test, entry: CatalogueEntry, counts: ArrayLike<number>): boolean {
  switch (test.type) {
    case 'unit':
      return (counts[test.unit] ?? 0) > 0
    case 'filter':
      return test.holds(entry)
    case 'and':
      return test.tests.every((inner) => passes(inner, entry, counts))
    case 'or':
      return test.tests.some((inner) => passes(inner, entry, counts))
    case 'not':
      return !passes(test.test, entry, counts)
  }
}

/** False where the catalogue alone says that the cable is no hit, whatever its text. */
export function mayPass(test: Test, entry: CatalogueEntry): boolean {
  return known(test, entry) !== false
}

/** What is known without the text: true, false, or undefined. */
function known(test: Test, entry: CatalogueEntry): boolean | undefined {
  if (test.type === 'unit') return undefined
  if (test.type === 'filter') return test.holds(entry)
  if (test.type === 'not') {
    const inner = known(test.test, entry)
    return inner === undefined ? undefined : !inner
  }
  const decisive = test.type === 'or'
  let isOpen = false
  for (const inner of test.tests) {
    const value = known(inner, entry)
    if (value === decisive) return decisive
    isOpen ||= value === undefined
  }
  return isOpen ? undefined : !decisive
}

/** Makes a clause in normal form ready for the edition. */
export function planOf(clause: Clause, corpus: Corpus): Plan {
  const units = new Map<string, { readonly unit: number; readonly made: MutableUnit }>()
  const forms = new Map<string, readonly string[]>()

  function unitOf(part: UnitClause, isScored: boolean): Test {
    const key = JSON.stringify(part)
    let known = units.get(key)
    if (known === undefined) {
      known = { unit: units.size, made: makeUnit(part, corpus, forms) }
      units.set(key, known)
    }
    known.made.isScored ||= isScored
    return { type: 'unit', unit: known.unit }
  }

  function test(part: Clause, isScored: boolean): Test {
    switch (part.type) {
      case 'word':
      case 'phrase':
        return unitOf(part, isScored)
      case 'and':
      case 'or':
        return { type: part.type, tests: part.clauses.map((inner) => test(inner, isScored)) }
      case 'not':
        return { type: 'not', test: test(part.clause, false) }
      default:
        return { type: 'filter', holds: filterOf(part) }
    }
  }

  const root = test(clause, true)
  return { units: [...units.values()].map(({ made }) => made), test: root, forms }
}

type UnitClause = Extract<Clause, { readonly type: 'word' | 'phrase' }>

interface MutableUnit extends Unit {
  isScored: boolean
}

function makeUnit(
  clause: UnitClause,
  corpus: Corpus,
  forms: Map<string, readonly string[]>,
): MutableUnit {
  const frequency = (token: string): number => {
    const number = corpus.vocabulary.get(token)
    return number === undefined ? 0 : (corpus.documentFrequency[number] ?? 0)
  }
  if (clause.type === 'word') {
    const tokens = clause.exact ? [clause.token] : formsOf(clause.token, corpus.vocabulary)
    if (tokens.length > 1) forms.set(clause.token, tokens.slice(1))
    const df = Math.max(...tokens.map(frequency))
    const idf = inverseFrequency(corpus.cables, df)
    return { sequences: tokens.map((token) => [token]), idf, isScored: false }
  }
  const { tokens, joined } = clause
  const idf = tokens.reduce(
    (sum, word) => sum + inverseFrequency(corpus.cables, frequency(word)),
    0,
  )
  const sequences: (readonly string[])[] = [tokens]
  const [first = '', second = ''] = tokens
  const compound = first + second
  const isListed = joined && tokens.length === 2 && corpus.isCompound(first, second)
  if (isListed && corpus.vocabulary.has(compound)) {
    sequences.push([compound])
    forms.set(tokens.join('-'), [compound])
  }
  return { sequences, idf, isScored: false }
}

type FilterClause = Exclude<Clause, { readonly type: 'word' | 'phrase' | 'and' | 'or' | 'not' }>

function filterOf(clause: FilterClause): (entry: CatalogueEntry) => boolean {
  switch (clause.type) {
    case 'all':
      return () => true
    case 'tag':
      return (entry) => entry.tags.some((tag) => tagKey(tag) === clause.code)
    case 'origin':
      return originFilter(clause.post)
    case 'class': {
      const control = clause.control === undefined ? undefined : controlKey(clause.control)
      return (entry) =>
        entry.level === clause.level &&
        (control === undefined || entry.controls.some((name) => controlKey(name) === control))
    }
    case 'id':
      return idFilter(clause.id)
    case 'date':
      return dateFilter(clause)
  }
}

function tagKey(tag: string): string {
  return tag.replace(/\s+/g, ' ').trim().toUpperCase()
}

/** By the station in the id or the origin's label, each in any spelling. */
function originFilter(post: string): (entry: CatalogueEntry) => boolean {
  const known = new Map<string, boolean>()
  const names = (name: string): boolean => {
    let is = known.get(name)
    if (is === undefined) {
      is = squeeze(name) === post || findPost(name)?.canonical === post
      known.set(name, is)
    }
    return is
  }
  return ({ post: station, origin }) =>
    (station !== undefined && names(station)) || (origin !== undefined && names(origin))
}

/** The cable of that id, its twins `ID~2` and what has it as another name; case does not matter. */
function idFilter(id: string): (entry: CatalogueEntry) => boolean {
  const key = id.toUpperCase()
  const is = (name: string): boolean => {
    const other = name.toUpperCase()
    return other === key || other.replace(/~\d+$/, '') === key
  }
  return (entry) => is(entry.id) || entry.aliases.some(is)
}

/** A cable lies in the range when all days it may have been written on do. */
function dateFilter({ from, to }: DateClause): (entry: CatalogueEntry) => boolean {
  return (entry) => {
    const days = entry.date === undefined ? undefined : span(entry.date)
    if (days === undefined) return false
    return (from === undefined || days.first >= from) && (to === undefined || days.last <= to)
  }
}
