import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, desk, jsonLines, root } from './chancery.ts'
import { ferry, sheep } from './telegrams.ts'

let here: Desk
beforeEach(() => {
  here = desk()
})
afterEach(() => here.remove())

const ferryNumbered = (serial: number): string =>
  ferry.replaceAll('9501', String(serial)).replace('forty sheep', `${serial} sheep`)

test('each item is told once it is on the disk, and the acknowledged ones add up', async () => {
  here.file('dump/ferry.txt', ferry)
  here.file('dump/sheep.txt', sheep)
  here.file('dump/diary.txt', 'Dear diary.')
  const { code, out } = await here.run(['ingest', '--json', 'dump'], { cwd: here.folder })
  expect(code).toBe(1)
  const events = jsonLines(out)
  const names = events.map(({ event }) => event)
  expect(names.slice(names.indexOf('item'))).toEqual(['item', 'item', 'item', 'committed', 'done'])
  expect(events.filter(({ event }) => event === 'item')).toMatchObject([
    { locator: 'dump/diary.txt', outcome: 'quarantined', code: 'NOT_A_CABLE' },
    { locator: 'dump/ferry.txt', outcome: 'new', id: '06LOME9501' },
    { locator: 'dump/sheep.txt', outcome: 'new', id: '06LOME9502' },
  ])
  expect(events.at(-2)).toMatchObject({ event: 'committed', items: 3 })
  expect(events.at(-1)).toMatchObject({
    items: 3,
    held: 2,
    cables: 2,
    reasons: { NOT_A_CABLE: 1 },
    stopped: false,
    processorMs: { commit: expect.any(Number), parse: expect.any(Number) },
  })
})

test('the summary says what came in, what is held, and where to look', async () => {
  here.file('dump/ferry.txt', ferry)
  here.file('dump/sheep.txt', sheep)
  for (let entry = 0; entry < 23; entry += 1) here.file(`dump/z${entry}.txt`, 'Dear diary.')
  const { err } = await here.run(['ingest', 'dump'], { cwd: here.folder })
  const lines = err.trim().split('\n')
  expect(lines.filter((line) => line.startsWith('NOT_A_CABLE: dump/z'))).toHaveLength(20)
  expect(lines.slice(20)).toEqual([
    'NOT_A_CABLE: 3 more like these.',
    expect.stringMatching(/^25 items in \d+ s: 2 new, 23 set aside\.$/),
    'The archive holds 2 cables. What came in: 2006-05-03 to 2006-05-04, 1 post.',
    `Set aside: 23 NOT_A_CABLE. See what and why: chancery quarantine list --archive ${here.archive}`,
    `Read them: chancery serve --archive ${here.archive}`,
  ])
})

test('nothing new, nothing built: the edition that stands is up to date', async () => {
  here.file('dump/ferry.txt', ferry)
  const current = (): string => readFileSync(join(here.archive, 'desk/current'), 'utf8')
  const upToDate = 'The desk edition is up to date.'
  await here.run(['ingest', 'dump'], { cwd: here.folder })
  const first = current()
  const manifest = join(here.archive, 'desk/editions', first.trim(), 'manifest.json')
  const { built } = JSON.parse(readFileSync(manifest, 'utf8'))
  expect(built).toEqual({ ledger: 1, parser: expect.any(String) })
  expect((await here.run(['ingest', 'dump'], { cwd: here.folder })).err).toContain(upToDate)
  expect(current()).toBe(first)

  await here.run(['withhold', '06LOME9501', '--reason', 'PRIVACY'])
  expect((await here.run(['ingest', 'dump'], { cwd: here.folder })).err).not.toContain(upToDate)
  const second = current()
  expect(second).not.toBe(first)

  rmSync(join(here.archive, 'desk/editions', second.trim(), 'cables-0000.bin'))
  expect((await here.run(['ingest', 'dump'], { cwd: here.folder })).err).not.toContain(upToDate)
  expect(current()).toBe(second)
  expect((await here.run(['verify'])).code).toBe(0)
})

test('a dry run prints a table of what would change', async () => {
  here.file('dump/ferry.txt', ferry)
  await here.run(['ingest', '--no-build', 'dump'], { cwd: here.folder })
  here.file('dump/ferry.txt', ferry.replace('sheep', 'goats'))
  here.file('dump/sheep.txt', sheep)
  const { code, out } = await here.run(['ingest', '--dry-run', 'dump'], { cwd: here.folder })
  expect(code).toBe(0)
  expect(out).toBe(`source          new  new version  unchanged  copy  set aside
dump/ferry.txt    0            1          0     0          0
dump/sheep.txt    1            0          0     0          0
all               1            1          0     0          0

New versions of:
  06LOME9501  dump/ferry.txt
`)
})

test('a folder of many files is one row of that table', async () => {
  for (let serial = 100; serial < 142; serial += 1) {
    here.file(`dump/${serial}.txt`, ferryNumbered(serial))
  }
  const { out } = await here.run(['ingest', '--dry-run', 'dump'], { cwd: here.folder })
  expect(out).toBe(`source  new  new version  unchanged  copy  set aside
dump     42            0          0     0          0
`)
})

test('Ctrl-C stores the running batch, and says how to go on', async () => {
  if (process.platform === 'win32') return
  const program = join(root, 'dist/cli/chancery.js')
  const args = [program, 'ingest', '--no-build', '--format', 'json', '-']
  const child = spawn(process.execPath, args, { env: here.env, stdio: ['pipe', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const ended = new Promise((done) => child.on('exit', done))
  // Standard input stays open: more could come.
  child.stdin.on('error', () => undefined)
  for (let serial = 1; serial <= 400; serial += 1) {
    const text = `SUBJECT: FERRY ${serial}\\n\\n1. (U) It sank.`
    child.stdin.write(`{"id":"06LOME${serial}","text":"${text}"}\n`)
  }
  for (let wait = 0; wait < 100 && !existsSync(join(here.archive, 'vault')); wait += 1) {
    await new Promise((done) => setTimeout(done, 100))
  }
  await new Promise((done) => setTimeout(done, 1000))
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(err).toContain('Stopping once the running batch is stored; a second Ctrl-C ends at once.')
  expect(err).toMatch(/Stopped\. What was read until here is stored: the same command goes on/)
  const again = await here.run(['ingest', '--json', '--no-build', '-'], { input: '' })
  expect(jsonLines(again.out).at(-1)).toMatchObject({ held: expect.any(Number), stopped: false })
})
