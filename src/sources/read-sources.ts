import { archiveKind } from './archives/archive-kind.ts'
import { type ArchiveReader, archiveReader } from './archives/archive-reader.ts'
import { peek } from './peek.ts'
import { type BytesOptions, checkFormat } from './read-bytes.ts'
import { fileBytes, systemReason } from './read-file.ts'
import { readStream } from './read-stream.ts'
import type { SourceResult } from './source.ts'
import { isFolder, requirePaths, type WalkedEntry, type WalkOptions, walk } from './walk.ts'

/** How sources are read. */
export interface SourceOptions extends BytesOptions, WalkOptions {
  /** Called with the size of each piece that is taken from a file: how far the reading is. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * Reads files, folders and `-` (standard input): every entry of a dump, every file that is one
 * cable ends as one item or one failure, in the order of the paths and, below a folder, of the names.
 *
 * Throws `SourceError` before anything is read where a path names nothing or the format is
 * unknown. A folder without any file is a failure of its own, `NOTHING_USABLE`.
 */
export async function* readSources(
  paths: readonly string[],
  options: SourceOptions = {},
): AsyncIterable<SourceResult> {
  await checkSources(paths, options)
  const archives = archiveReader()
  try {
    for (const path of paths) {
      const folder = await isFolder(path)
      let results = 0
      for await (const entry of walk(path, options)) {
        for await (const result of readEntry(entry, options, archives)) {
          results += 1
          yield result
        }
      }
      if (folder && results === 0) yield nothingUsable(path)
    }
  } finally {
    archives.close()
  }
}

/** Throws `SourceError` where a path names nothing or the format is unknown; reads nothing. */
export async function checkSources(
  paths: readonly string[],
  options: BytesOptions = {},
): Promise<void> {
  checkFormat(options.format)
  await requirePaths(paths)
}

function nothingUsable(path: string): SourceResult {
  const reason = 'The folder holds no file.'
  return { failure: { code: 'NOTHING_USABLE', reason, file: path, locator: path } }
}

async function* readEntry(
  entry: WalkedEntry,
  options: SourceOptions,
  archives: ArchiveReader,
): AsyncIterable<SourceResult> {
  if ('refused' in entry) {
    const { refused, code, reason } = entry
    yield { failure: { code, reason, file: refused, locator: refused } }
    return
  }
  const { file } = entry
  const at = { file, locator: file }
  try {
    const { head, all, close } = await peek(told(fileBytes(file), options.onBytes))
    if (archiveKind(head) === undefined) yield* readStream(all, at, options)
    else if (file === '-') yield* archives.read(at, options, all)
    else {
      await close()
      yield* archives.read(at, options)
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    const reason = `The file cannot be read: ${systemReason(error)}.`
    yield { failure: { code: 'UNREADABLE', reason, ...at } }
  }
}

async function* told(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: SourceOptions['onBytes'],
): AsyncIterable<Uint8Array> {
  for await (const piece of bytes) {
    onBytes?.(piece.length)
    yield piece
  }
}

/** What the disk says; anything else that is thrown here is a bug. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
