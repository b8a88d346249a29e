import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk } from './chancery.ts'
import { ferry, sheep } from './telegrams.ts'

const here = desk()
afterAll(here.remove)

beforeAll(async () => {
  here.file('dump/ferry.txt', ferry)
  here.file('dump/sheep.txt', sheep)
  for (let n = 0; n < 30; n += 1) here.file(`dump/diary-${n}.txt`, `Dear diary ${n}.\u001b[2J`)
  here.file('dump/empty.txt', '')
  const dump = join(here.folder, 'dump')
  expect((await here.run(['ingest', '--no-build', '--collection', 'zenda', dump])).code).toBe(1)
  await here.run(['withhold', '06LOME9502', '--reason', 'PRIVACY', '--note', 'a child'])
})

test('the ledger has a line for each run and each decision', async () => {
  const { code, out } = await here.run(['ledger'])
  expect(code).toBe(0)
  const [head, ...lines] = out.trimEnd().split('\n')
  expect(head).toMatch(/^ENTRY +TIME \(UTC\) +WHAT HAPPENED$/)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^1 +\d{4}-\d\d-\d\d \d\d:\d\d +.*2 new, 31 set aside/)
  expect(lines[1]).toMatch(/^2 .*Withheld 06LOME9502: PRIVACY \(a child\)/)
})

test('one entry tells what it took from each file, and the outcomes add up', async () => {
  const { out } = await here.run(['ledger', '1'])
  expect(out).toMatch(/^NEW +NEW VERSION +UNCHANGED +COPY +SET ASIDE +ITEMS +FILE$/m)
  expect(out).toMatch(/^ +1 +0 +0 +0 +0 +1 +.*ferry\.txt$/m)
  const { intake, data } = JSON.parse((await here.run(['ledger', '1', '--json'])).out)
  const sum = (name: string): number =>
    intake.reduce(
      (total: number, { counts }: { counts: Record<string, number> }) =>
        total + (counts[name] ?? 0),
      0,
    )
  expect(intake).toHaveLength(33)
  expect({ new: sum('new'), quarantined: sum('quarantined') }).toEqual({ new: 2, quarantined: 31 })
  expect(data).toMatchObject({ new: 2, quarantined: 31 })
  expect(await here.run(['ledger', '99'])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^ENTRY_UNKNOWN: /),
  })
  expect(await here.run(['ledger', 'x'])).toMatchObject({ code: 2 })
})

test('a long quarantine is counted by reason, and listed one reason at a time', async () => {
  const all = await here.run(['quarantine', 'list'])
  expect(all.out).toMatch(/^ITEMS +CODE +THE FIRST +ITS REASON\n +30 +NOT_A_CABLE /)
  expect(all.err).toContain('31 items set aside')
  const one = await here.run(['quarantine', 'list', '--reason', 'not_a_cable'])
  expect(one.out.trimEnd().split('\n')).toHaveLength(31)
  expect(JSON.parse((await here.run(['quarantine', 'list', '--json'])).out)).toHaveLength(31)
  const none = await here.run(['quarantine', 'list', '--reason', 'NOTHING'])
  expect(none).toMatchObject({ code: 0, out: '', err: 'Nothing is set aside for NOTHING.\n' })
})

test('one item is shown with its reason and its beginning, and as it came', async () => {
  const list = JSON.parse(
    (await here.run(['quarantine', 'list', '--json', '--reason', 'NOT_A_CABLE'])).out,
  )
  const number = String(list[0].number)
  const shown = await here.run(['quarantine', 'show', number])
  expect(shown.out).toMatch(/^code: NOT_A_CABLE$/m)
  // No text of a stranger moves the cursor.
  expect(shown.out).toMatch(/^Dear diary \d+\.\\x1b\[2J$/m)
  const raw = await here.run(['quarantine', 'show', number, '--raw'])
  expect(raw.out).toMatch(/^Dear diary \d+\./)
  expect(raw.out.endsWith('\u001b[2J')).toBe(true)
})

test('what is read again is counted, by reason where it stays', async () => {
  const { code, err } = await here.run(['quarantine', 'retry'])
  expect(code).toBe(1)
  expect(err).toMatch(/^0 items can be read now, 31 stay set aside: .*30 NOT_A_CABLE/m)
})
