import type { Stats } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { folderDepthMax } from './limits.ts'
import { fileOver, passedOver } from './passed-over.ts'
import { systemReason } from './read-file.ts'
import { SourceError } from './source-error.ts'

/** One entry met on the way: a file to read, a reason why it is not read, or a folder's end. */
export type WalkedEntry =
  | { readonly file: string }
  | { readonly refused: string; readonly code: string; readonly reason: string }

/** What is kept out while folders are walked. */
export interface WalkOptions {
  /** Folder of the archive that is being filled: it may lie inside the dump's folder. */
  readonly archive?: string
}

/** Throws `PATH_MISSING` for the first path that names nothing; `-` is standard input. */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) throw new SourceError('NO_PATHS', 'Name at least one file or folder.')
  for (const path of paths) {
    if (path !== '-' && (await statOf(path, true)) === undefined) {
      throw new SourceError('PATH_MISSING', `There is no file or folder "${path}".`)
    }
  }
}

/** What stands below one path given by a person, each entry once, names in code-unit order. */
export async function* walk(path: string, options: WalkOptions = {}): AsyncIterable<WalkedEntry> {
  if (path === '-') yield { file: path }
  else {
    const found = await statOf(path, true)
    if (found?.isDirectory()) yield* walkFolder(path, 1, options)
    else yield { file: path }
  }
}

/** True where a path given by a person is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return path !== '-' && (await statOf(path, true))?.isDirectory() === true
}

async function* walkFolder(
  folder: string,
  depth: number,
  options: WalkOptions,
): AsyncIterable<WalkedEntry> {
  if (options.archive !== undefined && resolve(folder) === resolve(options.archive)) {
    const reason = 'This is the archive itself, which is never read as a dump.'
    yield { refused: folder, code: 'NOT_A_CABLE', reason }
    return
  }
  if (depth > folderDepthMax) {
    const reason = `Folders are read ${folderDepthMax} levels deep, and this one lies deeper.`
    yield { refused: folder, code: 'FOLDER_TOO_DEEP', reason }
    return
  }
  let names: readonly string[]
  try {
    names = (await readdir(folder)).sort()
  } catch (error) {
    const reason = `The folder cannot be read: ${systemReason(error)}.`
    yield { refused: folder, code: 'UNREADABLE', reason }
    return
  }
  for (const name of names) yield* walkEntry(joined(folder, name), name, depth, options)
}

async function* walkEntry(
  path: string,
  name: string,
  depth: number,
  options: WalkOptions,
): AsyncIterable<WalkedEntry> {
  const found = await statOf(path, false)
  const over = found?.isFile() ? fileOver(name) : passedOver(name)
  const refuse = (code: string, reason: string): WalkedEntry => ({ refused: path, code, reason })
  if (!found) {
    yield refuse('UNREADABLE', 'The file cannot be read: it is gone, or its name is damaged.')
  } else if (found.isSymbolicLink()) {
    yield refuse('SYMLINK', 'This is a symbolic link; links are not followed. Give its target.')
  } else if (over !== undefined) {
    yield refuse('NOT_A_CABLE', over)
  } else if (found.isDirectory()) {
    yield* walkFolder(path, depth + 1, options)
  } else if (!found.isFile()) {
    yield refuse('NOT_A_FILE', 'This is a pipe, a socket or a device, not a file.')
  } else {
    yield { file: path }
  }
}

/** The path as given, then the names below it; kept as the person wrote it. */
function joined(folder: string, name: string): string {
  return folder.endsWith('/') || folder.endsWith('\\') ? folder + name : `${folder}/${name}`
}

async function statOf(path: string, follow: boolean): Promise<Stats | undefined> {
  try {
    return follow ? await stat(path) : await lstat(path)
  } catch {
    return undefined
  }
}
