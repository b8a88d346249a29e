import { rmSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { type SchemaStep, schemaSteps } from './schema.ts'
import { VaultError } from './vault-error.ts'
import { makePrivateFile } from './vault-folder.ts'

/** `Chan` in ASCII: what `file` and a careful program recognise a vault by. */
const applicationId = 0x4368616e

/** Version of the format a file is in; 0 for an empty one. Throws on a newer or a foreign file. */
export function formatVersion(
  db: DatabaseSync,
  file: string,
  steps: readonly SchemaStep[] = schemaSteps,
): number {
  const version = pragma(db, 'user_version')
  const application = pragma(db, 'application_id')
  if (version > 0 && application !== applicationId) {
    throw new VaultError('VAULT_FOREIGN', `The file ${file} is no vault of Chancery.`)
  }
  if (version > steps.length) {
    const message = `The vault ${file} was written by a newer Chancery (format ${version}, this program knows ${steps.length}); use that one.`
    throw new VaultError('VAULT_NEWER', message)
  }
  return version
}

/**
 * Brings a file to this program's format, all steps in one transaction: cut off at any moment, it
 * is done again from the start. Before an existing vault is changed, a copy of it is written beside
 * it: `vault.sqlite.format-1`.
 */
export function migrate(
  db: DatabaseSync,
  file: string,
  steps: readonly SchemaStep[] = schemaSteps,
  copyTo: (target: string) => void = (target) => copyPrivately(db, target),
): void {
  const version = formatVersion(db, file, steps)
  if (version === steps.length) return
  try {
    if (version > 0) copyTo(`${file}.format-${version}`)
    takeSteps(db, steps, version)
    // The pages of what was brought over are free now; done without, they are used again.
    if (version > 0) db.exec('VACUUM')
  } catch (error) {
    const after = formatVersion(db, file, steps)
    if (after === steps.length) return
    throw isDiskFull(error) && version > 0 ? noRoom(file, version, steps.length, error) : error
  }
}

function takeSteps(db: DatabaseSync, steps: readonly SchemaStep[], version: number): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of steps.slice(version)) {
      if (typeof step === 'string') db.exec(step)
      else step(db)
    }
    db.exec(`PRAGMA application_id = ${applicationId}`)
    db.exec(`PRAGMA user_version = ${steps.length}`)
    db.exec('COMMIT')
  } catch (error) {
    // A full disk rolls back by itself.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** The copy is closed to others like the vault; one that an earlier try left makes room. */
function copyPrivately(db: DatabaseSync, target: string): void {
  rmSync(target, { force: true })
  makePrivateFile(target)
  db.prepare('VACUUM INTO ?').run(target)
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 13
}

function noRoom(file: string, version: number, target: number, cause: unknown): VaultError {
  const megabytes = Math.ceil((3 * statSync(file).size) / 1_000_000)
  const message = `The vault ${file} could not be brought from format ${version} to ${target}: the disk is full. It is as it was; make room for about ${megabytes} MB and try again.`
  return new VaultError('WRITE_FAILED', message, { cause })
}

function pragma(db: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0)
}
