import { afterAll, expect, test } from 'vitest'
import { desk, jsonLines } from './chancery.ts'
import { ferry } from './telegrams.ts'

const here = desk()
afterAll(here.remove)

test('spellings of a cable’s name give its canonical id', async () => {
  const refs = ['08 Hanoi 869', '08HANOI869', '08 HANOI 000869']
  const { code, out } = await here.run(['resolve', ...refs])
  expect(code).toBe(0)
  expect(out).toBe(refs.map((ref) => `${ref}\t08HANOI869\n`).join(''))
})

test('a name without a year needs a date', async () => {
  const dated = await here.run(['resolve', '--date', '2008-08-05', 'HANOI 869'])
  expect(dated).toMatchObject({ code: 0, out: 'HANOI 869\t08HANOI869\n' })
  const undated = await here.run(['resolve', 'HANOI 869'])
  expect(undated.code).toBe(1)
})

test('nonsense is not found: exit 1 and a sentence', async () => {
  const { code, out, err } = await here.run(['resolve', 'the moon'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^NOT_FOUND: the moon /)
})

test('--json gives one object for one name, a list for several', async () => {
  const one = await here.run(['resolve', '--json', '08HANOI869'])
  expect(JSON.parse(one.out)).toMatchObject({ ref: '08HANOI869', id: '08HANOI869' })
  const two = await here.run(['resolve', '--json', '08HANOI869', '05HANOI1179'])
  expect(JSON.parse(two.out)).toMatchObject([{ id: '08HANOI869' }, { id: '05HANOI1179' }])
})

test('--ndjson answers each line', async () => {
  const input =
    '{"key":1,"id":"HANOI 869","date":"2008-08-05"}\n{"key":2}\n{"key":3,"id":"05HANOI1179"}'
  const { code, out } = await here.run(['resolve', '--ndjson'], { input })
  expect(code).toBe(1)
  expect(jsonLines(out)).toMatchObject([
    { key: 1, id: '08HANOI869', candidates: expect.any(Array), repaired: expect.any(Boolean) },
    { key: 2, line: 2, error: { code: 'BAD_REQUEST', message: '"id" must be a string.' } },
    { key: 3, id: '05HANOI1179' },
  ])
})

test('no name at all is wrong use', async () => {
  const { code, err } = await here.run(['resolve'])
  expect(code).toBe(2)
  expect(err).toMatch(/missing required argument/)
})

test('an archive offers what it holds of a name without a year, and never as certain', async () => {
  const archive = `${here.folder}/own`
  const path = here.file('ferry.txt', ferry)
  await here.run(['ingest', '--archive', archive, path])
  const [id = ''] = JSON.parse((await here.run(['search', '--archive', archive, '--json'])).out).ids
  const { post, serial } = JSON.parse(
    (await here.run(['show', '--archive', archive, '--json', id])).out,
  )
  const undated = `${post} ${String(serial).padStart(6, '0')}`
  const named = await here.run(['resolve', '--archive', archive, '--json', undated])
  expect(named.code).toBe(1)
  expect(JSON.parse(named.out)).toEqual({ ref: undated, candidates: [id], repaired: false })
  const present = await here.run(['resolve', undated])
  expect(present).toMatchObject({ code: 1, out: '' })

  const input = `${JSON.stringify({ key: 1, id: undated })}\n`
  const lines = await here.run(['resolve', '--ndjson', '--archive', archive], { input })
  expect(jsonLines(lines.out)).toEqual([{ key: 1, candidates: [id], repaired: false }])
})

test('an archive that was named has to be there', async () => {
  const { code, err } = await here.run(['resolve', '--archive', `${here.folder}/none`, 'the moon'])
  expect(code).toBe(3)
  expect(err).toMatch(/^ARCHIVE_MISSING: /)
})
