import { countryNames, demonyms } from './country-names.ts'
import { placeNames } from './place-names.ts'
import { properNames } from './proper-names.ts'

/** Names by their first word in capitals, the longest first. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>

/** A name word by word: in capitals to compare with, and as a title writes it. */
export interface Name {
  readonly capitals: readonly string[]
  readonly written: readonly string[]
}

/** Longest name that is recognised, in words. */
const nameWordsMax = 6

/** The committed names: countries, peoples, places, days, bodies. */
export const committedNames: NameIndex = indexOf([
  ...countryNames,
  ...demonyms,
  ...demonyms.filter((name) => !/(?:s|sh|ch|ese)$/.test(name)).map((name) => `${name}s`),
  ...placeNames,
  ...properNames,
])

/** An index of the names given; the same set is indexed once. */
export function nameIndex(names: ReadonlySet<string>): NameIndex {
  const known = indexes.get(names)
  if (known?.size === names.size) return known.index
  const index = indexOf([...names])
  indexes.set(names, { size: names.size, index })
  return index
}

const indexes = new WeakMap<
  ReadonlySet<string>,
  { readonly size: number; readonly index: NameIndex }
>()

/** The words of a name: what hyphens, stops and blanks part. `St. Lucia` → St, Lucia. */
function nameWords(name: string): readonly string[] {
  return name
    .replaceAll('’', "'")
    .split(/[\s.\-–,/]+/)
    .filter((word) => word !== '')
}

function indexOf(names: readonly string[]): NameIndex {
  const index = new Map<string, Name[]>()
  for (const name of names) {
    const written = nameWords(name)
    if (written.length === 0 || written.length > nameWordsMax) continue
    const capitals = written.map((word) => word.toUpperCase())
    const first = capitals[0] ?? ''
    const entries = index.get(first)
    if (entries === undefined) index.set(first, [{ capitals, written }])
    else entries.push({ capitals, written })
  }
  for (const entries of index.values()) {
    entries.sort((a, b) => b.capitals.length - a.capitals.length)
  }
  return index
}
