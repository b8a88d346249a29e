import type { Archive } from '../archive/archive.ts'
import type { Cable } from '../cable/record.ts'
import type { CableFacts, Neighbours, ReferenceFacts } from '../views/cable-facts.ts'
import type { Entry } from './entry-list.ts'
import { countryName, postName } from './name.ts'
import { seriesOf, type Tally, tallyOf } from './tally.ts'

/** A cable of the archive, as `Archive.cable` gives it. */
type HeldCable = NonNullable<Awaited<ReturnType<Archive['cable']>>>

/** A cable and what the archive knows around it. */
export function cableFacts(archive: Archive, cable: HeldCable): CableFacts {
  const { record, text, aliases, versions } = cable
  const tally = tallyOf(archive)
  const entry = archive.entry(record.id)
  const post = record.post
  const country = post === undefined ? undefined : countryName(post)
  return {
    record,
    text,
    aliases,
    ...(post !== undefined && { postName: postName(tally, post) }),
    ...(country !== undefined && { country }),
    ...(entry?.added !== undefined && { added: entry.added }),
    // A public edition has none; were it to have them, its pages would not tell.
    ...(versions !== undefined &&
      archive.manifest.audience === 'desk' && { versions: versions.length }),
    references: referenceFacts(archive, tally, record),
    citedBy: archive.citedBy(record.id),
    neighbours: entry === undefined ? {} : neighboursOf(tally, entry),
    twins: entry === undefined ? [] : twinsOf(tally, entry),
  }
}

function referenceFacts(archive: Archive, tally: Tally, record: Cable): ReferenceFacts[] {
  return record.references.map((reference) => {
    const id = reference.id === undefined ? undefined : tally.canonical(reference.id)
    const held = id === undefined ? undefined : archive.entry(id)
    const citedBy = id === undefined ? 0 : (tally.cited.get(id) ?? 0)
    return { reference, citedBy, ...(held !== undefined && { held }) }
  })
}

/** The held cables just before and after in the post's own count of the year. */
function neighboursOf(tally: Tally, entry: Entry): Neighbours {
  const own = entry.serial
  if (own === undefined) return {}
  const series = seriesOf(tally, entry)
  const below = series
    .filter(({ serial }) => serial < own)
    .toSorted(bySerial)
    .at(-1)
  const above = series.filter(({ serial }) => serial > own).toSorted(bySerial)[0]
  return {
    ...(below !== undefined && {
      before: { cable: below.entry, missing: own - below.serial - 1 },
    }),
    ...(above !== undefined && {
      after: { cable: above.entry, missing: above.serial - own - 1 },
    }),
  }
}

function bySerial(a: { readonly serial: number }, b: { readonly serial: number }): number {
  return a.serial - b.serial
}

/** Other documents under the same number: `ID`, `ID~2`, … */
function twinsOf(tally: Tally, entry: Entry): Entry[] {
  const number = entry.id.replace(/~\d+$/, '')
  return Array.from(tally.posts.get(entry.post ?? '') ?? []).filter(
    (other) => other.id !== entry.id && other.id.replace(/~\d+$/, '') === number,
  )
}
