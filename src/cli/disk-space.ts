import { type Dirent, existsSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CommandError } from './failure.ts'

/** What an archive takes beside the texts themselves, bytes: database pages, an index, a journal. */
const archiveBytesMin = 20_000_000

/** Bytes of an archive for each byte of a dump: the originals compressed, and an edition. */
const archiveShare = 1.5

/**
 * Says before any work when the dump cannot fit where the archive stands. What a disk or a folder
 * does not tell is not guessed: then the vault says when it is full. A dry run needs no room. Gives
 * the bytes of the dump.
 */
export async function requireRoom(
  archiveDir: string,
  paths: readonly string[],
  isDryRun = false,
): Promise<number> {
  let dump = 0
  for (const path of paths) if (path !== '-') dump += await bytesUnder(path)
  if (isDryRun) return dump
  const needed = archiveBytesMin + dump * archiveShare
  const free = await freeBytes(archiveDir)
  if (free === undefined || free >= needed) return dump
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

/** Size of a file, or of all files under a folder; what cannot be looked at counts for nothing. */
async function bytesUnder(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (!found.isDirectory()) return found.size
  } catch {
    return 0
  }
  let sum = 0
  for (const entry of await entriesOf(path)) {
    if (entry.isDirectory() || entry.isFile()) sum += await bytesUnder(join(path, entry.name))
  }
  return sum
}

function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => [])
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6).toLocaleString('en-US')} MB`
}
