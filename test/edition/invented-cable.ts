import type { Cable } from '../../src/cable/record.ts'
import type { EditionCable } from '../../src/edition/edition.ts'
import { type EditionFacts, encodeEdition } from '../../src/edition/encode.ts'
import { type EncodedChunk, encodeChunk } from '../../src/edition/encode-chunk.ts'
import type { EditionFile } from '../../src/edition/section-writer.ts'
import { deflateBlock, hashBlock } from '../../src/press/block-codec.ts'

/** An invented cable with nothing in it but what is given. */
export function inventedCable(
  id: string,
  fields: Partial<Cable> = {},
  more: Partial<EditionCable> = {},
): EditionCable {
  const words = more.text ?? `SUBJECT: WEATHER AT ${id}\n\n1. (U) The lake at ${id} froze again.\n`
  const record: Cable = {
    id,
    title: `Weather at ${id}`,
    captions: [],
    passing: [],
    to: [],
    info: [],
    excluded: [],
    tags: [],
    references: [],
    paragraphs: [],
    signature: [],
    partial: false,
    media: [],
    collection: 'invented',
    text: 'full',
    protection: [],
    diagnostics: [],
    ...fields,
  }
  return {
    record,
    text: words,
    header: '',
    segments: [{ kind: 'body', text: words }],
    aliases: [],
    ...more,
  }
}

/** Measures that a test makes small. */
export interface Sizes {
  readonly blockBytesMax?: number
  readonly partBytesMax?: number
  readonly chunkCables?: number
}

/** All files of the edition of these cables, which stand in document order. */
export async function editionFiles(
  cables: readonly EditionCable[],
  facts: EditionFacts,
  { blockBytesMax, partBytesMax, chunkCables = 100 }: Sizes = {},
): Promise<EditionFile[]> {
  const block = blockBytesMax === undefined ? {} : { blockBytesMax }
  const chunks: EncodedChunk[] = []
  for (let at = 0; at < cables.length; at += chunkCables) {
    const some = cables.slice(at, at + chunkCables)
    chunks.push(encodeChunk(some, { deflate: deflateBlock, sha256: hashBlock, ...block }))
  }
  const part = partBytesMax === undefined ? {} : { partBytesMax }
  return Array.fromAsync(encodeEdition(chunks, facts, { deflate: deflateBlock, ...part }))
}

/** Words in an order that looks random and is the same each time; they hardly compress. */
export function inventedWords(seed: number, count: number): string {
  const words: string[] = []
  let state = seed * 2654435761 + 1
  for (let n = 0; n < count; n += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    words.push(state.toString(36))
  }
  return words.join(' ')
}
