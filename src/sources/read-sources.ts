import { type BytesOptions, formatNamed, readBytes } from './read-bytes.ts'
import { readFileContent } from './read-file.ts'
import type { SourceResult } from './source.ts'
import { isFolder, requirePaths, type WalkedEntry, type WalkOptions, walk } from './walk.ts'

/** How sources are read. */
export type SourceOptions = BytesOptions & WalkOptions

/**
 * Reads files, folders and `-` (standard input), each file as one cable: every file met ends as
 * one item or one failure, in the order of the paths and, below a folder, of the names.
 *
 * Throws `SourceError` before anything is read where a path names nothing or the format is
 * unknown. A folder without any file is a failure of its own, `NOTHING_USABLE`.
 */
export async function* readSources(
  paths: readonly string[],
  options: SourceOptions = {},
): AsyncIterable<SourceResult> {
  await checkSources(paths, options)
  for (const path of paths) {
    const folder = await isFolder(path)
    let results = 0
    for await (const entry of walk(path, options)) {
      const result = await readEntry(entry, options)
      results += 1
      yield result
    }
    if (folder && results === 0) yield nothingUsable(path)
  }
}

/** Throws `SourceError` where a path names nothing or the format is unknown; reads nothing. */
export async function checkSources(
  paths: readonly string[],
  options: BytesOptions = {},
): Promise<void> {
  formatNamed(options.format)
  await requirePaths(paths)
}

function nothingUsable(path: string): SourceResult {
  const reason = 'The folder holds no file.'
  return { failure: { code: 'NOTHING_USABLE', reason, locator: path } }
}

async function readEntry(entry: WalkedEntry, options: BytesOptions): Promise<SourceResult> {
  if ('refused' in entry) {
    return { failure: { code: entry.code, reason: entry.reason, locator: entry.refused } }
  }
  const content = await readFileContent(entry.file)
  if (content.code !== undefined) {
    return { failure: { code: content.code, reason: content.reason, locator: entry.file } }
  }
  return readBytes(content.bytes, entry.file, options)
}
