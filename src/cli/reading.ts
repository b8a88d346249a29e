import type { Archive } from '../archive/archive.ts'
import { archiveFolder } from './archive-folder.ts'

/** Opens the edition of an archive, lets it be read, and closes it again. */
export async function withArchive<Result>(
  options: { readonly archive?: string; readonly public?: boolean },
  read: (archive: Archive, dir: string) => Promise<Result>,
): Promise<Result> {
  const dir = archiveFolder(options.archive)
  const audience = options.public === true ? 'public' : 'desk'
  const { openArchive } = await import('../archive/open-archive.ts')
  const door = await openArchive(dir, audience)
  try {
    return await read(await door.current(), dir)
  } finally {
    await door.close()
  }
}
