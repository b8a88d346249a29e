import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk } from './chancery.ts'
import { ferry, sheep } from './telegrams.ts'

const here = desk()
afterAll(here.remove)

beforeAll(async () => {
  here.file('dump/ferry.txt', ferry)
  here.file('dump/sheep.txt', sheep)
  const args = ['ingest', '--collection', 'zenda', join(here.folder, 'dump')]
  expect((await here.run(args)).code).toBe(0)
})

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
})

test('with policy all it holds the cables', async () => {
  expect((await here.run(['policy', 'zenda', 'all', '--reason', 'Invented'])).code).toBe(0)
  expect(await publicCables()).toBe(0)
  expect((await here.run(['publish', '--yes'])).code).toBe(0)
  expect(await publicCables()).toBe(2)
  expect((await here.run(['search', '--public', 'marmalade'])).code).toBe(0)
})

test('what is withheld leaves no byte in the next edition', async () => {
  const withheld = await here.run(['withhold', '06LOME9502', '--reason', 'privacy'])
  expect(withheld.code).toBe(0)
  expect((await here.run(['publish', '--yes'])).code).toBe(0)
  expect(await publicCables()).toBe(1)
  expect((await here.run(['search', '--public', 'marmalade'])).code).toBe(1)
  const shown = await here.run(['show', '--public', '06LOME9502'])
  expect(shown).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^WITHDRAWN: /) })
  for (const file of globSync(join(here.archive, 'public/**/*.{json,bin}'))) {
    expect(readFileSync(file, 'latin1').includes('marmalade'), file).toBe(false)
  }
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
