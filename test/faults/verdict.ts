import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openArchive } from '../../src/archive/open-archive.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import { openVault } from '../../src/vault/open-vault.ts'

/** What an archive holds, as far as an undisturbed run and a disturbed one must agree. */
export interface Holdings {
  readonly cables: number
  readonly versions: number
  readonly witnesses: number
  readonly quarantined: number
  /** Items that the ledger counts, over all entries. */
  readonly items: number
  /** Content roots of the current editions; none where there is none. */
  readonly desk?: string
  readonly public?: string
}

/** Reads what an archive holds; throws where it cannot be read. */
export async function holdingsOf(archive: string): Promise<Holdings> {
  const vault = openVault(archive)
  try {
    const { cables, versions, witnesses, quarantined } = vault.counts()
    let items = 0
    for (const { kind, data } of vault.ledger()) if (kind === 'ingest') items += itemsIn(data)
    const [desk, open] = [await contentRoot(archive, 'desk'), await contentRoot(archive, 'public')]
    return {
      ...{ cables, versions, witnesses, quarantined, items },
      ...(desk !== undefined && { desk }),
      ...(open !== undefined && { public: open }),
    }
  } finally {
    vault.close()
  }
}

function itemsIn(data: Readonly<Record<string, unknown>>): number {
  const outcomes = ['new', 'newVersion', 'unchanged', 'copy', 'quarantined']
  return outcomes.reduce((sum, outcome) => sum + Number(data[outcome] ?? 0), 0)
}

async function contentRoot(
  archive: string,
  audience: 'desk' | 'public',
): Promise<string | undefined> {
  if (!existsSync(join(archive, audience, 'current'))) return undefined
  const door = await openArchive(archive, audience)
  try {
    const edition = await door.current()
    const root = edition.manifest.contentRoot
    await edition.close()
    return root
  } finally {
    await door.close()
  }
}

/** What is wrong with an archive in itself: the database, the editions. Empty where nothing is. */
export async function faultsOf(archive: string): Promise<readonly string[]> {
  const faults: string[] = []
  const db = new DatabaseSync(join(archive, 'vault', 'vault.sqlite'))
  for (const check of ['integrity_check', 'foreign_key_check']) {
    const rows = db.prepare(`PRAGMA ${check}`).all()
    const isSound = rows.length === 0 || Object.values(rows[0] ?? {})[0] === 'ok'
    if (!isSound) faults.push(`${check}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  db.close()
  for (const audience of ['desk', 'public'] as const) {
    if (!existsSync(join(archive, audience, 'current'))) continue
    const verdict = await verifyArchive(archive, audience)
    faults.push(...verdict.faults.map(({ code, file }) => `${audience} edition: ${code} ${file}`))
  }
  return faults
}

/** Files that a finished command must not leave behind. */
export function leftovers(archive: string): readonly string[] {
  return readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:^|[/\\])\.(?:new|old|current)-/.test(name),
  )
}
