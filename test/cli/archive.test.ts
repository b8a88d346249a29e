import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, jsonLines, root } from './chancery.ts'
import { ferry, sheep } from './telegrams.ts'

const here = desk()
afterAll(here.remove)

beforeAll(async () => {
  here.file('dump/ferry.txt', ferry)
  here.file('dump/sheep.txt', sheep)
  const { code, err } = await here.run(['ingest', 'dump'], { cwd: here.folder })
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('2 new') })
})

test('the same path again stores nothing and says so', async () => {
  const { code, err } = await here.run(['add', 'dump'], { cwd: here.folder })
  expect(code).toBe(0)
  expect(err).toContain('2 unchanged')
  expect(err).not.toMatch(/[1-9]\d* new/)
})

test('a dry run says what would change and changes nothing', async () => {
  const path = here.file('more/third.txt', ferry.replaceAll('501', '507').replace('sheep', 'goats'))
  const before = await here.run(['stats', '--json'])
  const { code, err } = await here.run(['ingest', '--dry-run', path])
  expect(code).toBe(0)
  expect(err).toMatch(/1 new/)
  expect((await here.run(['stats', '--json'])).out).toBe(before.out)
})

test('--json says what happens, an event a line; acknowledged items add up', async () => {
  const { code, out } = await here.run(['ingest', '--json', 'dump'], { cwd: here.folder })
  expect(code).toBe(0)
  const events = jsonLines(out)
  expect(events.at(-1)).toMatchObject({ event: 'done', new: 0, unchanged: 2, quarantined: 0 })
})

test('an archive is for its owner alone', () => {
  if (process.platform === 'win32') return
  expect(statSync(here.archive).mode & 0o777).toBe(0o700)
  expect(statSync(join(here.archive, 'vault/vault.sqlite')).mode & 0o777).toBe(0o600)
})

test('stats counts what is held', async () => {
  const { code, out } = await here.run(['stats', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    cables: 2,
    versions: 2,
    quarantined: 0,
    collections: [{ cables: 2, invented: false }],
    from: '2006-05-03',
    to: '2006-05-04',
    editions: { desk: { cables: 2 } },
  })
  expect((await here.run(['stats'])).out).toMatch(/^2 cables, 2006-05-03 to 2006-05-04\n/)
})

test('search finds by words, as text, JSON and CSV', async () => {
  const json = await here.run(['search', '--json', 'marmalade'])
  expect(json.code).toBe(0)
  expect(JSON.parse(json.out)).toMatchObject({
    q: 'marmalade',
    total: 1,
    ids: ['06LOME9502'],
    hits: [{ id: '06LOME9502', paragraphs: [{ anchor: 'p1' }] }],
  })
  const text = await here.run(['search', 'marmalade'])
  expect(text.out).toContain('06LOME9502')
  expect(text.err).toContain('1 cable')
  const csv = await here.run(['search', '--csv', '--sort', 'oldest', 'sheep'])
  expect(csv.out.split('\n').map((line) => line.split(',')[0])).toEqual([
    'id',
    '06LOME9501',
    '06LOME9502',
    '',
  ])
})

test('search that finds nothing is exit 1; no question fails', async () => {
  expect((await here.run(['search', '--json', 'submarine'])).code).toBe(1)
  for (const question of ['"', 'tag:', '(((', '-', 'OR OR', 'date:..', '*']) {
    const { code, out } = await here.run(['search', '--json', '--', question])
    expect([0, 1], question).toContain(code)
    expect(JSON.parse(out), question).toHaveProperty('total')
  }
})

test('a word that may not occur is no option', async () => {
  const { code, out } = await here.run(['search', '--json', 'sheep', '-marmalade'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ q: 'sheep -marmalade', ids: ['06LOME9501'] })
})

test('search --ndjson answers each line in order', async () => {
  const requests = [
    '{"key":"a","q":"sheep","sort":"newest","size":1}',
    '{"key":"b","q":7}',
    '{"key":"c","q":"sheep","sort":"sideways"}',
    '{"key":"d","q":"sheep","size":1,"offset":1,"sort":"newest","facets":true}',
    '{"key":"e","q":"sheep","size":-1}',
  ]
  const { code, out } = await here.run(['search', '--ndjson'], { input: requests.join('\n') })
  expect(code).toBe(1)
  const answers = jsonLines(out)
  expect(answers[0]?.tookMs).toBeGreaterThan(0)
  expect(answers).toMatchObject([
    { key: 'a', total: 2, ids: ['06LOME9502'] },
    { key: 'b', line: 2, error: { code: 'BAD_REQUEST' } },
    { key: 'c', line: 3, error: { code: 'BAD_REQUEST' } },
    { key: 'd', total: 2, ids: ['06LOME9501'], facets: expect.any(Object) },
    { key: 'e', line: 5, error: { code: 'BAD_REQUEST' } },
  ])
})

test('show prints a cable: readable, as a record, as the bytes that came', async () => {
  const text = await here.run(['show', '06 LOME 009501'])
  expect(text).toMatchObject({ code: 0, err: '' })
  expect(text.out).toContain('Cable: 06LOME9501')
  expect(text.out).toContain('forty sheep')
  const json = await here.run(['show', '--json', '06LOME9501'])
  expect(JSON.parse(json.out)).toMatchObject({ id: '06LOME9501', signature: ['ROE'] })
  const raw = await here.run(['show', '--raw', '06LOME9501'])
  expect(raw.out).toBe(ferry)
})

test('show of what is not held is exit 1', async () => {
  const { code, out, err } = await here.run(['show', '06LOME9999'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^NOT_FOUND: /)
})

test('verify reads every byte', async () => {
  const { code, out } = await here.run(['verify', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ sound: true, editions: [{ cables: 2, faults: [] }] })
})

test('build again changes nothing and says so', async () => {
  const { code, err } = await here.run(['build'])
  expect(code).toBe(0)
  expect(err).toMatch(/^Nothing has changed/)
})

test('the ledger lists what came in', async () => {
  const { code, out } = await here.run(['ledger', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)[0]).toMatchObject({ number: 1, kind: 'ingest' })
  expect((await here.run(['ledger'])).out).toMatch(/^1 +\d{4}-\d\d-\d\d \d\d:\d\d +Took 2 items/m)
})

test('standard input is ingested as -', async () => {
  const other = desk()
  try {
    const { code, err } = await other.run(['ingest', '-'], { input: ferry })
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('1 new') })
  } finally {
    other.remove()
  }
})

test('--no-build leaves the edition to a later build', async () => {
  const other = desk()
  try {
    const path = other.file('ferry.txt', ferry)
    expect((await other.run(['ingest', '--no-build', path])).code).toBe(0)
    expect(existsSync(join(other.archive, 'desk/current'))).toBe(false)
    expect((await other.run(['search', 'sheep'])).code).toBe(3)
    expect((await other.run(['build'])).code).toBe(0)
    expect((await other.run(['search', 'sheep'])).code).toBe(0)
  } finally {
    other.remove()
  }
})

test('the launcher works from any folder, by a link too, and keeps the caller’s folder', async () => {
  const { runProgram } = await import('../running.ts')
  const launcher = join(root, 'bin/chancery')
  const { code, out } = await runProgram(launcher, ['parse', 'dump/sheep.txt'], {
    cwd: here.folder,
    env: here.env,
  })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ id: '06LOME9502' })
})

test('a reader that goes away ends the program quietly', async () => {
  const { runProgram } = await import('../running.ts')
  const line = `${JSON.stringify({ key: 1, text: ferry })}\n`
  const input = here.file('many.ndjson', line.repeat(3000))
  const command = `'${process.execPath}' '${join(root, 'dist/cli/chancery.js')}' parse --ndjson < '${input}' | head -n 1`
  const { code, out, err } = await runProgram('sh', ['-c', command], { env: here.env })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(jsonLines(out)).toHaveLength(1)
})
