import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { featureTable, sampleCollection } from '../../tools/sample/collection.ts'
import { field } from '../../tools/sample/source.ts'

const sample = join(import.meta.dirname, '../../sample')
const { files, expected, cables } = sampleCollection()
const stale = 'is not what tools/sample/text gives; run: node tools/sample/write.ts'

test('every file of the sample is what its source text gives, and there is no other', () => {
  const held = readdirSync(join(sample, 'cables'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(held.sort()).toEqual(files.map((file) => join(sample, 'cables', file.path)).sort())
  for (const file of files) {
    const text = readFileSync(join(sample, 'cables', file.path), 'utf8')
    expect(text, `${file.path} ${stale}`).toBe(file.text)
  }
})

test('expected.json and the table of the README are current', () => {
  const account = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8'))
  expect(account, `expected.json ${stale}`).toEqual(expected)
  expect(readFileSync(join(sample, 'README.md'), 'utf8')).toContain(featureTable(cables, expected))
})

test('every file says what it shows, every dialect and level is shown', () => {
  expect(cables.filter((cable) => field(cable, 'shows') === '')).toEqual([])
  expect(cables.length).toBeGreaterThanOrEqual(66)
  const dialects = new Set(cables.map((cable) => field(cable, 'dialect')))
  expect(dialects).toEqual(new Set(['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'DN']))
  const levels = new Set(cables.map((cable) => field(cable, 'level')))
  expect(levels).toEqual(new Set(['U', 'SBU', 'LOU', 'C', 'S']))
})

test('no cable cites a later one of the collection, and some numbers are cited but not held', () => {
  const dates = new Map(Object.values(expected).map((cable) => [cable.id, cable.date]))
  const cited = Object.values(expected).flatMap((cable) =>
    cable.references.map((id) => ({
      from: cable.id,
      to: id,
      late: (dates.get(id) ?? '') > cable.date,
    })),
  )
  expect(cited.filter((reference) => reference.late)).toEqual([])
  const outside = cited.filter((reference) => reference.to === '05STATE709931')
  expect(outside.length).toBeGreaterThan(2)
  expect(dates.has('05STATE709931')).toBe(false)
})
