import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, desk, root } from './chancery.ts'

/**
 * The whole way from files to records. What is proved here on real pages is proved on the sample by
 * `test/sample/reading.test.ts`.
 */
const shared = join(root, '../shared')
const absent = !existsSync(join(shared, 'seeds'))
const skipped = absent ? ` (SKIPPED: ${shared} is not here)` : ''

let here: Desk

describe.skipIf(absent)(`two seeds and seven declassified pages${skipped}`, () => {
  beforeAll(async () => {
    here = desk()
    const paths = [join(shared, 'seeds'), join(shared, 'fixtures/declassified-html')]
    const { code, err } = await here.run(['ingest', ...paths])
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('9 new') })
  })
  afterAll(() => here.remove())

  test('are nine cables, none set aside', async () => {
    const { out } = await here.run(['stats', '--json'])
    expect(JSON.parse(out)).toMatchObject({ cables: 9, versions: 9, quarantined: 0 })
  })

  const record = async (id: string): Promise<Record<string, unknown>> =>
    JSON.parse((await here.run(['show', '--json', id])).out)

  test('the first: the facts of the page, the subject of the text', async () => {
    const first = await record('05HANOI1179')
    expect(first).toMatchObject({
      date: '2005-05-19T09:59Z',
      released: '2011-08-30T01:44Z',
      classification: { level: 'C' },
      origin: 'Embassy Hanoi',
      partial: true,
      text: 'partial',
      signature: ['Boardman'],
      classifiedBy: { names: ['John Boardman'], section: '1.4', reasons: ['b', 'd'] },
    })
    const { subject, paragraphs } = first as { subject: string; paragraphs: { text: string }[] }
    expect(subject).toMatch(/OPPORTUNITIES FOR AND CONSTRAINTS ON .*ROLE FOR HANOI$/)
    expect(paragraphs).toHaveLength(12)
  })

  test('the second: nine paragraphs in two sections, day and serial in agreement', async () => {
    const second = await record('08HANOI905')
    expect(second).toMatchObject({
      date: '2008-08-05T07:14Z',
      dateFrom: 'dtg',
      serial: 905,
      transmission: { station: 'RUEHHI', serial: 905 },
      sections: { held: [1, 2], of: 2 },
    })
    const { paragraphs, diagnostics } = second as {
      paragraphs: { number: number }[]
      diagnostics: { code: string }[]
    }
    expect(paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    const codes = diagnostics.map(({ code }) => code)
    expect(codes).toContain('PARA_REPAIRED')
    for (const code of ['JULIAN_MISMATCH', 'MRN_SERIAL_MISMATCH']) expect(codes).not.toContain(code)
  })

  test('are found by their words', async () => {
    const { out } = await here.run(['search', '--json', '"asylum seekers" origin:HANOI'])
    expect(JSON.parse(out).ids).toContain('05HANOI1179')
  })
})
