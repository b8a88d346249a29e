import { type BlockPlace, blockPlaces } from './block-table.ts'
import { cableFromBytes } from './cable-bytes.ts'
import { columnsFrom, type Place } from './catalogue-columns.ts'
import {
  type CatalogueStore,
  openCatalogue,
  type StoredColumns,
  storeColumns,
  type Words,
} from './catalogue-store.ts'
import { sha256Hex } from './digest.ts'
import type { Edition, EditionCable, Manifest, RangeReader } from './edition.ts'
import { EditionError } from './edition-error.ts'
import { inflate } from './inflate.ts'
import {
  blockRowBytes,
  cableDigestBytes,
  catalogueBlockCables,
  manifestBytesMax,
  type Section,
} from './layout.ts'
import { manifestFromBytes, manifestName } from './manifest.ts'
import { openPages, type Pages } from './pages.ts'

/** What the opener knows of the edition. */
export interface OpenOptions {
  /** First digits of the edition's root, at most 64: the name of its folder. */
  readonly root?: string
}

/** Blocks inflated at once while cables are read. */
const blocksAtOnce = 64

/** Blocks of the catalogue inflated at once: of about a megabyte each. */
const catalogueBlocksAtOnce = 4

/**
 * Opens an edition: reads the manifest, the sums and the catalogue, and checks each of them.
 * Throws `EditionError` where anything is not what the manifest vouches for.
 */
export async function openEdition(
  reader: RangeReader,
  options: OpenOptions = {},
): Promise<Edition> {
  const manifest = await readManifest(reader, options.root ?? '')
  const pages = await openPages(reader, manifest)
  const { catalogue, cables } = await readBlockTable(pages, manifest)
  const store = await readCatalogue(pages, catalogue, manifest)
  return {
    manifest,
    catalogue: store.catalogue,
    async read(numbers) {
      const places = numbers.map((number) => {
        const place = store.place(number)
        if (place === undefined) throw new RangeError(`no cable has the number ${number}`)
        return place
      })
      return readCables(pages, cables, places)
    },
    digests: () => readDigests(pages, manifest),
  }
}

async function readManifest(reader: RangeReader, root: string): Promise<Manifest> {
  const range = { file: manifestName, start: 0, end: Number.POSITIVE_INFINITY }
  const [bytes] = await reader.fetch([range])
  if (bytes === undefined || bytes.length > manifestBytesMax) {
    throw new EditionError(
      'EDITION_LENGTH',
      manifestName,
      `manifest.json is longer than ${manifestBytesMax} bytes: this is no edition.`,
    )
  }
  if (!(await sha256Hex(bytes)).startsWith(root)) {
    throw new EditionError(
      'EDITION_HASH',
      manifestName,
      `manifest.json is not the one of edition ${root}: copy or build the edition again.`,
      0,
    )
  }
  return manifestFromBytes(bytes)
}

interface BlockTable {
  readonly catalogue: readonly BlockPlace[]
  readonly cables: readonly BlockPlace[]
}

/** The table gives the blocks of the catalogue first, then those of the cables. */
async function readBlockTable(pages: Pages, manifest: Manifest): Promise<BlockTable> {
  const length = pages.length('blocks')
  const [bytes = new Uint8Array()] = await pages.read([
    { section: 'blocks', start: 0, end: length },
  ])
  const catalogueBlocks = Math.ceil(manifest.cables / catalogueBlockCables)
  const rows = length / blockRowBytes
  if (!Number.isInteger(rows) || rows < catalogueBlocks) {
    throw undecodable('blocks', 0, 'is not the table of its blocks')
  }
  return {
    catalogue: blockPlaces(bytes, 0, catalogueBlocks),
    cables: blockPlaces(bytes, catalogueBlocks, rows),
  }
}

async function readCatalogue(
  pages: Pages,
  blocks: readonly BlockPlace[],
  manifest: Manifest,
): Promise<CatalogueStore> {
  const stored: StoredColumns[] = []
  const words: Words = new Map()
  for (let at = 0; at < blocks.length; at += catalogueBlocksAtOnce) {
    const some = blocks.slice(at, at + catalogueBlocksAtOnce)
    for (const [n, block] of (await readBlocks(pages, 'catalogue', some)).entries()) {
      const start = some[n]?.start ?? 0
      stored.push(decoded('catalogue', start, () => storeColumns(columnsFrom(block), words)))
    }
  }
  const store = openCatalogue(stored, catalogueBlockCables)
  const isFull = stored.slice(0, -1).every(({ rows }) => rows === catalogueBlockCables)
  if (store.catalogue.length !== manifest.cables || !isFull) {
    throw undecodable(
      'catalogue',
      0,
      `lists ${store.catalogue.length} of ${manifest.cables} cables`,
    )
  }
  return store
}

/** Format 1 had no digests. */
async function readDigests(pages: Pages, manifest: Manifest): Promise<Uint8Array | undefined> {
  const end = pages.length('digests')
  if (manifest.formatVersion < 2) return undefined
  if (end !== manifest.cables * cableDigestBytes) {
    throw undecodable('digests', 0, `has ${end} bytes for ${manifest.cables} cables`)
  }
  const [digests] = await pages.read([{ section: 'digests', start: 0, end }])
  return digests
}

async function readCables(
  pages: Pages,
  blocks: readonly BlockPlace[],
  places: readonly Place[],
): Promise<EditionCable[]> {
  const wanted = [...new Set(places.map((place) => place.block))].sort((a, b) => a - b)
  const cables = new Array<EditionCable>(places.length)
  const byBlock = Map.groupBy(places.keys(), (n) => places[n]?.block ?? 0)
  for (let at = 0; at < wanted.length; at += blocksAtOnce) {
    const numbers = wanted.slice(at, at + blocksAtOnce)
    const found = numbers.map((number) => blockAt(blocks, number))
    for (const [n, block] of (await readBlocks(pages, 'cables', found)).entries()) {
      for (const index of byBlock.get(numbers[n] ?? 0) ?? []) {
        const place = places[index] as Place
        const start = found[n]?.start ?? 0
        cables[index] = decoded('cables', start, () => cableAt(block, place))
      }
    }
  }
  return cables
}

function blockAt(blocks: readonly BlockPlace[], number: number): BlockPlace {
  const block = blocks[number]
  if (block === undefined) throw undecodable('blocks', 0, `has no block ${number}`)
  return block
}

function cableAt(block: Uint8Array, place: Place): EditionCable {
  const middle = place.offset + place.textBytes
  return cableFromBytes({
    text: block.subarray(place.offset, middle),
    record: block.subarray(middle, middle + place.recordBytes),
    wide: place.wide,
  })
}

async function readBlocks(
  pages: Pages,
  section: Section,
  blocks: readonly BlockPlace[],
): Promise<Uint8Array[]> {
  const stored = await pages.read(blocks.map(({ start, end }) => ({ section, start, end })))
  return Promise.all(
    blocks.map(async (block, n) => {
      const bytes = await inflate(stored[n] ?? new Uint8Array(), block.inflated)
      if (bytes === undefined) throw undecodable(section, block.start, 'holds a broken block')
      return bytes
    }),
  )
}

function decoded<T>(section: Section, start: number, decode: () => T): T {
  try {
    return decode()
  } catch {
    throw undecodable(section, start, 'holds what is no record')
  }
}

/** The sums are right, so whoever wrote this edition wrote it wrong. */
function undecodable(section: Section, offset: number, wrong: string): EditionError {
  return new EditionError(
    'EDITION_DATA',
    section,
    `The section "${section}" ${wrong} (from its byte ${offset}): build the edition again.`,
    offset,
  )
}
