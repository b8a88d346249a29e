import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parserVersion } from '../cable/parser-version.ts'
import { sha256Hex } from '../edition/digest.ts'
import type { Manifest } from '../edition/edition.ts'
import { EditionError } from '../edition/edition-error.ts'
import { formatVersion } from '../edition/layout.ts'
import { manifestFromBytes, manifestName } from '../edition/manifest.ts'
import type { Vault } from '../vault/vault.ts'
import type { BuiltEdition } from './build-edition.ts'
import { bytesIn } from './folder.ts'
import { lastChange } from './last-change.ts'
import { currentName, openShelf } from './shelf.ts'

/**
 * The current desk edition, where it shows the vault as it stands now and this program made it:
 * its format, its parser, the last entry of the ledger. Looks at its manifest and at the lengths
 * of its files; whoever wants each byte checked builds.
 */
export async function standingEdition(
  archiveDir: string,
  vault: Vault,
): Promise<BuiltEdition | undefined> {
  const shelf = await openShelf(archiveDir, 'desk')
  const name = await currentName(shelf)
  if (name === undefined) return undefined
  const directory = join(shelf.editions, name)
  const bytes = await bytesIn(directory, manifestName)
  const root = bytes && (await sha256Hex(bytes))
  const manifest = bytes && root?.startsWith(name) ? manifestIn(bytes) : undefined
  if (root === undefined || manifest === undefined) return undefined
  const isOfNow =
    manifest.formatVersion === formatVersion &&
    manifest.built?.parser === parserVersion &&
    manifest.built.ledger === lastChange(vault.ledger()).number
  if (!isOfNow || !(await hasFiles(directory, manifest))) return undefined
  return { root, directory, manifest, unchanged: true }
}

function manifestIn(bytes: Uint8Array): Manifest | undefined {
  try {
    return manifestFromBytes(bytes)
  } catch (error) {
    // Damaged, or of a newer program: it is built anew.
    if (error instanceof EditionError) return undefined
    throw error
  }
}

async function hasFiles(directory: string, { files }: Manifest): Promise<boolean> {
  for (const { name, bytes } of files) {
    const size = await stat(join(directory, name)).then(
      (found) => found.size,
      () => undefined,
    )
    if (size !== bytes) return false
  }
  return true
}
