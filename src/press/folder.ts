import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Folders are for the owner alone, and so are files. */
const folderMode = 0o700
const fileMode = 0o600

/** Times a rename is tried: on some systems a scanner may hold the file for a moment. */
const renameTriesMax = 6

/** Makes a folder with those above it; each that it makes is the owner's alone. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: folderMode })
  await chmod(folder, folderMode)
}

/** Writes a file that is not there yet, and returns when its bytes are on the disk. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', fileMode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Brings the names in a folder to the disk. Some systems cannot; then their own order has to do. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(codeOf(error))) throw error
  }
}

/** Renames, over what stands there; tried again while another program holds the name. */
export async function renameFirmly(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to)
      break
    } catch (error) {
      const held = ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))
      if (!held || attempt === renameTriesMax) throw error
      await setTimeout(10 * 2 ** attempt)
    }
  }
  await syncFolder(dirname(to))
}

/** Removes a file or a folder with all that it holds, where it is there. */
export async function removeAll(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 })
}

/** Names in a folder; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Bytes of a file in a folder; undefined where there is none. */
export async function bytesIn(folder: string, name: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, name))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
