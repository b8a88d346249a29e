import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, desk } from './chancery.ts'

describe('chancery synth', () => {
  let place: Desk
  beforeAll(() => {
    place = desk()
  })
  afterAll(() => place.remove())

  it('writes the same rows for the same seed, to a file or to standard output', async () => {
    const file = join(place.folder, 'cables.csv')
    const args = ['synth', '--cables', '20', '--seed', '3']
    const written = await place.run([...args, file])
    expect(written).toMatchObject({ code: 0, out: '' })
    expect(written.err).toContain('20 cables invented from seed 3')
    const printed = await place.run([...args, '-'])
    expect(printed.out).toBe(readFileSync(file, 'utf8'))
    expect(printed.out.match(/^"\d+","\d+\/\d+\/\d{4} \d+:\d\d","\d\d[A-Z]+\d+",/gm)).toHaveLength(
      20,
    )
  })

  it('writes pages that are read again', async () => {
    const folder = join(place.folder, 'pages')
    const made = await place.run(['synth', '--cables', '12', '--format', 'html', folder])
    expect(made.code).toBe(0)
    const pages = readdirSync(folder, { recursive: true }).filter((name) =>
      /\.html$/.test(`${name}`),
    )
    expect(pages).toHaveLength(12)
    const linted = await place.run(['lint', '--summary', folder])
    expect(linted).toMatchObject({ code: 0 })
    expect(linted.err).toContain('12 cables read, 0 files not readable')
  })

  it('writes lines of JSON of the years asked for, and beside them what each says', async () => {
    const truth = join(place.folder, 'said.jsonl')
    const args = ['synth', '--cables', '15', '--years', '1974-1975', '--damaged', '100']
    const { code, out, err } = await place.run([
      ...args,
      '--format',
      'jsonl',
      '--truth',
      truth,
      '-',
    ])
    expect(code).toBe(0)
    expect(err).toContain('15 damaged cables')
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; date: string })
    expect(lines).toHaveLength(15)
    expect(lines.filter(({ date }) => !/^197[45]-/.test(date))).toEqual([])
    const said = readFileSync(truth, 'utf8').trim().split('\n')
    const truths = said.map((line) => JSON.parse(line) as { id: string; damage?: string })
    expect(truths.map(({ id }) => id)).toEqual(lines.map(({ id }) => id))
    expect(truths.filter(({ damage }) => damage === undefined)).toEqual([])
  })

  it('refuses years that it knows nothing of', async () => {
    const { code, err } = await place.run(['synth', '--years', '1850-1860', '-'])
    expect(code).toBe(2)
    expect(err).toContain('from 1966 to 2010')
  })

  it('writes over nothing', async () => {
    const file = place.file('mine.csv', 'mine')
    const { code, err } = await place.run(['synth', '--cables', '1', file])
    expect(code).toBe(3)
    expect(err).toContain(`EEXIST: ${file} exists already`)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('refuses what is no number', async () => {
    const { code, err } = await place.run(['synth', '--cables', 'many', 'x.csv'])
    expect(code).toBe(2)
    expect(err).toContain('whole number')
  })
})
