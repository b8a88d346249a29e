import { type BlockLengths, bytesOfBlockTable } from './block-table.ts'
import { type CatalogueRow, columnsOf } from './catalogue-columns.ts'
import { joinBytes, sha256, sha256Hex } from './digest.ts'
import { documentOrder } from './document-order.ts'
import type { CatalogueEntry, Manifest } from './edition.ts'
import type { Deflate, EncodedChunk } from './encode-chunk.ts'
import { catalogueBlockCables, formatVersion, partBytesMax } from './layout.ts'
import { bytesOfManifest, manifestName } from './manifest.ts'
import { type EditionFile, writeSection } from './section-writer.ts'
import { addCounts, noCounts, toldCounts } from './tally.ts'

/** What an edition says of itself beside what is counted while it is written. */
export type EditionFacts = Pick<Manifest, 'audience' | 'date' | 'withdrawn'> &
  Partial<Pick<Manifest, 'release' | 'built' | 'quarantined' | 'versions' | 'collections'>>

/** How an edition is written, and who has the last word. */
export interface EncodeOptions {
  /** The one that the chunks were encoded with. */
  readonly deflate: Deflate
  /** A test makes it small. */
  readonly partBytesMax?: number
  /** Has the last word on the manifest, when all that it says is known. */
  readonly finish?: (manifest: Manifest) => Promise<Manifest>
}

/**
 * Writes an edition: its files, one after the other, `manifest.json` last. The chunks come in
 * document order, and no more than one of them and a file is held. The same cables in the same
 * chunks, with the same facts, give the same bytes.
 */
export async function* encodeEdition(
  chunks: Iterable<EncodedChunk> | AsyncIterable<EncodedChunk>,
  facts: EditionFacts,
  options: EncodeOptions,
): AsyncGenerator<EditionFile> {
  const partMax = options.partBytesMax ?? partBytesMax
  const cables = writeSection('cables', partMax)
  const digests = writeSection('digests', partMax)
  const catalogue = catalogueWriter(options.deflate)
  const blocks: BlockLengths[] = []
  const blockSums: Uint8Array[] = []
  const counts = noCounts()
  for await (const chunk of inOrder(chunks)) {
    yield* cables.append(chunk.stored)
    yield* digests.append(chunk.digests)
    for (const { entry, place } of chunk.rows) {
      await catalogue.add({ entry, place: { ...place, block: blocks.length + place.block } })
    }
    for (const block of chunk.blocks) blocks.push(block)
    blockSums.push(chunk.sums)
    addCounts(counts, chunk.counts)
  }
  yield* cables.end()
  await catalogue.end()

  const [catalogueSection, table] = [
    writeSection('catalogue', partMax),
    writeSection('blocks', partMax),
  ]
  for (const block of catalogue.stored) yield* catalogueSection.append(block)
  yield* catalogueSection.end()
  yield* table.append(bytesOfBlockTable([...catalogue.blocks, ...blocks]))
  yield* table.end()
  yield* digests.end()
  const vouched = [cables, catalogueSection, table, digests].flatMap((section) => section.written)
  const sums = writeSection('sums', partMax)
  for (const file of vouched) yield* sums.append(file.pages)
  yield* sums.end()

  const { audience, date, release, built, quarantined, versions, withdrawn, collections } = facts
  const manifest: Manifest = {
    format: 'chancery-edition',
    formatVersion,
    audience,
    date,
    ...(release !== undefined && { release }),
    ...(built !== undefined && { built }),
    ...toldCounts(counts),
    ...(collections !== undefined && { collections }),
    ...(quarantined !== undefined && { quarantined }),
    ...(versions !== undefined && { versions }),
    withdrawn,
    contentRoot: await contentRoot(blockSums, catalogue.sums),
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

interface CatalogueWriter {
  /** Its blocks as they are stored: few and small, they wait until all cables are written. */
  readonly stored: readonly Uint8Array[]
  readonly blocks: readonly BlockLengths[]
  readonly sums: readonly Uint8Array[]
  add(row: CatalogueRow): Promise<void>
  end(): Promise<void>
}

function catalogueWriter(deflate: Deflate): CatalogueWriter {
  const stored: Uint8Array[] = []
  const blocks: BlockLengths[] = []
  const sums: Uint8Array[] = []
  let rows: CatalogueRow[] = []
  const end = async (): Promise<void> => {
    if (rows.length === 0) return
    const block = columnsOf(rows)
    const deflated = deflate(block)
    rows = []
    stored.push(deflated)
    blocks.push({ stored: deflated.length, inflated: block.length })
    sums.push(await sha256(block))
  }
  return {
    stored,
    blocks,
    sums,
    async add(row) {
      rows.push(row)
      if (rows.length === catalogueBlockCables) await end()
    },
    end,
  }
}

/** Each chunk begins behind the end of the one before it; empty ones are left out. */
async function* inOrder(
  chunks: Iterable<EncodedChunk> | AsyncIterable<EncodedChunk>,
): AsyncGenerator<EncodedChunk> {
  let before: CatalogueEntry | undefined
  for await (const chunk of chunks) {
    const first = chunk.rows[0]?.entry
    if (first === undefined) continue
    if (before !== undefined && documentOrder(before, first) >= 0) {
      throw new Error(`${first.id} does not stand after ${before.id} in document order`)
    }
    before = chunk.rows.at(-1)?.entry
    yield chunk
  }
}
