import { type BuiltEdition, buildEdition } from '../press/build-edition.ts'
import { openVaultForWriting, type VaultWriter } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'

/** What the writing of an edition tells while it runs. */
export interface BuildProgress {
  /** Called for each cable that is written, with its number from 1. */
  readonly onCable?: (count: number) => void
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
    rememberAnchors: (sha256, anchors) => writer.addAnchors([[sha256, anchors]]),
    onCable: counter(progress),
  })
}

/** Counts cables for a bar of progress. */
export function counter(progress: BuildProgress): () => void {
  let count = 0
  return () => {
    count += 1
    progress.onCable?.(count)
  }
}
