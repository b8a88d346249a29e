import type { CatalogueEntry } from './edition.ts'

/** Where a cable stands: block of the section `cables`, and its bytes in the inflated block. */
export interface Place {
  readonly block: number
  readonly offset: number
  readonly textBytes: number
  readonly recordBytes: number
  readonly wide: boolean
}

export interface CatalogueRow {
  readonly entry: CatalogueEntry
  readonly place: Place
}

/**
 * Columns of a catalogue block, in the order they are written. A column that no cable of the block
 * has is left out; where a single cable has no value, `null` stands in the column.
 */
const entryFields: Record<keyof CatalogueEntry, true> = {
  id: true,
  title: true,
  date: true,
  released: true,
  added: true,
  post: true,
  serial: true,
  origin: true,
  level: true,
  controls: true,
  tags: true,
  captions: true,
  collection: true,
  partial: true,
  cites: true,
  aliases: true,
}
const entryColumns = Object.keys(entryFields) as (keyof CatalogueEntry)[]

const placeColumns = ['block', 'offset', 'textBytes', 'recordBytes', 'wide'] as const

type Columns = Partial<Record<string, unknown[]>>

/** Writes some rows of the catalogue as the JSON of their columns. */
export function columnsOf(rows: readonly CatalogueRow[]): Uint8Array {
  const columns: Columns = {}
  for (const name of entryColumns) {
    const values = rows.map(({ entry }) => entry[name])
    if (values.some((value) => value !== undefined)) columns[name] = values
  }
  for (const name of placeColumns) columns[`@${name}`] = rows.map(({ place }) => place[name])
  return new TextEncoder().encode(JSON.stringify(columns))
}

/** Reads the rows back; throws where the bytes are no such columns. */
export function rowsOf(bytes: Uint8Array): CatalogueRow[] {
  const columns = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Columns
  const ids = columns.id ?? []
  return ids.map((_, row) => ({
    entry: rowOf(columns, row) as unknown as CatalogueEntry,
    place: rowOf(columns, row, '@') as unknown as Place,
  }))
}

function rowOf(columns: Columns, row: number, mark = ''): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of mark === '' ? entryColumns : placeColumns) {
    const value = columns[mark + name]?.[row]
    // `undefined` was written as null.
    if (value !== undefined && value !== null) values[name] = value
  }
  return values
}
