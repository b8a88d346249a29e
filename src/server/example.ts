import type { Archive } from '../archive/archive.ts'
import { annotate } from '../views/annotation.ts'
import type { AnnotatedExample } from '../views/how-to-read.tsx'
import { term } from '../views/refine.ts'
import { type Entry, type EntryList, entriesBetween } from './entry-list.ts'
import { compare } from './listing.ts'
import { type Tally, tallyOf } from './tally.ts'

/** Questions offered as examples. */
const examplesMax = 3
/** Titles looked at for a good word. */
const titlesMax = 5_000
/** Cables looked at for the guide's example. */
const candidatesMax = 200

const questions = new WeakMap<Archive['catalogue'], Promise<readonly string[]>>()
const guides = new WeakMap<Archive['catalogue'], Promise<AnnotatedExample | undefined>>()

/** Questions that have an answer in this archive; chosen once per edition, and tried. */
export function examplesOf(archive: Archive): Promise<readonly string[]> {
  return once(questions, archive, chooseQuestions)
}

/** The cable that the guide takes apart: the one that shows most parts of a telegram. */
export function guideExampleOf(archive: Archive): Promise<AnnotatedExample | undefined> {
  return once(guides, archive, chooseGuideExample)
}

function once<Value>(
  kept: WeakMap<Archive['catalogue'], Promise<Value>>,
  archive: Archive,
  choose: (archive: Archive) => Promise<Value>,
): Promise<Value> {
  const known = kept.get(archive.catalogue)
  if (known !== undefined) return known
  const chosen = choose(archive)
  kept.set(archive.catalogue, chosen)
  // What failed once (a disk that was away) is tried again by the next reader.
  chosen.catch(() => kept.delete(archive.catalogue))
  return chosen
}

async function chooseQuestions(archive: Archive): Promise<readonly string[]> {
  const tally = tallyOf(archive)
  const found: string[] = []
  for (const q of candidateQuestions(archive, tally)) {
    if (found.length === examplesMax) break
    const page = { sort: 'relevance', size: 1, offset: 0, facets: false } as const
    const { total } = await archive.search(q, page)
    if (total !== undefined && total > 0) found.push(q)
  }
  return found
}

/** A phrase with a year, a cable number, a word from a post, a tag: what an archive is asked. */
function candidateQuestions(archive: Archive, tally: Tally): string[] {
  const candidates: string[] = []
  const pair = frequentPair(archive)
  if (pair !== undefined) candidates.push(`"${pair.words}" date:${pair.year}`)
  const held = [...tally.cited]
    .filter(([id]) => archive.entry(id) !== undefined)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]
  const id = held?.[0] ?? archive.catalogue.at(0)?.id
  if (id !== undefined) candidates.push(id)
  const word = frequentWord(archive)
  if (word !== undefined) candidates.push(word)
  const tag = mostFrequent(tally.tags)
  const post = mostFrequent(tally.posts)
  if (tag !== undefined && post !== undefined) {
    candidates.push(`${term('tag', tag)} ${term('origin', post)}`)
  }
  if (tag !== undefined) candidates.push(term('tag', tag))
  return candidates
}

function mostFrequent(lists: ReadonlyMap<string, { readonly length: number }>): string | undefined {
  return [...lists].sort((a, b) => b[1].length - a[1].length || compare(a[0], b[0]))[0]?.[0]
}

/** Two longer words that stand together in titles, most often, with the year of the first. */
function frequentPair(archive: Archive): { words: string; year: string } | undefined {
  const pairs = new Map<string, { count: number; year: string }>()
  for (const { title, date } of entriesBetween(archive.catalogue, 0, titlesMax)) {
    const year = date?.slice(0, 4)
    if (year === undefined) continue
    for (const found of title
      .slice(0, 300)
      .matchAll(/(?<![A-Za-z])([a-z]{4,}) (?=([a-z]{4,})(?![a-z]))/g)) {
      const words = `${found[1]} ${found[2]}`
      const known = pairs.get(words)
      pairs.set(words, { count: (known?.count ?? 0) + 1, year: known?.year ?? year })
    }
  }
  const best = [...pairs].sort((a, b) => b[1].count - a[1].count || compare(a[0], b[0]))[0]
  return best === undefined ? undefined : { words: best[0], year: best[1].year }
}

/** The longer word that most titles have. */
function frequentWord(archive: Archive): string | undefined {
  const words = new Map<string, number>()
  for (const { title } of entriesBetween(archive.catalogue, 0, titlesMax)) {
    const found = title.slice(0, 300).match(/(?<![A-Za-z])[a-z]{5,}(?![A-Za-z])/g) ?? []
    for (const word of new Set(found)) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return [...words].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0]
}

async function chooseGuideExample(archive: Archive): Promise<AnnotatedExample | undefined> {
  let best: AnnotatedExample | undefined
  for (const entry of candidatesIn(archive.catalogue)) {
    const cable = await archive.cable(entry.id)
    if (cable === undefined || cable.text.length > 60_000) continue
    const parts = annotate(cable.text)
    if (parts.length > (best?.parts.length ?? 3)) {
      best = { id: entry.id, title: entry.title, parts }
    }
  }
  return best
}

/** The first whole cables that refer to others. */
function candidatesIn(catalogue: EntryList): Entry[] {
  const found: Entry[] = []
  for (const entry of catalogue) {
    if (!entry.partial && entry.cites.length > 0) found.push(entry)
    if (found.length === candidatesMax) break
  }
  return found
}
