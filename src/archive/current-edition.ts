import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edition, Manifest } from '../edition/edition.ts'
import { EditionError } from '../edition/edition-error.ts'
import { rootDigits } from '../edition/manifest.ts'
import { openEdition } from '../edition/open-edition.ts'
import { ArchiveError } from './archive-error.ts'
import { type FileReader, openFiles } from './file-reader.ts'

/** Who an edition is for; as its manifest says. */
export type EditionAudience = Manifest['audience']

/** An edition on disk with its open files. */
export interface OpenFolder {
  readonly edition: Edition
  readonly files: FileReader
}

const currentLine = new RegExp(`^[0-9a-f]{${rootDigits}}$`)

/** Folder of an edition of that name. */
export function editionFolder(archiveDir: string, audience: EditionAudience, name: string): string {
  return join(archiveDir, audience, 'editions', name)
}

/** Name of the current edition's folder, as the file `current` says; throws `ArchiveError`. */
export async function currentEdition(
  archiveDir: string,
  audience: EditionAudience,
): Promise<string> {
  const name = await readLine(join(archiveDir, audience, 'current'))
  if (name !== undefined && currentLine.test(name)) return name
  if (name !== undefined) {
    throw new ArchiveError(
      'EDITION_UNREADABLE',
      `The file ${join(archiveDir, audience, 'current')} names no edition: ` +
        `run "chancery ${verb(audience)}" to write it again.`,
    )
  }
  if (!(await isFolder(archiveDir))) {
    throw new ArchiveError(
      'ARCHIVE_MISSING',
      `There is no archive in ${archiveDir}: make one with "chancery ingest PATH", or name ` +
        'another with --archive.',
    )
  }
  throw new ArchiveError(
    'EDITION_NONE',
    audience === 'desk'
      ? `The archive in ${archiveDir} has no desk edition yet: run "chancery build".`
      : `Nothing was published from the archive in ${archiveDir} yet: run "chancery publish".`,
  )
}

/** Opens the edition of that name; throws `ArchiveError` where it cannot be read. */
export async function openFolder(
  archiveDir: string,
  audience: EditionAudience,
  name: string,
): Promise<OpenFolder> {
  const files = await openFiles(editionFolder(archiveDir, audience, name))
  try {
    const edition = await openEdition(files, { root: name })
    if (edition.manifest.audience !== audience) {
      throw new ArchiveError(
        'AUDIENCE_WRONG',
        `The edition ${name} is for the audience "${edition.manifest.audience}" and lies among ` +
          `those for "${audience}": it is not opened.`,
      )
    }
    return { edition, files }
  } catch (error) {
    await files.close()
    if (!(error instanceof EditionError)) throw error
    throw new ArchiveError(
      'EDITION_UNREADABLE',
      `The ${audience} edition ${name} cannot be read: ${error.message} ` +
        `"chancery verify" lists all that is wrong, "chancery ${verb(audience)}" builds it anew.`,
      { cause: error },
    )
  }
}

/** First line of a small file; undefined where there is no such file. */
async function readLine(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** Whether the system says that a file or folder is not there. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
  )
}

function verb(audience: EditionAudience): string {
  return audience === 'desk' ? 'build' : 'publish'
}
