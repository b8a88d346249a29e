import { join } from 'node:path'
import { sha256Hex } from '../edition/digest.ts'
import type { EditionCable, Manifest } from '../edition/edition.ts'
import { type EditionFacts, encodeEdition } from '../edition/encode.ts'
import {
  bytesOfManifest,
  manifestFromBytes,
  manifestName,
  rootDigits,
} from '../edition/manifest.ts'
import type { Audience } from '../release/audience.ts'
import type { LedgerEntry, Vault } from '../vault/vault.ts'
import { removeAll, writeDurably } from './folder.ts'
import { namesToKeep } from './former-edition.ts'
import { asPressError } from './press-error.ts'
import { type Projection, projection, type RememberAnchors } from './projection.ts'
import type { Remember } from './reading.ts'
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

/** What a build may be told. */
export interface BuildOptions {
  /** Public only: the release before. An edition that differs from it gets the next number. */
  readonly lastRelease?: Release
  /** Takes the readings that the vault has not cached. */
  readonly remember?: Remember
  /** Takes the addresses of paragraphs that the vault has not given. */
  readonly rememberAnchors?: RememberAnchors
  /** What `projection` gave for this vault and audience, where it was already asked. */
  readonly projection?: Projection
  /** Called with each cable as it is written, for a bar of progress. */
  readonly onCable?: (cable: EditionCable) => void
}

/**
 * Builds the edition of an audience and switches to it: written into a folder of its own, every
 * byte on disk before the name is given, the name given before `current` points there. The caller
 * holds the writer's lock. Readers of the edition before finish undisturbed.
 */
export async function buildEdition(
  archiveDir: string,
  vault: Vault,
  audience: Audience,
  options: BuildOptions = {},
): Promise<BuiltEdition> {
  try {
    const shelf = await openShelf(archiveDir, audience)
    return await buildOn(shelf, vault, audience, options)
  } catch (error) {
    throw asPressError(error, join(archiveDir, audience))
  }
}

async function buildOn(
  shelf: Shelf,
  vault: Vault,
  audience: Audience,
  options: BuildOptions,
): Promise<BuiltEdition> {
  const { remember, rememberAnchors } = options
  const memory = { ...(remember && { remember }), ...(rememberAnchors && { rememberAnchors }) }
  const former = await currentName(shelf)
  const seen = options.projection ?? projection(vault, audience, memory)
  const { folder, manifestBytes } = await written(shelf, vault, seen, options)
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
  shelf: Shelf,
  vault: Vault,
  seen: Projection,
  { lastRelease, onCable }: BuildOptions,
): Promise<{ folder: string; manifestBytes: Uint8Array }> {
  const folder = await newFolder(shelf)
  const finish = (manifest: Manifest): Promise<Manifest> => numbered(manifest, lastRelease)
  const facts = factsOf(vault, seen, lastRelease)
  let manifestBytes: Uint8Array = new Uint8Array()
  try {
    for await (const file of encodeEdition(counted(seen.cables(), onCable), facts, { finish })) {
      await writeDurably(join(folder, file.name), file.bytes)
      if (file.name === manifestName) manifestBytes = file.bytes
    }
  } catch (error) {
    await removeAll(folder)
    throw error
  }
  return { folder, manifestBytes }
}

/** Date of an edition from a vault that has no entry yet. */
const beforeAll = '1970-01-01T00:00:00.000Z'

function factsOf(vault: Vault, seen: Projection, last: Release | undefined): EditionFacts {
  const { audience, withdrawn, versions, collections } = seen
  const facts = { audience, date: lastDate(vault.ledger()), withdrawn }
  if (audience === 'public') return { ...facts, release: last?.release ?? 1 }
  let quarantined = 0
  for (const _item of vault.quarantine()) quarantined += 1
  return { ...facts, quarantined, versions, collections }
}

/** The number of the release before stays where everything else stays. */
async function numbered(manifest: Manifest, last: Release | undefined): Promise<Manifest> {
  if (manifest.audience !== 'public' || last === undefined) return manifest
  const root = await sha256Hex(bytesOfManifest(manifest))
  return root === last.root ? manifest : { ...manifest, release: last.release + 1 }
}

/** Time of the last decision or ingest; what publishes or tidies up is neither. */
function lastDate(ledger: Iterable<LedgerEntry>): string {
  let date = beforeAll
  for (const { kind, time } of ledger) if (kind !== 'publish' && kind !== 'prune') date = time
  return date
}

function* counted(
  cables: Iterable<EditionCable>,
  onCable: ((cable: EditionCable) => void) | undefined,
): Generator<EditionCable> {
  for (const cable of cables) {
    onCable?.(cable)
    yield cable
  }
}
