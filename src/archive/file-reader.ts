import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ByteRange, RangeReader } from '../edition/edition.ts'
import { EditionError } from '../edition/edition-error.ts'
import { manifestBytesMax, sectionOf } from '../edition/layout.ts'
import { manifestName } from '../edition/manifest.ts'

/** The files of an edition's folder, opened once: a later removal does not disturb the reader. */
export interface FileReader extends RangeReader {
  /** Closes the files when the reads under way are done. */
  close(): Promise<void>
}

/** Opens all files of an edition's folder. Throws what the system says where there is no folder. */
export async function openFiles(folder: string): Promise<FileReader> {
  const files = new Map<string, FileHandle>()
  const close = async (): Promise<void> => {
    await Promise.all([...files.values()].map((file) => file.close()))
  }
  try {
    for (const name of await readdir(folder)) {
      const isOurs = name === manifestName || sectionOf(name) !== undefined
      if (isOurs) files.set(name, await open(join(folder, name), 'r'))
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    fetch: (ranges) => Promise.all(ranges.map((range) => readRange(files, range))),
    close,
  }
}

async function readRange(
  files: ReadonlyMap<string, FileHandle>,
  { file: name, start, end }: ByteRange,
): Promise<Uint8Array> {
  const file = files.get(name)
  if (file === undefined) {
    throw new EditionError(
      'EDITION_FILE_MISSING',
      name,
      `The file ${name} of the edition is missing: copy or build the edition again.`,
    )
  }
  const wanted = Number.isFinite(end) ? end - start : (await file.stat()).size - start
  if (!Number.isFinite(end) && wanted > manifestBytesMax) {
    throw new EditionError('EDITION_LENGTH', name, `${name} is too long: this is no edition.`)
  }
  const bytes = new Uint8Array(Math.max(wanted, 0))
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length)
    // A file that ends early gives fewer bytes; whoever asked for them says so.
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}
