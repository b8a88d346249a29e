import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { hex, sha256Hex } from '../edition/digest.ts'
import type { Edition, RangeReader } from '../edition/edition.ts'
import { EditionError } from '../edition/edition-error.ts'
import { cableDigestBytes, manifestBytesMax } from '../edition/layout.ts'
import { manifestName } from '../edition/manifest.ts'
import { openEdition } from '../edition/open-edition.ts'
import type { Audience } from '../release/audience.ts'
import { bytesIn, namesIn } from './folder.ts'
import { currentName, openShelf, type Shelf } from './shelf.ts'

/** The ids that the current public edition on disk holds, and the name of its folder. */
export interface FormerPublic {
  /** Empty where nothing was published yet, or where it cannot be read. */
  readonly ids: readonly string[]
  readonly name: string
  /** SHA-256 of its manifest and its number; absent where it cannot be read. */
  readonly root?: string
  readonly release?: number
}

/** Reads what is public now. */
export async function formerPublicIds(archiveDir: string): Promise<FormerPublic> {
  const shelf = await openShelf(archiveDir, 'public')
  const name = await currentName(shelf)
  const edition = name === undefined ? undefined : await editionOn(shelf, name)
  const ids = Array.from(edition?.catalogue ?? [], (entry) => entry.id)
  if (name === undefined || edition === undefined) return { ids, name: name ?? '' }
  const manifest = await bytesIn(join(shelf.editions, name), manifestName)
  const { release = 1 } = edition.manifest
  return { ids, name, release, ...(manifest && { root: await sha256Hex(manifest) }) }
}

/**
 * The editions that stay on a shelf: the current one and the one before it, for those who hold an
 * address of a page of its lists. A former public edition goes at once where a cable of it is
 * withdrawn or changed since: what was taken back is not to lie on in a folder named public.
 */
export async function namesToKeep(
  shelf: Shelf,
  audience: Audience,
  current: string,
  former: string | undefined,
): Promise<string[]> {
  const others = (await namesIn(shelf.editions)).filter((name) => name !== current)
  const before = former ?? others[0]
  if (before === undefined || before === current) return [current]
  if (audience === 'desk') return [current, before]
  const [now, then] = [await editionOn(shelf, current), await editionOn(shelf, before)]
  const stands = now !== undefined && then !== undefined && (await standsIn(then, now))
  return stands ? [current, before] : [current]
}

/** Whether every cable of one edition stands in another just as it is. */
async function standsIn(part: Edition, whole: Edition): Promise<boolean> {
  const [before, after] = [await digestsOf(part), await digestsOf(whole)]
  if (before === undefined || after === undefined) return false
  const held = new Set(after)
  return before.every((digest) => held.has(digest))
}

/** What tells the cables of an edition apart, their ids among it; undefined where nothing does. */
async function digestsOf(edition: Edition): Promise<string[] | undefined> {
  const bytes = await edition.digests()
  if (bytes === undefined) return undefined
  return Array.from({ length: bytes.length / cableDigestBytes }, (_, n) =>
    hex(bytes.subarray(n * cableDigestBytes, (n + 1) * cableDigestBytes)),
  )
}

async function editionOn(shelf: Shelf, name: string): Promise<Edition | undefined> {
  try {
    return await openEdition(folderReader(join(shelf.editions, name)), { root: name })
  } catch (error) {
    // A damaged edition is replaced like any other; `verify` is what complains about it.
    if (error instanceof EditionError) return undefined
    throw error
  }
}

/** Reads ranges of the files in a folder that nobody changes meanwhile. */
function folderReader(folder: string): RangeReader {
  return {
    async fetch(ranges) {
      const fetched: Uint8Array[] = []
      for (const { file, start, end } of ranges) {
        fetched.push(await readRange(join(folder, file), file, start, end))
      }
      return fetched
    },
  }
}

async function readRange(
  path: string,
  name: string,
  start: number,
  end: number,
): Promise<Uint8Array> {
  const file = await open(path, 'r').catch(() => {
    throw new EditionError('EDITION_FILE_MISSING', name, `The edition has no file ${name}.`)
  })
  try {
    const size = Math.min((await file.stat()).size, end) - start
    const bytes = new Uint8Array(Math.min(Math.max(size, 0), manifestBytesMax))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}
