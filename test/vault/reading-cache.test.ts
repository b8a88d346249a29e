import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVault } from '../../src/vault/open-vault.ts'
import {
  type KeptReading,
  openReadings,
  openReadingsForWriting,
} from '../../src/vault/reading-cache.ts'
import { textHash } from '../../src/vault/text-hash.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
import { openVaultForWriting } from '../../src/vault/write-vault.ts'
import { storedArrival } from './arrival-sample.ts'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-readings-'))
  file = join(dir, 'readings.sqlite')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const key = textHash('a reading')
const kept: KeptReading = { outline: '{"partial":false}', value: Buffer.from('packed') }

function fill(): void {
  const cache = openReadingsForWriting(file)
  cache.put(key, kept)
  cache.close()
}

function found(): KeptReading | undefined {
  const cache = openReadings(file)
  const reading = cache.get(key)
  cache.close()
  return reading && { ...reading, value: Buffer.from(reading.value) }
}

describe('the readings beside a vault', () => {
  it('come back, also before they are written, and are closed to others', () => {
    const cache = openReadingsForWriting(file)
    cache.put(key, kept)
    expect(cache.get(key)).toEqual(kept)
    expect(cache.get(textHash('another'))).toBeUndefined()
    cache.close()
    expect(found()).toEqual(kept)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('are none where nobody kept any', () => {
    expect(found()).toBeUndefined()
    expect(existsSync(file)).toBe(false)
  })

  it.each([
    ['is no database', () => writeFileSync(file, 'These are no readings. '.repeat(2000))],
    ['is cut off', () => writeFileSync(file, '')],
    ['has other tables', () => run('DROP TABLE reading; CREATE TABLE reading (x)')],
    ['is of another parser', () => run("UPDATE parser SET version = '0'")],
    ['is of another format', () => run('PRAGMA user_version = 99')],
  ])('are made anew where the file %s', (_name, damage) => {
    fill()
    damage()
    expect(found()).toBeUndefined()
    fill()
    expect(found()).toEqual(kept)
  })

  it.each(['outline', 'value'])('are missed where the disk changed the %s', (column) => {
    fill()
    run(`UPDATE reading SET ${column} = ${column === 'value' ? "x'00'" : "'{}'"}`)
    expect(found()).toBeUndefined()
    fill()
    expect(found()).toEqual(kept)
  })

  it('are done without where there is no place for them', () => {
    const nowhere = join(dir, 'none', 'readings.sqlite')
    const cache = openReadingsForWriting(nowhere)
    cache.put(key, kept)
    cache.close()
    expect(existsSync(nowhere)).toBe(false)
  })

  it('do not grow with each version of the parser', () => {
    fill()
    run("UPDATE parser SET version = '0'")
    const cache = openReadingsForWriting(file)
    cache.put(textHash('another'), kept)
    cache.close()
    const db = new DatabaseSync(file)
    expect(db.prepare('SELECT count(*) AS n FROM reading').get()).toEqual({ n: 1 })
    db.close()
  })
})

it('a vault may be read by several threads while it is written', async () => {
  const writer = openVaultForWriting(dir, 'test')
  writer.ensureCollection('test', { invented: false })
  writer.commit(
    Array.from({ length: 300 }, (_, n) => storedArrival(`07LOME${n + 1}`, `UNCLAS LOME ${n}`)),
    'test',
  )
  writer.cacheReading(key, kept)
  const threads = [1, 2].map(
    () =>
      new Promise<number>((resolve, reject) => {
        const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
          workerData: { archive: dir },
        })
        worker.once('message', resolve)
        worker.once('error', reject)
      }),
  )
  writer.commit([storedArrival('08LOME1', 'UNCLAS LOME 1')], 'test')
  for (const read of await Promise.all(threads)) expect(read).toBeGreaterThanOrEqual(300)
  writer.close()
  rmSync(vaultFolder(dir).readings)
  const reader = openVault(dir)
  expect(reader.cachedReading(key)).toBeUndefined()
  expect(reader.counts().cables).toBe(301)
  reader.close()
})

function run(sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}
