import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'

const folder = join(import.meta.dirname, 'golden')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

/** Codes are compared without these, which say only that something was read as it was. */
const expected = (name: string): Golden =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Golden

interface Golden {
  readonly facts: Record<string, unknown>
  /** Part of the record, written by hand. */
  readonly expect: Record<string, unknown>
  readonly aliases?: readonly string[]
  /** All diagnostics, sorted. */
  readonly codes?: readonly string[]
  /** Some of them. */
  readonly has?: readonly string[]
}

describe('golden cables', () => {
  it.each(names)('%s', (name) => {
    const golden = expected(name)
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
    const { record, aliases } = readCable(text, golden.facts)
    expect(record).toMatchObject(golden.expect)
    if (golden.aliases) expect(aliases).toEqual(golden.aliases)
    const codes = record.diagnostics.map(({ code }) => code).sort((a, b) => (a < b ? -1 : 1))
    if (golden.codes) expect(codes).toEqual(golden.codes)
    if (golden.has) expect(codes).toEqual(expect.arrayContaining([...golden.has]))
  })

  it('are some', () => {
    expect(names.length).toBeGreaterThanOrEqual(7)
  })
})
