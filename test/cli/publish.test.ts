import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standsBelow } from '../press/archive-folder.ts'
import { desk } from './chancery.ts'
import { serving } from './serving.ts'
import { ferry, sheep } from './telegrams.ts'

const here = desk()
afterAll(here.remove)

beforeAll(async () => {
  here.file('dump/ferry.txt', ferry)
  here.file('dump/sheep.txt', sheep)
  const args = ['ingest', '--collection', 'zenda', join(here.folder, 'dump')]
  expect((await here.run(args)).code).toBe(0)
})

/** Words of the cable that will be withheld, and of no other. */
const canaries = [
  'marmalade',
  'SHEEP ARRIVE',
  'Sheep Arrive',
  'EAGR',
  'VZCZCXRO0102',
  'good health',
]

/** Cables of the public edition. */
async function publicCables(): Promise<number> {
  const { out } = await here.run(['stats', '--json'])
  return JSON.parse(out).editions.public.cables
}

test('without a terminal and without --yes nothing is published', async () => {
  const { code, out, err } = await here.run(['publish'])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^NOT_ASKED: .*--yes.*$/m)
  expect((await here.run(['search', '--public', 'sheep'])).code).toBe(3)
})

test('a fresh archive publishes nothing', async () => {
  const { code } = await here.run(['publish', '--yes'])
  expect(code).toBe(0)
  expect(await publicCables()).toBe(0)
  for (const word of [...canaries, 'LOME', 'quartermaster']) {
    expect(standsBelow(join(here.archive, 'public'), word), word).toBe(false)
  }
})

test('with policy all it holds the cables', async () => {
  expect((await here.run(['policy', 'zenda', 'all', '--reason', 'Invented'])).code).toBe(0)
  expect(await publicCables()).toBe(0)
  expect(await here.run(['publish', '--yes'])).toMatchObject({ code: 0 })
  expect(await publicCables()).toBe(2)
  expect((await here.run(['search', '--public', 'marmalade'])).code).toBe(0)
  // The same search that finds nothing below finds them here.
  for (const word of canaries) {
    expect(standsBelow(join(here.archive, 'public'), word), word).toBe(true)
  }
})

test('what is withheld leaves no byte in the next edition', async () => {
  const withheld = await here.run(['withhold', '06LOME9502', '--reason', 'privacy'])
  expect(withheld.code).toBe(0)
  expect((await here.run(['publish', '--yes'])).code).toBe(0)
  expect(await publicCables()).toBe(1)
  expect((await here.run(['search', '--public', 'marmalade'])).code).toBe(1)
  const shown = await here.run(['show', '--public', '06LOME9502'])
  expect(shown).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^WITHDRAWN: /) })
  for (const word of canaries) {
    expect(standsBelow(join(here.archive, 'public'), word), word).toBe(false)
  }
})

test('the address of what was withheld answers 410 and not a word of it', async () => {
  const path = '/cable/06LOME9502'
  await serving(here, ['--public'], async (address) => {
    for (const twin of [path, `${path}.json`, `${path}.txt`, `${path}/transmission`]) {
      const gone = await fetch(new URL(twin, address))
      expect(gone.status, twin).toBe(410)
      const body = await gone.text()
      for (const word of canaries) expect(body, twin).not.toContain(word)
    }
    expect((await fetch(new URL('/cable/06LOME9501', address))).status).toBe(200)
    // A number that never was here and one that was withheld before any release look the same.
    expect((await fetch(new URL('/cable/06LOME9999', address))).status).toBe(404)
  })
})

test('restore takes it back', async () => {
  expect((await here.run(['restore', '06LOME9502'])).code).toBe(0)
  expect((await here.run(['publish', '--yes'])).code).toBe(0)
  expect(await publicCables()).toBe(2)
})

test('decisions about what is not there are refused', async () => {
  const policy = await here.run(['policy', 'nowhere', 'all', '--reason', 'x'])
  expect(policy).toMatchObject({ code: 1, err: expect.stringMatching(/^COLLECTION_UNKNOWN: /) })
  const withhold = await here.run(['withhold', '06LOME9999', '--reason', 'PRIVACY'])
  expect(withhold).toMatchObject({ code: 1, err: expect.stringMatching(/06LOME9999.*\n$/) })
})

test('the ledger holds every decision with its reason', async () => {
  const { out } = await here.run(['ledger', '--json'])
  const kinds = JSON.parse(out).map((entry: { kind: string }) => entry.kind)
  for (const kind of ['ingest', 'policy', 'withhold', 'restore', 'publish']) {
    expect(kinds).toContain(kind)
  }
})
