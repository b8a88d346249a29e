import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type ArchiveReaderOptions,
  archiveReader,
} from '../../../src/sources/archives/archive-reader.ts'
import type { BytesOptions } from '../../../src/sources/read-bytes.ts'
import { readSources } from '../../../src/sources/read-sources.ts'
import type { SourceResult } from '../../../src/sources/source.ts'
import { tarOf, telegramOf } from './making.ts'

const dir = mkdtempSync(join(tmpdir(), 'chancery-archives-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function put(name: string, bytes: Uint8Array): string {
  writeFileSync(join(dir, name), bytes)
  return join(dir, name)
}

const many = tarOf(
  ...Array.from({ length: 2_000 }, (_, at) => ({ name: `${at}.txt`, bytes: telegramOf(at) })),
)

describe('the archive reader', () => {
  it('reads the archives of a folder by their content, with format and collection', async () => {
    const folder = mkdtempSync(join(dir, 'dump-'))
    writeFileSync(join(folder, 'a.txt'), telegramOf(1))
    writeFileSync(join(folder, 'b.css.dat'), gzipSync(tarOf({ name: '2', bytes: telegramOf(2) })))
    writeFileSync(join(folder, 'c.gz'), 'UNCLAS LOME 000003\n')
    const options: BytesOptions = { collection: 'jane', format: 'text' }
    const all = await Array.fromAsync(readSources([folder], options))
    expect(all.map(({ item }) => item?.locator.replace(folder, '.'))).toEqual([
      './a.txt',
      './b.css.dat › 2',
      './c.gz',
    ])
    for (const { item } of all) {
      expect(item).toMatchObject({ format: 'text', facts: { collection: 'jane' } })
    }
  })

  it('says of an archive with nothing in it that it is so', async () => {
    const path = put('empty.gz', gzipSync(tarOf({ name: 'folder/', type: '5' })))
    const [only, ...rest] = await Array.fromAsync(readSources([path]))
    expect(only?.failure).toMatchObject({ code: 'NOTHING_USABLE', file: path, locator: path })
    expect(rest).toEqual([])
  })

  it('tells how far it is, and is not asked for more than is wanted', async () => {
    const path = put('many.tar.gz', gzipSync(many))
    let last = 0
    let items = 0
    for await (const { bytesRead } of readSources([path])) {
      expect(bytesRead).toBeGreaterThanOrEqual(last)
      last = bytesRead ?? 0
      items += 1
    }
    expect(items).toBe(2_000)
    expect(last).toBe(gzipSync(many).length)
  })

  it('may be killed in the middle: what it gave is kept, the next archive is read', async () => {
    const path = put('many.tar', many)
    const pids: number[] = []
    const reader = archiveReader({ onStart: (pid) => pids.push(pid) })
    const results: SourceResult[] = []
    for await (const result of reader.read({ file: path, locator: path }, {})) {
      results.push(result)
      if (results.length === 10) process.kill(pids[0] ?? 0, 'SIGKILL')
    }
    const failure = results.at(-1)?.failure
    expect(failure).toMatchObject({ code: 'ARCHIVE_FAILED', file: path, locator: path })
    expect(failure?.reason).toContain('SIGKILL')
    expect(results.length).toBeGreaterThan(10)
    expect(results.length).toBeLessThan(2_001)
    expect((await Array.fromAsync(reader.read({ file: path, locator: path }, {}))).length).toBe(
      2_000,
    )
    reader.close()
    expect(pids.length).toBe(2)
  })

  it('is given up where it gets no further', async () => {
    const path = put('still.tar', many)
    const pids: number[] = []
    const options: ArchiveReaderOptions = { stallMs: 300, onStart: (pid) => pids.push(pid) }
    const reader = archiveReader(options)
    let last: SourceResult | undefined
    for await (const result of reader.read({ file: path, locator: path }, {})) {
      if (last === undefined) process.kill(pids[0] ?? 0, 'SIGSTOP')
      last = result
    }
    expect(last?.failure?.code).toBe('ARCHIVE_FAILED')
    expect(last?.failure?.reason).toContain('no further for 0.3 seconds')
    reader.close()
  })

  it('is left in the middle without a trace', async () => {
    const path = put('left.tar', many)
    let pid = 0
    const reader = archiveReader({ onStart: (started) => (pid = started) })
    for await (const _ of reader.read({ file: path, locator: path }, {})) break
    await expect
      .poll(() => {
        try {
          return process.kill(pid, 0)
        } catch {
          return false
        }
      })
      .toBe(false)
  })
})
