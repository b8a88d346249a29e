import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, desk, jsonLines } from './chancery.ts'
import { ferry, impostor, sheep, truncatedPage } from './telegrams.ts'

let here: Desk

beforeEach(() => {
  here = desk()
  here.file('dump/a-ferry.txt', ferry)
  here.file('dump/z-sheep.txt', sheep)
})

afterEach(() => here.remove())

/** Ingests the dump and lists what was set aside. */
async function ingestDump() {
  const ended = await here.run(['ingest', 'dump'], { cwd: here.folder })
  const list = await here.run(['quarantine', 'list', '--json'])
  expect(list.code).toBe(0)
  const stats = await here.run(['stats', '--json'])
  return { ...ended, aside: JSON.parse(list.out), stats: JSON.parse(stats.out) }
}

test.each([
  ['an empty file', 'm-empty.txt', ''],
  ['a file of blanks', 'm-blank.txt', ' \n\n\t '],
  ['a binary', 'm-picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a truncated page', 'm-cut.html', truncatedPage],
])('%s is set aside with a reason, everything else is stored', async (_, name, content) => {
  here.file(join('dump', name), content)
  const { code, err, aside, stats } = await ingestDump()
  expect(code).toBe(1)
  expect(err).toMatch(/1 set aside/)
  expect(aside).toMatchObject([
    { locator: expect.stringContaining(name), code: expect.stringMatching(/^[A-Z_]+$/) },
  ])
  expect(aside[0].reason).toMatch(/\w.*\.$/)
  expect(stats).toMatchObject({ cables: 2, quarantined: 1 })
  const shown = await here.run(['quarantine', 'show', String(aside[0].number)])
  expect(shown.code).toBe(0)
  expect(shown.out).toContain(aside[0].code)
})

test('the bytes of what was set aside are kept', async () => {
  here.file('dump/m-cut.html', truncatedPage)
  const { aside } = await ingestDump()
  const raw = await here.run(['quarantine', 'show', '--raw', String(aside[0].number)])
  expect(raw).toMatchObject({ code: 0, out: truncatedPage })
})

test('a file that only root may read is set aside', async ({ skip }) => {
  const path = here.file('dump/m-secret.txt', ferry)
  chmodSync(path, 0)
  if (process.getuid?.() === 0) skip('root may read every file')
  const { code, aside, stats } = await ingestDump()
  expect(code).toBe(1)
  expect(aside).toMatchObject([{ locator: expect.stringContaining('m-secret.txt') }])
  expect(stats).toMatchObject({ cables: 2, quarantined: 1 })
})

test('a directory with nothing usable is named', async () => {
  const folder = join(here.folder, 'nothing')
  mkdirSync(folder)
  const named = new RegExp(`^NOTHING_USABLE: ${folder}: The folder holds no file`, 'm')
  const empty = await here.run(['ingest', folder])
  expect(empty).toMatchObject({ code: 1, err: expect.stringMatching(named) })
  here.file('nothing/notes.bin', Buffer.from([0, 1, 2, 3, 0, 255]))
  const { code, err } = await here.run(['ingest', folder])
  expect(code).toBe(1)
  expect(err).toMatch(/^BINARY: .*notes\.bin/m)
  expect(err).toMatch(named)
  expect(err).toMatch(/1 set aside/)
})

test('a path that does not exist is named, the others are ingested', async () => {
  const { code, err } = await here.run(['ingest', 'nowhere', 'dump'], { cwd: here.folder })
  expect(code).not.toBe(0)
  expect(err).toContain('nowhere')
  expect(err).not.toMatch(/\n\s+at /)
})

test('two cables with one number and different texts are both kept', async () => {
  here.file('dump/m-impostor.txt', impostor)
  const { stats } = await ingestDump()
  expect(stats.cables).toBe(3)
  const found = await here.run(['search', '--json', 'foghorns'])
  expect(JSON.parse(found.out).ids).toEqual(['06LOME9501~2'])
  const first = await here.run(['show', '--raw', '06LOME9501'])
  expect(first.out).toBe(ferry)
})

test('every item ends as exactly one of five, and they add up', async () => {
  here.file('dump/m-empty.txt', '')
  here.file('dump/n-copy.txt', ferry)
  const { code, out } = await here.run(['ingest', '--json', 'dump'], { cwd: here.folder })
  expect(code).toBe(1)
  const done = jsonLines(out).at(-1) as Record<string, number>
  expect(done).toMatchObject({ event: 'done', quarantined: 1 })
  const { new: fresh = 0, newVersion = 0, unchanged = 0, copy = 0, quarantined = 0 } = done
  expect(fresh + newVersion + unchanged + copy + quarantined).toBe(4)
})

test('a second writer is told who holds the archive, exit 3', async () => {
  expect((await ingestDump()).code).toBe(0)
  const { DatabaseSync } = await import('node:sqlite')
  const lock = new DatabaseSync(join(here.archive, 'vault/writer.lock'))
  lock.exec('BEGIN EXCLUSIVE')
  try {
    const { code, out, err } = await here.run(['ingest', 'dump'], { cwd: here.folder })
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toMatch(/^VAULT_LOCKED: .*\n$/)
    // Readers are not kept out.
    expect((await here.run(['search', 'sheep'])).code).toBe(0)
  } finally {
    lock.close()
  }
})
