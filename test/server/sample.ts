import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ArchiveDoor, openArchive } from '../../src/archive/open-archive.ts'
import { build } from '../../src/desk/build.ts'
import { ingest } from '../../src/desk/ingest.ts'

/** The bundled sample, taken in and built as the program does it, in a folder of its own. */
export interface Sample {
  readonly door: ArchiveDoor
  close(): Promise<void>
}

/** Makes an archive of the bundled sample and opens it. */
export async function openSample(): Promise<Sample> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-sample-'))
  const archive = join(folder, 'archive')
  const cables = fileURLToPath(new URL('../../sample/cables', import.meta.url))
  await ingest(archive, [cables], { collection: 'sample', invented: true })
  await build(archive)
  const door = await openArchive(archive, 'desk')
  return {
    door,
    async close() {
      await door.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
