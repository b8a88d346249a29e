import { type Dirent, existsSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CommandError } from './failure.ts'

/** What an archive takes beside the texts themselves, bytes: database pages, an index, a journal. */
const archiveBytesMin = 20_000_000

/** Bytes of a vault for each byte of a dump: contents in solid blocks (0.65), readings (0.2). */
const vaultShare = 0.85

/** Bytes of an edition for each byte of a dump. */
const editionShare = 0.8

/** Bytes of text in each byte of a packed file. */
const packedShare = 4

const packed = /\.(?:zip|7z|gz|tgz|xz|zst|bz2)$/i

/** What an ingest will write. */
export interface RoomNeeded {
  /** Nothing is written. */
  readonly dryRun?: boolean
  /** No edition is made. */
  readonly build?: boolean
}

/**
 * Says before any work when the dump cannot fit where the archive stands. What a disk or a folder
 * does not tell is not guessed: then the vault says when it is full. A dump that was taken in before
 * needs no more room, so what the archive holds is taken off. Gives the bytes of the dump.
 */
export async function requireRoom(
  archiveDir: string,
  paths: readonly string[],
  { dryRun = false, build = true }: RoomNeeded = {},
): Promise<number> {
  const sizes = { dump: 0, text: 0 }
  for (const path of paths) if (path !== '-') await addUnder(path, sizes)
  if (dryRun) return sizes.dump
  const held = { dump: 0, text: 0 }
  await addUnder(archiveDir, held)
  const share = vaultShare + (build ? editionShare : 0)
  const needed = archiveBytesMin + Math.max(0, sizes.text * share - held.dump)
  const free = await freeBytes(archiveDir)
  if (free === undefined || free >= needed) return sizes.dump
  throw new CommandError(
    'TOO_LITTLE_DISK',
    `About ${megabytes(needed)} are needed in ${archiveDir}, ${megabytes(free)} are free: ` +
      'make room, or put the archive elsewhere with --archive.',
  )
}

async function freeBytes(place: string): Promise<number | undefined> {
  if (!existsSync(place) && place !== dirname(place)) return freeBytes(dirname(place))
  try {
    const { bavail, bsize } = await statfs(place)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** Sizes of files: as they lie there, and of the text in them. */
interface Sizes {
  dump: number
  text: number
}

/** Adds a file, or all files under a folder; what cannot be looked at counts for nothing. */
async function addUnder(path: string, sizes: Sizes): Promise<void> {
  try {
    const found = await stat(path)
    if (!found.isDirectory()) {
      sizes.dump += found.size
      sizes.text += found.size * (packed.test(path) ? packedShare : 1)
      return
    }
  } catch {
    return
  }
  for (const entry of await entriesOf(path)) {
    if (entry.isDirectory() || entry.isFile()) await addUnder(join(path, entry.name), sizes)
  }
}

function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => [])
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6).toLocaleString('en-US')} MB`
}
