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

/** Columns of one block by name; those of the place have `@` before it. */
export type Columns = Partial<Record<string, unknown[]>>

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

/** Reads the columns back; throws where the bytes are none. */
export function columnsFrom(bytes: Uint8Array): Columns {
  const columns = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Columns
  const rows = columns.id?.length
  if (rows === undefined) throw new Error('the columns have no ids')
  for (const [name, column] of Object.entries(columns)) {
    if (column?.length !== rows) throw new Error(`the column ${name} has another length`)
  }
  return columns
}
