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

  it('leaves the file as it was where a step of code fails, or the disk is full', () => {
    migrate(db, file, [first])
    const grow = (): void => {
      db.exec(`UPDATE note SET text = 'two'; CREATE TABLE room (b BLOB);
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
        INSERT INTO room SELECT zeroblob(4000) FROM n`)
    }
    const fail = (): never => {
      throw new Error('a bug')
    }
    expect(() => migrate(db, file, [first, grow, fail])).toThrow('a bug')
    db.exec('PRAGMA max_page_count = 40')
    expect(() => migrate(db, file, [first, grow])).toThrow(
      expect.objectContaining({ code: 'WRITE_FAILED', exit: 3 }),
    )
    expect(() => migrate(db, file, [first, grow])).toThrow(
      /make room for about \d+ MB and try again/,
    )
    expect(formatVersion(db, file, [first])).toBe(1)
    expect(db.prepare('SELECT * FROM note').all()).toEqual([{ text: 'one' }])
    db.exec('PRAGMA max_page_count = 100000')
    migrate(db, file, [first, grow])
    expect(db.prepare('SELECT * FROM note').all()).toEqual([{ text: 'two' }])
  })

  it.skipIf(process.platform === 'win32')('closes the copy to everybody else', () => {
    migrate(db, file, [first])
    migrate(db, file, [first, second])
    expect(statSync(`${file}.format-1`).mode & 0o777).toBe(0o600)
  })
})
