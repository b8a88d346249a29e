import type { Manifest } from '../edition/edition.ts'
import { ArchiveError } from './archive-error.ts'
import { currentEdition, type EditionAudience, openFolder } from './current-edition.ts'

/** What an archive holds: the shape of `stats --json`. Counted from the manifests, never the vault. */
export interface ArchiveStats {
  readonly cables: number
  /** Distinct texts of all cables. */
  readonly versions: number
  readonly quarantined: number
  readonly collections: Manifest['collections']
  /** First and last day that is known. */
  readonly from?: string
  readonly to?: string
  readonly editions: { readonly desk?: EditionStats; readonly public?: EditionStats }
}

/** What stands of one audience's current edition. */
export interface EditionStats {
  /** First 12 digits of the root: the name of its folder. */
  readonly root: string
  readonly date: string
  readonly release?: number
  readonly cables: number
  readonly paragraphs: number
  /** Public only: ids that were public once. */
  readonly withdrawn: number
}

/** Counts an archive; throws `ArchiveError` where no edition of it can be read. */
export async function archiveStats(archiveDir: string): Promise<ArchiveStats> {
  const desk = await editionManifest(archiveDir, 'desk')
  const open = await editionManifest(archiveDir, 'public')
  const all = desk ?? open
  // Neither is there: the desk's sentence says what to do.
  if (all === undefined) throw await noEdition(archiveDir)
  const { cables, collections, from, to, versions = cables, quarantined = 0 } = all.manifest
  return {
    cables,
    versions,
    quarantined,
    collections,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    editions: {
      ...(desk !== undefined && { desk: statsOf(desk) }),
      ...(open !== undefined && { public: statsOf(open) }),
    },
  }
}

interface Named {
  readonly root: string
  readonly manifest: Manifest
}

function statsOf({ root, manifest }: Named): EditionStats {
  const { date, release, cables, paragraphs, withdrawn } = manifest
  return {
    root,
    date,
    ...(release !== undefined && { release }),
    cables,
    paragraphs,
    withdrawn: withdrawn.length,
  }
}

async function editionManifest(
  archiveDir: string,
  audience: EditionAudience,
): Promise<Named | undefined> {
  try {
    const root = await currentEdition(archiveDir, audience)
    const { edition, files } = await openFolder(archiveDir, audience, root)
    await files.close()
    return { root, manifest: edition.manifest }
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'EDITION_NONE') return undefined
    throw error
  }
}

async function noEdition(archiveDir: string): Promise<unknown> {
  return currentEdition(archiveDir, 'desk').then(
    () => new Error('the edition came while it was looked for'),
    (error: unknown) => error,
  )
}
