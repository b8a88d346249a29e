import { type BuiltEdition, buildEdition, type PressProgress } from '../press/build-edition.ts'
import { openVaultForWriting, type VaultWriter } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'

/** What the writing of an edition tells while it runs. */
export interface BuildProgress {
  readonly onProgress?: (progress: PressProgress) => void
}

/**
 * `chancery build`: a new desk edition of everything held, and the switch to it. Takes the writer's
 * lock; throws `VaultError` where there is no vault or somebody else writes.
 */
export async function build(
  archiveDir: string,
  progress: BuildProgress = {},
): Promise<BuiltEdition> {
  requireVault(archiveDir)
  const writer = openVaultForWriting(archiveDir, 'build')
  try {
    return await buildDesk(archiveDir, writer, progress)
  } finally {
    writer.close()
  }
}

/** Builds the desk edition under a lock that is held already, as at the end of an ingest. */
export function buildDesk(
  archiveDir: string,
  writer: VaultWriter,
  progress: BuildProgress = {},
): Promise<BuiltEdition> {
  return buildEdition(archiveDir, writer, 'desk', {
    remember: writer.cacheReading,
    rememberAnchors: writer.addAnchors,
    ...progress,
  })
}

export type { PressProgress }
