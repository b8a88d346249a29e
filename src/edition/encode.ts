import { type BlockLengths, bytesOfBlockTable } from './block-table.ts'
import { bytesOfCable } from './cable-bytes.ts'
import { type CatalogueRow, columnsOf, type Place } from './catalogue-columns.ts'
import { catalogueEntry } from './catalogue-entry.ts'
import { deflate } from './deflate.ts'
import { joinBytes, sha256, sha256Hex } from './digest.ts'
import { documentOrder } from './document-order.ts'
import type { EditionCable, Manifest } from './edition.ts'
import { blockBytesMax, catalogueBlockCables, formatVersion, partBytesMax } from './layout.ts'
import { bytesOfManifest, manifestName } from './manifest.ts'
import { type EditionFile, type SectionWriter, writeSection } from './section-writer.ts'
import { tally } from './tally.ts'

/** What an edition says of itself beside what is counted while it is written. */
export type EditionFacts = Pick<Manifest, 'audience' | 'date' | 'withdrawn'> &
  Partial<Pick<Manifest, 'release' | 'quarantined' | 'versions' | 'collections'>>

/** Measures that a test makes small, and who has the last word. */
export interface EncodeOptions {
  readonly partBytesMax?: number
  readonly blockBytesMax?: number
  /** Has the last word on the manifest, when all that it says is known. */
  readonly finish?: (manifest: Manifest) => Promise<Manifest>
}

/**
 * Writes an edition: its files, one after the other, `manifest.json` last. The cables must come in
 * document order. The same cables and facts give the same bytes.
 */
export async function* encodeEdition(
  cables: Iterable<EditionCable> | AsyncIterable<EditionCable>,
  facts: EditionFacts,
  options: EncodeOptions = {},
): AsyncGenerator<EditionFile> {
  const partMax = options.partBytesMax ?? partBytesMax
  const texts = blockWriter(writeSection('cables', partMax))
  const catalogue = blockWriter(writeSection('catalogue', partMax))
  const counted = tally()
  const shelf = openShelf(options.blockBytesMax ?? blockBytesMax)

  let rows: CatalogueRow[] = []
  for await (const cable of inOrder(cables)) {
    const { place, full } = shelf.add(cable)
    if (full !== undefined) yield* texts.append(full)
    const entry = catalogueEntry(cable)
    counted.add(cable, entry)
    rows.push({ entry, place })
    if (rows.length === catalogueBlockCables) {
      // Catalogue blocks are few and small: they wait until all cables are written.
      yield* catalogue.append(columnsOf(rows))
      rows = []
    }
  }
  const last = shelf.rest()
  if (last !== undefined) yield* texts.append(last)
  if (rows.length > 0) yield* catalogue.append(columnsOf(rows))
  yield* texts.section.end()
  yield* catalogue.section.end()

  const table = writeSection('blocks', partMax)
  yield* table.append(bytesOfBlockTable([...catalogue.blocks, ...texts.blocks]))
  yield* table.end()
  const vouched = [texts.section, catalogue.section, table].flatMap((section) => section.written)
  const sums = writeSection('sums', partMax)
  for (const file of vouched) yield* sums.append(file.pages)
  yield* sums.end()

  const { audience, date, release, quarantined, versions, withdrawn, collections } = facts
  const manifest: Manifest = {
    format: 'chancery-edition',
    formatVersion,
    audience,
    date,
    ...(release !== undefined && { release }),
    ...counted.counts(),
    ...(collections !== undefined && { collections }),
    ...(quarantined !== undefined && { quarantined }),
    ...(versions !== undefined && { versions }),
    withdrawn,
    contentRoot: await contentRoot(texts.digests, catalogue.digests),
    files: [...vouched, ...sums.written].map(({ name, bytes, sha256: digest }) => ({
      name,
      bytes,
      sha256: digest,
    })),
  }
  const finished = (await options.finish?.(manifest)) ?? manifest
  yield { name: manifestName, bytes: bytesOfManifest(finished) }
}

/**
 * SHA-256 over what was written before compression, which may differ between platforms: over the
 * SHA-256 of each inflated block, those of the cables first, then those of the catalogue.
 */
export function contentRoot(
  cables: readonly Uint8Array[],
  catalogue: readonly Uint8Array[],
): Promise<string> {
  return sha256Hex(joinBytes([...cables, ...catalogue]))
}

interface BlockWriter {
  readonly section: SectionWriter
  readonly blocks: readonly BlockLengths[]
  readonly digests: readonly Uint8Array[]
  append(block: Uint8Array): AsyncGenerator<EditionFile>
}

function blockWriter(section: SectionWriter): BlockWriter {
  const blocks: BlockLengths[] = []
  const digests: Uint8Array[] = []
  return {
    section,
    blocks,
    digests,
    async *append(block) {
      const stored = await deflate(block)
      blocks.push({ stored: stored.length, inflated: block.length })
      digests.push(await sha256(block))
      yield* section.append(stored)
    },
  }
}

interface Shelf {
  /** Puts a cable into the open block; gives the block before it, where that was full. */
  add(cable: EditionCable): { place: Place; full: Uint8Array | undefined }
  rest(): Uint8Array | undefined
}

function openShelf(bytesMax: number): Shelf {
  let pieces: Uint8Array[] = []
  let offset = 0
  let block = 0
  return {
    add(cable) {
      const { text, record, wide } = bytesOfCable(cable)
      const length = text.length + record.length
      let full: Uint8Array | undefined
      if (offset > 0 && offset + length > bytesMax) {
        full = joinBytes(pieces)
        pieces = []
        offset = 0
        block += 1
      }
      const place = { block, offset, textBytes: text.length, recordBytes: record.length, wide }
      pieces.push(text, record)
      offset += length
      return { place, full }
    },
    rest: () => (pieces.length > 0 ? joinBytes(pieces) : undefined),
  }
}

async function* inOrder(
  cables: Iterable<EditionCable> | AsyncIterable<EditionCable>,
): AsyncGenerator<EditionCable> {
  let before: EditionCable | undefined
  for await (const cable of cables) {
    if (before !== undefined && documentOrder(before.record, cable.record) >= 0) {
      throw new Error(
        `${cable.record.id} does not stand after ${before.record.id} in document order`,
      )
    }
    before = cable
    yield cable
  }
}
