import type { Columns, Place } from './catalogue-columns.ts'
import type { Catalogue, CatalogueEntry } from './edition.ts'

/** An open catalogue with the places of its cables. */
export interface CatalogueStore {
  readonly catalogue: Catalogue
  /** Where a cable stands; undefined where there is no such number. */
  place(number: number): Place | undefined
}

/** One block of the catalogue, held by column: some hundred bytes a cable, its words among them. */
export interface StoredColumns {
  readonly rows: number
  readonly words: ReadonlyMap<WordColumn, readonly (string | undefined)[]>
  readonly lists: ReadonlyMap<ListColumn, Lists>
  readonly serials: Float64Array
  readonly partial: Uint8Array
  readonly places: Uint32Array
  readonly wide: Uint8Array
}

/** Lists of words, one after the other: those of row n end at `ends[n]`. */
interface Lists {
  readonly ends: Uint32Array
  readonly values: readonly string[]
}

const wordColumns = [
  'id',
  'title',
  'date',
  'released',
  'added',
  'post',
  'origin',
  'level',
  'collection',
] as const
const listColumns = ['controls', 'tags', 'captions', 'cites', 'aliases'] as const
const placeColumns = ['block', 'offset', 'textBytes', 'recordBytes'] as const

type WordColumn = (typeof wordColumns)[number]
type ListColumn = (typeof listColumns)[number]

/** Columns whose words come up again and again: each word is held once. */
const repeating: ReadonlySet<string> = new Set([
  ...['released', 'added', 'post', 'origin', 'level', 'collection'],
  ...['controls', 'tags', 'captions', 'cites', 'id'],
])

/** Holds the words of all blocks while they are read, so that equal ones are one. */
export type Words = Map<string, string>

/** Takes the columns of a block as they were written; throws where they are none. */
export function storeColumns(columns: Columns, known: Words): StoredColumns {
  const rows = columns.id?.length ?? 0
  const same = (name: string, word: string): string => {
    if (!repeating.has(name)) return word
    const held = known.get(word)
    if (held === undefined) known.set(word, word)
    return held ?? word
  }
  const words = new Map<WordColumn, (string | undefined)[]>()
  for (const name of wordColumns) {
    const values = columns[name]
    if (values === undefined) continue
    words.set(
      name,
      values.map((value) => (typeof value === 'string' ? same(name, value) : undefined)),
    )
  }
  const lists = new Map<ListColumn, Lists>()
  for (const name of listColumns) {
    const values = (columns[name] ?? []) as (readonly string[])[]
    if (values.some((list) => list.length > 0)) lists.set(name, listsOf(values, name, same))
  }
  const places = new Uint32Array(rows * placeColumns.length)
  for (const [at, name] of placeColumns.entries()) {
    for (let row = 0; row < rows; row += 1) {
      places[row * placeColumns.length + at] = Number(columns[`@${name}`]?.[row])
    }
  }
  return {
    rows,
    words,
    lists,
    serials: Float64Array.from({ length: rows }, (_, row) =>
      typeof columns.serial?.[row] === 'number' ? columns.serial[row] : Number.NaN,
    ),
    partial: Uint8Array.from({ length: rows }, (_, row) => Number(columns.partial?.[row] === true)),
    places,
    wide: Uint8Array.from({ length: rows }, (_, row) => Number(columns['@wide']?.[row] === true)),
  }
}

function listsOf(
  values: readonly (readonly string[])[],
  name: string,
  same: (name: string, word: string) => string,
): Lists {
  const ends = new Uint32Array(values.length)
  const all: string[] = []
  for (const [row, list] of values.entries()) {
    for (const word of list) all.push(same(name, word))
    ends[row] = all.length
  }
  return { ends, values: all }
}

/** Opens blocks that were stored, each but the last of `blockRows` cables. */
export function openCatalogue(blocks: readonly StoredColumns[], blockRows: number): CatalogueStore {
  const length = blocks.reduce((sum, block) => sum + block.rows, 0)
  const at = (number: number): CatalogueEntry | undefined => {
    const block = blocks[Math.floor(number / blockRows)]
    return block === undefined || number >= length ? undefined : entryOf(block, number % blockRows)
  }
  function* entries(from: number, to: number): Generator<CatalogueEntry> {
    for (let number = from; number < to; number += 1) {
      const entry = at(number)
      if (entry !== undefined) yield entry
    }
  }
  return {
    catalogue: { length, at, [Symbol.iterator]: () => entries(0, length) },
    place: (number) => {
      const block = blocks[Math.floor(number / blockRows)]
      return block === undefined ? undefined : placeOf(block, number % blockRows)
    },
  }
}

function entryOf({ words, lists, serials, partial }: StoredColumns, row: number): CatalogueEntry {
  const word = (name: WordColumn): string | undefined => words.get(name)?.[row]
  const list = (name: ListColumn): readonly string[] => {
    const { ends, values } = lists.get(name) ?? none
    return values.slice(ends[row - 1] ?? 0, ends[row] ?? 0)
  }
  const [date, released, added] = [word('date'), word('released'), word('added')]
  const [post, origin, level] = [word('post'), word('origin'), word('level')]
  const serial = serials[row] ?? Number.NaN
  return {
    id: word('id') ?? '',
    title: word('title') ?? '',
    ...(date !== undefined && { date }),
    ...(released !== undefined && { released }),
    ...(added !== undefined && { added }),
    ...(post !== undefined && { post }),
    ...(!Number.isNaN(serial) && { serial }),
    ...(origin !== undefined && { origin }),
    ...(level !== undefined && { level }),
    controls: list('controls'),
    tags: list('tags'),
    captions: list('captions'),
    collection: word('collection') ?? '',
    partial: partial[row] === 1,
    cites: list('cites'),
    aliases: list('aliases'),
  }
}

const none: Lists = { ends: new Uint32Array(), values: [] }

function placeOf({ rows, places, wide }: StoredColumns, row: number): Place | undefined {
  if (row >= rows) return undefined
  const [block = 0, offset = 0, textBytes = 0, recordBytes = 0] = places.subarray(
    row * placeColumns.length,
    (row + 1) * placeColumns.length,
  )
  return { block, offset, textBytes, recordBytes, wide: wide[row] === 1 }
}
