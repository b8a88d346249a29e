import type { Archive } from '../archive/archive.ts'
import type { Frame } from '../views/frame.ts'
import { type CitedCable, type HomeFacts, HomePage } from '../views/home.tsx'
import type { Letter } from '../views/letters.tsx'
import { isLevel, levelInWords, levels } from '../views/level.tsx'
import { listHref } from '../views/link.ts'
import type { Bar, Counted } from '../views/listing.ts'
import type { Entry } from './entry-list.ts'
import { examplesOf } from './example.ts'
import { compare } from './listing.ts'
import type { Reply } from './reply.ts'
import { type Tally, tallyOf, unknownKey, yearsOf } from './tally.ts'

/** Cables among the latest, and among the most cited, on the first page. */
const latestMax = 6

/** The first page. */
export async function homeReply(archive: Archive, frame: Frame): Promise<Reply> {
  const facts = await homeFacts(archive)
  return {
    status: 200,
    page: () => <HomePage frame={frame} facts={facts} />,
    json: () => facts,
  }
}

async function homeFacts(archive: Archive): Promise<HomeFacts> {
  const { manifest } = archive
  const tally = tallyOf(archive)
  const { from, to, cables, paragraphs } = manifest
  return {
    cables,
    posts: knownPosts(tally).length,
    paragraphs,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    years: yearBars(tally),
    postLetters: postLetters(tally),
    tagLetters: tagLetters(tally),
    classifications: classificationCounts(tally),
    latest: latestOf(tally),
    mostCited: mostCited(archive, tally, latestMax),
    examples: await examplesOf(archive),
  }
}

/** Posts that cables of the archive are from. */
export function knownPosts(tally: Tally): string[] {
  return [...tally.posts.keys()].filter((post) => post !== unknownKey)
}

/** Cables per year with the address of the year's page. */
export function yearBars(tally: Tally): Bar[] {
  return [...yearsOf(tally.months)].map(([value, count]) => ({
    value,
    count,
    href: listHref('date', value),
  }))
}

/** First letters of the posts, as they stand in cable numbers. */
export function postLetters(tally: Tally): Letter[] {
  return lettersOf(knownPosts(tally).map((post) => letterOf(post)))
}

/** First letters of the tags. */
export function tagLetters(tally: Tally): Letter[] {
  return lettersOf([...tally.tags.keys()].map(letterOf))
}

/** The letter a name is listed under; what begins with none stands under `#`. */
export function letterOf(name: string): string {
  const letter = name.normalize('NFD').charAt(0).toUpperCase()
  return /[A-Z]/.test(letter) ? letter : '#'
}

function lettersOf(letters: readonly string[]): Letter[] {
  const counts = new Map<string, number>()
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => compare(a, b)).map(([letter, count]) => ({ letter, count }))
}

/** Levels with their counts, lightest first, the unmarked last. */
export function classificationCounts(tally: Tally): Counted[] {
  const rank = (level: string): number => {
    return isLevel(level) ? levels.indexOf(level) : levels.length
  }
  return [...tally.levels]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([level, entries]) => ({
      href: listHref('classification', level),
      label: level === unknownKey ? 'Not marked' : levelInWords(level),
      count: entries.length,
    }))
}

const latest = new WeakMap<Tally, HomeFacts['latest']>()

/** Chosen once per edition: all that came on the last day may have to be put in order. */
function latestOf(tally: Tally): HomeFacts['latest'] {
  const known = latest.get(tally)
  if (known !== undefined) return known
  const kind = tally.releasedDays.size > 0 ? 'released' : 'added'
  const lists = kind === 'released' ? tally.releasedDays : tally.addedDays
  const cables: Entry[] = []
  for (const day of [...lists.keys()].sort((a, b) => compare(b, a))) {
    // The times within a day count as well, where a source gives them.
    const timed = Array.from(lists.get(day) ?? [], (entry, number) => ({ entry, number }))
    timed.sort((a, b) => compare(b.entry[kind] ?? '', a.entry[kind] ?? '') || b.number - a.number)
    cables.push(...timed.slice(0, latestMax - cables.length).map(({ entry }) => entry))
    if (cables.length === latestMax) break
  }
  const found = { kind, cables } as const
  latest.set(tally, found)
  return found
}

/** Cables that others refer to, most often first; those not held among them. */
export function mostCited(archive: Archive, tally: Tally, max: number): CitedCable[] {
  return [...tally.cited]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .slice(0, max)
    .map(([id, count]) => {
      const title = archive.entry(id)?.title
      return { id, count, ...(title !== undefined && { title }) }
    })
}
