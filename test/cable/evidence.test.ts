import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'

const folder = join(import.meta.dirname, 'golden')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

function read(name: string): ReturnType<typeof readCable> & { text: string } {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
  const { facts } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
    facts: object
  }
  return { ...readCable(text, facts), text }
}

/** The value a JSON Pointer names. */
function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}

describe('evidence', () => {
  it.each(names)('of %s names fields that are there, and misses none', (name) => {
    const { record, evidence } = read(name)
    const pointers = Object.keys(evidence)
    for (const pointer of pointers) expect([pointer, at(record, pointer)]).not.toContain(undefined)
    for (const [field, value] of Object.entries(record)) {
      if (field === 'diagnostics' || (Array.isArray(value) && value.length === 0)) continue
      const known = pointers.some((each) => each === `/${field}` || each.startsWith(`/${field}/`))
      expect([field, known]).toEqual([field, true])
    }
  })

  it('points at the words', () => {
    const { evidence, text } = read('scraped')
    const words = (pointer: string): string =>
      (evidence[pointer]?.spans ?? []).map(({ start, end }) => text.slice(start, end)).join('|')
    expect(words('/subject')).toContain('NO FIRM PLAN\nFOR A RETURN VISIT')
    expect(words('/references/1')).toContain('07 MADRID 1901 AND 1905')
    expect(words('/tags/3')).toBe('KWWMN')
    expect(words('/date')).toContain('050714Z AUG 08')
    expect(words('/paragraphs/3')).toMatch(/^14\. \(C\/NF\)/)
    expect(evidence['/tags/3']?.rule).toBe('tags-repaired')
  })
})
