import { type BuiltEdition, buildEdition, type PressProgress } from '../press/build-edition.ts'
import { standingEdition } from '../press/standing-edition.ts'
import { openVaultForWriting, type VaultWriter } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'

/** What the writing of an edition tells while it runs. */
export interface BuildProgress {
  readonly onProgress?: (progress: PressProgress) => void
}

/** When the desk edition is written, and who is told. */
export interface BuildOptions extends BuildProgress {
  /** Builds nothing where the current edition says that it shows the vault as it stands. */
  readonly onlyNews?: boolean
}

/**
 * `chancery build`: a new desk edition of everything held, and the switch to it. Takes the writer's
 * lock; throws `VaultError` where there is no vault or somebody else writes.
 */
export async function build(archiveDir: string, options: BuildOptions = {}): Promise<BuiltEdition> {
  requireVault(archiveDir)
  const writer = openVaultForWriting(archiveDir, 'build')
  try {
    const standing = options.onlyNews ? await standingEdition(archiveDir, writer) : undefined
    if (standing) return standing
    return await buildDesk(archiveDir, writer, options)
  } finally {
    writer.close()
  }
}

/** Builds the desk edition under a lock that is held already, as at the end of an ingest. */
export function buildDesk(
  archiveDir: string,
  writer: VaultWriter,
  { onProgress }: BuildProgress = {},
): Promise<BuiltEdition> {
  return buildEdition(archiveDir, writer, 'desk', {
    remember: writer.cacheReading,
    rememberAnchors: writer.addAnchors,
    ...(onProgress && { onProgress }),
  })
}

export type { PressProgress }
