import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openArchive } from '../../src/archive/open-archive.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { schemaSteps } from '../../src/vault/schema.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'

/** What an archive holds, as far as an undisturbed run and a disturbed one must agree. */
export interface Holdings {
  readonly cables: number
  readonly versions: number
  readonly witnesses: number
  readonly quarantined: number
  /** Files of all editions that are kept. */
  readonly files: number
  /** Content roots of the current editions; none where there is none. */
  readonly desk?: string
  readonly public?: string
}

/**
 * Reads what an archive holds; nothing where its vault is still of an earlier format. Throws where it
 * cannot be read.
 */
export async function holdingsOf(archive: string): Promise<Holdings | undefined> {
  if (vaultFormat(archive) < schemaSteps.length) return undefined
  const vault = openVault(archive)
  try {
    const { cables, versions, witnesses, quarantined } = vault.counts()
    const [desk, open] = [await contentRoot(archive, 'desk'), await contentRoot(archive, 'public')]
    return {
      ...{ cables, versions, witnesses, quarantined, files: editionFiles(archive) },
      ...(desk !== undefined && { desk }),
      ...(open !== undefined && { public: open }),
    }
  } finally {
    vault.close()
  }
}

function editionFiles(archive: string): number {
  const shelves = ['desk', 'public'].map((name) => join(archive, name))
  return shelves
    .filter((shelf) => existsSync(shelf))
    .flatMap((shelf) => readdirSync(shelf, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile()).length
}

/** `PRAGMA user_version` of the vault. */
function vaultFormat(archive: string): number {
  const db = new DatabaseSync(vaultFolder(archive).file)
  try {
    return Number(db.prepare('PRAGMA user_version').get()?.user_version)
  } finally {
    db.close()
  }
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
  if (vaultFormat(archive) === schemaSteps.length) faults.push(...sumFaults(db))
  db.close()
  for (const audience of ['desk', 'public'] as const) {
    if (!existsSync(join(archive, audience, 'current'))) continue
    const verdict = await verifyArchive(archive, audience)
    faults.push(...verdict.faults.map(({ code, file }) => `${audience} edition: ${code} ${file}`))
  }
  return faults
}

/** What was taken in has to add up: by ledger entry, by source, and with what is held. */
const sums: Readonly<Record<string, string>> = {
  'entries whose files do not add up to it': `
    SELECT l.number FROM ledger l JOIN intake i ON i.ledger = l.number WHERE l.kind = 'ingest'
    GROUP BY l.number HAVING
      sum(i.new) <> json_extract(l.data, '$.new') OR
      sum(i.new_version) <> json_extract(l.data, '$.newVersion') OR
      sum(i.unchanged) <> json_extract(l.data, '$.unchanged') OR
      sum(i.copy) <> json_extract(l.data, '$.copy') OR
      sum(i.quarantined) <> json_extract(l.data, '$.quarantined')`,
  'sources whose items are not held': `
    SELECT i.source FROM intake i GROUP BY i.source
    HAVING sum(i.new + i.new_version + i.copy) <>
      (SELECT count(*) FROM witness w WHERE w.source = i.source)`,
  'cables without a version': `
    SELECT id FROM cable c WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.cable = c.number)`,
  'versions without a witness': `
    SELECT number FROM version v
    WHERE NOT EXISTS (SELECT 1 FROM witness w WHERE w.version = v.number)`,
}

function sumFaults(db: DatabaseSync): readonly string[] {
  return Object.entries(sums).flatMap(([fault, query]) => {
    const rows = db.prepare(query).all()
    return rows.length === 0 ? [] : [`${fault}: ${JSON.stringify(rows.slice(0, 3))}`]
  })
}

/** Files that a finished command must not leave behind. */
export function leftovers(archive: string): readonly string[] {
  return readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:^|[/\\])\.(?:new|old|current)-/.test(name),
  )
}
