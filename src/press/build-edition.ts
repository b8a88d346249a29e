import { join } from 'node:path'
import { parserVersion } from '../cable/parser-version.ts'
import { sha256Hex } from '../edition/digest.ts'
import type { Manifest } from '../edition/edition.ts'
import { type EditionFacts, encodeEdition } from '../edition/encode.ts'
import type { EncodedChunk } from '../edition/encode-chunk.ts'
import {
  bytesOfManifest,
  manifestFromBytes,
  manifestName,
  rootDigits,
} from '../edition/manifest.ts'
import type { Audience } from '../release/audience.ts'
import type { Vault } from '../vault/vault.ts'
import { deflateBlock } from './block-codec.ts'
import { type CrewOptions, gatherCrew } from './crew.ts'
import { removeAll, writeDurably } from './folder.ts'
import { namesToKeep } from './former-edition.ts'
import { lastChange } from './last-change.ts'
import { asPressError } from './press-error.ts'
import { type ProjectedCable, type Projection, projection } from './projection.ts'
import {
  currentName,
  isWhole,
  keepOnly,
  newFolder,
  openShelf,
  type Shelf,
  shelve,
  switchTo,
} from './shelf.ts'
import type { EncodeTask } from './task.ts'

/** An edition on disk. */
export interface BuiltEdition {
  /** SHA-256 of the manifest, 64 hex digits; the first 12 name the folder. */
  readonly root: string
  readonly directory: string
  readonly manifest: Manifest
  /** The same edition was current before: nothing was written. */
  readonly unchanged: boolean
}

/** A release: its number among the public editions with differing roots, from 1. */
export interface Release {
  readonly release: number
  readonly root: string
}

/** How far a build is: first every cable held is looked at, then those of the edition are written. */
export interface PressProgress {
  readonly step: 'look' | 'write'
  readonly cables: number
  readonly total: number
}

/** What a build may be told. */
export interface BuildOptions extends CrewOptions {
  /** Public only: the release before. An edition that differs from it gets the next number. */
  readonly lastRelease?: Release
  /** What `projection` gave for this vault and audience, where it was already asked. */
  readonly projection?: Projection
  /** For a bar of progress. */
  readonly onProgress?: (progress: PressProgress) => void
}

/**
 * Builds the edition of an audience and switches to it: written into a folder of its own, every
 * byte on disk before the name is given, the name given before `current` points there. The caller
 * holds the writer's lock. Readers of the edition before finish undisturbed. The bytes are the same
 * however many threads write them.
 */
export async function buildEdition(
  archiveDir: string,
  vault: Vault,
  audience: Audience,
  options: BuildOptions = {},
): Promise<BuiltEdition> {
  try {
    const shelf = await openShelf(archiveDir, audience)
    return await buildOn(archiveDir, shelf, vault, audience, options)
  } catch (error) {
    throw asPressError(error, join(archiveDir, audience))
  }
}

async function buildOn(
  archiveDir: string,
  shelf: Shelf,
  vault: Vault,
  audience: Audience,
  options: BuildOptions,
): Promise<BuiltEdition> {
  const { onProgress } = options
  const onLooked = (cables: number, total: number): void =>
    onProgress?.({ step: 'look', cables, total })
  const former = await currentName(shelf)
  const seen =
    options.projection ?? (await projection(archiveDir, vault, audience, { ...options, onLooked }))
  const { folder, manifestBytes } = await written(archiveDir, shelf, vault, seen, options)
  const root = await sha256Hex(manifestBytes)
  const name = root.slice(0, rootDigits)
  const unchanged = former === name && (await isWhole(shelf, name))
  if (unchanged) {
    await removeAll(folder)
  } else {
    await shelve(shelf, folder, name)
    await switchTo(shelf, name)
  }
  await keepOnly(shelf, await namesToKeep(shelf, audience, name, unchanged ? undefined : former))
  const manifest = manifestFromBytes(manifestBytes)
  return { root, directory: join(shelf.editions, name), manifest, unchanged }
}

/** Writes the files of an edition into a folder of their own; leaves none where that fails. */
async function written(
  archiveDir: string,
  shelf: Shelf,
  vault: Vault,
  seen: Projection,
  options: BuildOptions,
): Promise<{ folder: string; manifestBytes: Uint8Array }> {
  const folder = await newFolder(shelf)
  const { lastRelease } = options
  const finish = (manifest: Manifest): Promise<Manifest> => numbered(manifest, lastRelease)
  const facts = factsOf(vault, seen, lastRelease)
  const chunks = encoded(archiveDir, vault, seen, options)
  let manifestBytes: Uint8Array = new Uint8Array()
  try {
    const files = encodeEdition(chunks, facts, { deflate: deflateBlock, finish })
    for await (const file of files) {
      await writeDurably(join(folder, file.name), file.bytes)
      if (file.name === manifestName) manifestBytes = file.bytes
    }
  } catch (error) {
    await removeAll(folder)
    throw error
  }
  return { folder, manifestBytes }
}

function factsOf(vault: Vault, seen: Projection, last: Release | undefined): EditionFacts {
  const { audience, withdrawn, versions, collections } = seen
  const { time, number } = lastChange(vault.ledger())
  const facts = { audience, date: time, withdrawn }
  if (audience === 'public') return { ...facts, release: last?.release ?? 1 }
  let quarantined = 0
  for (const _item of vault.quarantine()) quarantined += 1
  const built = { ledger: number, parser: parserVersion }
  return { ...facts, built, quarantined, versions, collections }
}

/** The number of the release before stays where everything else stays. */
async function numbered(manifest: Manifest, last: Release | undefined): Promise<Manifest> {
  if (manifest.audience !== 'public' || last === undefined) return manifest
  const root = await sha256Hex(bytesOfManifest(manifest))
  return root === last.root ? manifest : { ...manifest, release: last.release + 1 }
}

/** The chunks of the edition in their order, encoded by a crew of its own. */
async function* encoded(
  archiveDir: string,
  vault: Vault,
  { audience, order }: Projection,
  options: BuildOptions,
): AsyncGenerator<EncodedChunk> {
  const crew = gatherCrew(archiveDir, vault, audience, { ...options, cables: order.length })
  let cables = 0
  try {
    for await (const chunk of crew.run(chunksOf(order))) {
      yield chunk
      cables += chunk.rows.length
      options.onProgress?.({ step: 'write', cables, total: order.length })
    }
  } finally {
    await crew.close()
  }
}

/** Cables of one chunk, and the length of their texts together, in UTF-16 code units. */
const chunkCables = 1_024
const chunkLengthMax: number = 8 * 1024 * 1024

/** Cuts the edition into chunks: by what is in it alone, so that the bytes are always the same. */
function* chunksOf(order: readonly ProjectedCable[]): Generator<EncodeTask> {
  let ids: string[] = []
  let length = 0
  for (const cable of order) {
    const isFull = ids.length === chunkCables || length + cable.length > chunkLengthMax
    if (isFull && ids.length > 0) {
      yield { kind: 'encode', ids }
      ids = []
      length = 0
    }
    ids.push(cable.id)
    length += cable.length
  }
  if (ids.length > 0) yield { kind: 'encode', ids }
}
