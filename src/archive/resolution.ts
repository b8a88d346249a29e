import { resolveIdentifier } from '../cable/identifier.ts'
import type { Catalogue, Manifest } from '../edition/edition.ts'
import type { Resolution } from './archive.ts'

/** Finds cables by any spelling of their names. */
export interface NameTable {
  resolve(spelling: string): Resolution
  /** The held cable's id that an id or alias leads to; the id itself where none is held. */
  canonical(id: string): string
  /** Document number of the cable of that id. */
  number(id: string): number | undefined
}

/** A spelling longer than this many UTF-16 code units names no cable. */
const spellingLengthMax = 512

/** Reads the names of an edition's cables. */
export function nameTable(catalogue: Catalogue, withdrawn: Manifest['withdrawn']): NameTable {
  const names = leadsOf(catalogue)
  const { ids, years } = names
  const gone = new Map(withdrawn.map((id) => [id.toUpperCase(), id]))

  /** Held cables that bear a name: its own first, then its twins, else those it is an alias of. */
  function held(name: string): readonly string[] {
    const twins = names.twins.get(name) ?? []
    if (ids.has(name)) return [name, ...twins]
    const exact = names.exact.get(name)
    if (exact !== undefined) return exact
    const like = inAnyCase(name.toUpperCase())
    return like.length > 0 ? like : twins
  }

  /** Those whose id or alias is this in capitals, in catalogue order. */
  function inAnyCase(capitals: string): readonly string[] {
    const own = ids.has(capitals) ? [capitals] : []
    const found = distinct([...own, ...(names.folded.get(capitals) ?? [])])
    return found.sort((a, b) => (ids.get(a) ?? 0) - (ids.get(b) ?? 0))
  }

  /** `HANOI 905` names no year: the cables of that post and number in any year held. */
  function inAnyYear(name: string): string[] {
    const read = [...years].map((year) => resolveIdentifier(name, year))
    return distinct(read.flatMap((one) => one.candidates).flatMap(held))
  }

  return {
    number: (id) => ids.get(id),
    canonical: (id) => (ids.has(id) ? id : (names.exact.get(id)?.[0] ?? id)),
    resolve(spelling) {
      const name = spelling.trim()
      if (name === '' || name.length > spellingLengthMax) {
        return { candidates: [], repaired: false, withdrawn: false }
      }
      const read = resolveIdentifier(name)
      const named = distinct([...(read.id === undefined ? [] : [read.id]), ...read.candidates])
      const known = distinct([...held(name), ...named.flatMap(held)])
      const found = known.length > 0 ? known : inAnyYear(name)
      const candidates = distinct([...found, ...named.filter((id) => held(id).length === 0)])
      // What was public once answers for itself: no twin and no like name takes its place.
      const own = [name, ...named.slice(0, named.length === 1 ? 1 : 0)]
      const [lost] = own.flatMap((id) => (ids.has(id) ? [] : (gone.get(id.toUpperCase()) ?? [])))
      if (lost !== undefined) {
        const others = distinct([lost, ...candidates])
        return { candidates: others, repaired: false, withdrawn: true }
      }
      const id = meant(own, ids, held(name), found)
      if (id === undefined) return { candidates, repaired: false, withdrawn: false }
      const repaired = id === read.id ? read.repaired : id !== name
      return { id, candidates, repaired, withdrawn: false }
    },
  }
}

/** The one cable that a name means: the one of that id, else the only one that bears the name. */
function meant(
  own: readonly string[],
  ids: Names['ids'],
  bearers: readonly string[],
  found: readonly string[],
): string | undefined {
  const exact = own.find((id) => ids.has(id))
  if (exact !== undefined) return exact
  if (bearers.length === 1) return bearers[0]
  return found.length === 1 ? found[0] : undefined
}

interface Names {
  /** Id → document number. */
  readonly ids: ReadonlyMap<string, number>
  readonly years: ReadonlySet<string>
  /** Alias → ids. */
  readonly exact: ReadonlyMap<string, readonly string[]>
  /** Alias, or id that is none in capitals, in capitals → ids. */
  readonly folded: ReadonlyMap<string, readonly string[]>
  /** `08HANOI905` → `08HANOI905~2`, … */
  readonly twins: ReadonlyMap<string, readonly string[]>
}

function leadsOf(catalogue: Catalogue): Names {
  const ids = new Map<string, number>()
  const years = new Set<string>()
  const exact = new Map<string, string[]>()
  const folded = new Map<string, string[]>()
  const twins = new Map<string, string[]>()
  const lead = (table: Map<string, string[]>, name: string, id: string): void => {
    const list = table.get(name) ?? []
    if (!list.includes(id)) list.push(id)
    table.set(name, list)
  }
  for (const { id, date, aliases } of catalogue) {
    ids.set(id, ids.size)
    if (date !== undefined) years.add(date.slice(0, 4))
    const capitals = id.toUpperCase()
    if (capitals !== id) lead(folded, capitals, id)
    for (const alias of aliases) {
      lead(exact, alias, id)
      lead(folded, alias.toUpperCase(), id)
    }
    const number = /^(.+)~\d+$/.exec(id)?.[1]
    if (number !== undefined) lead(twins, number, id)
  }
  return { ids, years, exact, folded, twins }
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
