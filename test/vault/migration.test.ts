import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatVersion, migrate } from '../../src/vault/migration.ts'

let dir: string
let file: string
let db: DatabaseSync

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-migration-'))
  file = join(dir, 'vault.sqlite')
  db = new DatabaseSync(file)
})
afterEach(() => {
  db.close()
  rmSync(dir, { recursive: true, force: true })
})

const first = "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('one')"
const second = 'ALTER TABLE note ADD COLUMN day TEXT'

describe('migrate', () => {
  it('takes every step a file has not had, once, and copies the file before', () => {
    migrate(db, file, [first])
    expect(existsSync(`${file}.format-0`)).toBe(false)
    migrate(db, file, [first, second])
    migrate(db, file, [first, second])
    expect(formatVersion(db, file, [first, second])).toBe(2)
    expect(db.prepare('SELECT text, day FROM note').all()).toEqual([{ text: 'one', day: null }])
    const copy = new DatabaseSync(`${file}.format-1`, { readOnly: true })
    expect(copy.prepare('SELECT * FROM note').all()).toEqual([{ text: 'one' }])
    copy.close()
  })

  it('leaves the file as it was where a step fails', () => {
    migrate(db, file, [first])
    expect(() => migrate(db, file, [first, second, 'NONSENSE'])).toThrow()
    expect(formatVersion(db, file, [first])).toBe(1)
    expect(db.prepare('SELECT * FROM note').all()).toEqual([{ text: 'one' }])
    // The copy of that try is there already, and the next try succeeds all the same.
    migrate(db, file, [first, second])
    expect(formatVersion(db, file, [first, second])).toBe(2)
  })

  it.skipIf(process.platform === 'win32')('closes the copy to everybody else', () => {
    migrate(db, file, [first])
    migrate(db, file, [first, second])
    expect(statSync(`${file}.format-1`).mode & 0o777).toBe(0o600)
  })
})
