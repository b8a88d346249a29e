import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArchiveFacts } from '../../src/cable/facts.ts'
import { type Reading, readCable } from '../../src/cable/read.ts'
import { readSources } from '../../src/sources/read-sources.ts'

const fixtures = join(import.meta.dirname, '../../../shared/fixtures')
const absent = !existsSync(fixtures)
const skipped = absent ? ' (SKIPPED: ../shared is not here)' : ''

async function readAll(folder: string): Promise<{ reading: Reading; facts: ArchiveFacts }[]> {
  const found: { reading: Reading; facts: ArchiveFacts }[] = []
  for await (const { item } of readSources([join(fixtures, folder)], {})) {
    if (item === undefined) continue
    const { text, facts, bodyStart } = item
    found.push({ reading: readCable(text, facts, bodyStart), facts })
  }
  return found
}

describe.skipIf(absent)(`the declassified pages${skipped}`, () => {
  it('have id, date, classification, origin, tags and paragraphs', async () => {
    const rows = (await readAll('declassified-html')).map(({ reading: { record } }) => {
      const { id, date, classification, origin, tags, paragraphs } = record
      const codes = tags.map(({ code }) => code).join(' ')
      const numbered = paragraphs.filter(({ number }) => number !== undefined).length
      return `${id} ${date} ${classification?.level} ${origin}, ${codes}, ${numbered}`
    })
    expect(rows.sort((a, b) => (a < b ? -1 : 1))).toEqual([
      '66BUENOSAIRES2481 1966-12-28T18:48Z U Embassy Buenos Aires, EFIS PBTS AR, 8',
      '72TEHRAN1164 1972-02-25T09:30Z U Embassy Tehran, MASS MARR IR, 8',
      '72TEHRAN1381 1972-03-09T05:40Z U Embassy Tehran, PREL PGOV IR, 4',
      '72TEHRAN4789 1972-08-10T04:00Z U Embassy Tehran, IR PTER, 5',
      '72TEHRAN5055 1972-08-22T09:27Z U Embassy Tehran, IR PTER, 3',
      '73TEHRAN7005 1973-10-02T14:00Z U Embassy Tehran, PINS IR, 3',
      '75TEHRAN2069 1975-03-04T11:25Z C Embassy Tehran, PINT IR, 8',
    ])
  })
})

describe.skipIf(absent)(`the unclassified pages${skipped}`, () => {
  it('agree with what the archive says about them', async () => {
    const pages = await readAll('unclassified-html')
    const wrong: string[] = []
    let withSubject = 0
    for (const { reading, facts } of pages) {
      const { record, tree } = reading
      const printed = tree.children
        .flatMap((part) => (part.type === 'tags' ? part.children : []))
        .flatMap((leaf) => ('value' in leaf ? leaf.value.toUpperCase().split(/\s+/) : []))
      const held = new Set([...printed, ...record.tags.map(({ code }) => code)])
      if (!(facts.tags ?? []).every((tag) => held.has(tag))) wrong.push(`${record.id} tags`)
      if (record.tags.length === 0) wrong.push(`${record.id} no tags`)
      const hour = facts.created
        ?.replace(' ', 'T')
        .slice(0, record.datePrecision === 'day' ? 10 : 13)
      if (!record.date?.startsWith(hour ?? '?')) wrong.push(`${record.id} date`)
      const title = facts.title?.replace(/\s+/g, ' ').trim()
      if (record.subject !== undefined) withSubject++
      if (title && record.subject && !agree(title, record.subject))
        wrong.push(`${record.id} subject`)
      if (record.paragraphs.length === 0) wrong.push(`${record.id} paragraphs`)
      const mismatch = record.diagnostics.some(({ code }) => code === 'MRN_STATION_MISMATCH')
      if (mismatch) wrong.push(`${record.id} station`)
      for (const { kind, id, printed: ref } of record.references) {
        if (kind === 'cable' && id === undefined) wrong.push(`${record.id} ${ref}`)
      }
    }
    expect(pages).toHaveLength(92)
    // The attention line lost its line end there: `TAGS: PM DEPT FOR EAP …`.
    expect(wrong).toEqual(['09JAKARTA1369 tags'])
    // The line was removed in the re-issue of six.
    expect(withSubject).toBe(86)
  })
})

function agree(title: string, subject: string): boolean {
  return subject.startsWith(title) || title.startsWith(subject)
}
