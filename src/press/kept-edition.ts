import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EditionError } from '../edition/edition-error.ts'
import { manifestFromBytes, manifestName } from '../edition/manifest.ts'
import type { Audience } from '../release/audience.ts'
import { bytesIn, namesIn, removeAll, renameFirmly } from './folder.ts'
import { currentName, openShelf, type Shelf } from './shelf.ts'

/** An edition that lies on a shelf: the current one, or one that it superseded. */
export interface KeptEdition {
  readonly audience: Audience
  /** Name of its folder: 12 hex digits. */
  readonly name: string
  readonly isCurrent: boolean
  /** Number of the release; public only. */
  readonly release?: number
  /** Time of the last decision or ingest that it shows, ISO 8601. */
  readonly date: string
  /** Of all its files. */
  readonly bytes: number
}

/** The editions of an audience that are on the disk and can be read, by name. */
export async function keptEditions(
  archiveDir: string,
  audience: Audience,
): Promise<readonly KeptEdition[]> {
  const shelf = await openShelf(archiveDir, audience)
  const current = await currentName(shelf)
  const found: KeptEdition[] = []
  for (const name of await namesIn(shelf.editions)) {
    const edition = await readKept(shelf, audience, name)
    if (edition !== undefined) found.push({ ...edition, isCurrent: name === current })
  }
  return found
}

/** Removes an edition that is not current. Whoever reads it has its files open. */
export async function removeKept(archiveDir: string, edition: KeptEdition): Promise<void> {
  const shelf = await openShelf(archiveDir, edition.audience)
  if ((await currentName(shelf)) === edition.name) {
    throw new Error(`the edition ${edition.name} is current and may not be removed`)
  }
  // Out of sight in one step: what is half removed would be found by nobody.
  const old = join(shelf.editions, `.old-${process.pid}-${edition.name}`)
  await renameFirmly(join(shelf.editions, edition.name), old)
  await removeAll(old)
}

async function readKept(
  shelf: Shelf,
  audience: Audience,
  name: string,
): Promise<Omit<KeptEdition, 'isCurrent'> | undefined> {
  const folder = join(shelf.editions, name)
  const manifest = await bytesIn(folder, manifestName)
  if (manifest === undefined) return undefined
  try {
    const { date, release } = manifestFromBytes(manifest)
    let bytes = 0
    for (const file of await namesIn(folder)) bytes += (await stat(join(folder, file))).size
    return { audience, name, date, bytes, ...(release !== undefined && { release }) }
  } catch (error) {
    // Nobody knows how old a damaged one is: `verify` names it, the next build replaces it.
    if (error instanceof EditionError) return undefined
    throw error
  }
}
