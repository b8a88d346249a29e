import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'

const shared = join(import.meta.dirname, '../../../shared')
const absent = !existsSync(join(shared, 'seeds'))
const skipped = absent ? ' (SKIPPED: ../shared is not here)' : ''

const read = (name: string): string => readFileSync(join(shared, 'seeds', name), 'utf8')
const firstName = '05HANOI1179.cablegate-page.txt'
const secondName = '08HANOI905.scraped.txt'

/** What the seeds say is compared with the seeds themselves: nothing of them is copied here. */
function found(text: string, form: RegExp): string {
  return (form.exec(text)?.[1] ?? '?').replace(/\s+/g, ' ').trim()
}

/** The first seed is a page as pasted: its table row gives the facts. */
function firstSeed(): ReturnType<typeof readCable> {
  const page = read(firstName)
  return readCable(page.slice(page.indexOf('This record is a partial')), {
    id: '05HANOI1179',
    created: '2005-05-19 09:59',
    released: '2011-08-30 01:44',
    classification: 'CONFIDENTIAL',
    origin: 'Embassy Hanoi',
    title: found(page, /Viewing cable \w+, (.*)/),
  })
}

describe.skipIf(absent)(`the first seed${skipped}`, () => {
  it('has its fields', () => {
    const { record } = firstSeed()
    const page = read(firstName)
    const [name] = record.classifiedBy?.names ?? []
    expect(page).toContain(`Classified By: ${record.classifiedBy?.title}, ${name} per 1.4`)
    expect(name?.split(' ')).toHaveLength(2)
    expect(record).toMatchObject({
      id: '05HANOI1179',
      date: '2005-05-19T09:59Z',
      released: '2011-08-30T01:44Z',
      classification: { level: 'C' },
      origin: 'Embassy Hanoi',
      subject: found(page, /SUBJECT: (.*\n.*)\n/),
      partial: true,
      classifiedBy: {
        title: "Charge d'Affaires, a.i.",
        section: '1.4',
        reasons: ['b', 'd'],
      },
      executiveOrder: { declassifyOn: '2015-05-19' },
      signature: [found(page, /(\w+) *\s+NNNN/)],
    })
    expect(record.tags.map(({ code }) => code).join(' ')).toBe(
      'PREL PGOV PREF PARM PHUM KN KS VM DPRK',
    )
    expect(record.tags.at(-1)).toEqual({ code: 'DPRK', kind: 'unknown' })
    expect(
      record.references.map(({ label, id, yearInferred }) => [label, id, yearInferred]),
    ).toEqual([
      ['A', '03HANOI2650', undefined],
      ['B', '04HANOI2175', undefined],
      ['C', '05HANOI204', true],
      ['D', '05HANOI136', true],
    ])
  })

  it('has twelve paragraphs, the ninth joined', () => {
    const { paragraphs } = firstSeed().record
    expect(paragraphs.map(({ portion }) => portion?.level).join(' ')).toBe(
      'C SBU SBU C C C C C C C SBU C',
    )
    expect(paragraphs[8]?.text).toContain('we cannot criticize')
    const headings = paragraphs.flatMap(({ heading }) => (heading === undefined ? [] : [heading]))
    expect(headings.length).toBeGreaterThanOrEqual(6)
    expect(headings).toContain('Summary and Comment')
  })

  it('went to 43 offices, in no copy', () => {
    const distribution = firstSeed().record.transmission?.distribution
    expect(distribution?.action.map(({ code }) => code)).toEqual(['EAP'])
    expect(distribution?.info).toHaveLength(42)
    expect(distribution?.total).toBe(0)
  })
})

describe.skipIf(absent)(`the second seed${skipped}`, () => {
  it('has its fields', () => {
    const text = read(secondName)
    const { record } = readCable(text)
    expect(record).toMatchObject({
      id: '08HANOI905',
      date: '2008-08-05T07:14Z',
      to: [{ name: 'SECSTATE WASHDC', routing: 'RUEHC', mcn: '8255' }],
      info: [{ routing: 'RUEHZS' }, { routing: 'RUEHHM' }],
      sections: { held: [1, 2], of: 2 },
      references: [{ id: '08HANOI869' }, { id: '07HANOI1901' }, { id: '07HANOI1804' }],
      classifiedBy: {
        names: [found(text, /Classified By: Pol Counselor (\w+ \w+) for/)],
        title: 'Pol Counselor',
      },
      signature: [found(text, /(\w+)\s*$/)],
    })
    expect(record.paragraphs.map(({ number, label }) => `${number}=${label}`).join(' ')).toBe(
      '1=1. 2=2. 3=3. 4=14. 5=15. 6=16. 7=17. 8=18. 9=19.',
    )
    expect(record.paragraphs.filter(({ heading }) => heading !== undefined)).toHaveLength(4)
    const codes = new Set(record.diagnostics.map(({ code }) => code))
    expect([...codes].sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'PARA_REPAIRED',
      'REF_YEAR_INFERRED',
    ])
  })
})

describe.skipIf(absent)(`the example of specification 9${skipped}`, () => {
  it('gives the extraction printed there', () => {
    const text = readFileSync(join(shared, 'spec/telegram.md'), 'utf8')
    const fence = text.indexOf('```\n', text.indexOf('## 9. Invented')) + 4
    const example = text.slice(fence, text.indexOf('```', fence))
    const { record } = readCable(example)
    expect(record).toMatchObject({
      id: '07REYKJAVIK123',
      date: '2007-03-14T15:30Z',
      precedence: { action: 'PRIORITY', info: 'ROUTINE' },
      classification: { level: 'C' },
      sections: { held: [1, 2], of: 2 },
      subject: found(example, /SUBJECT: \(U\) (.*\n.*)\n/),
      subjectPortion: { level: 'U' },
      to: [{ mcn: '9999' }],
      info: [{}, { mcn: '0001' }],
      tags: [
        { code: 'PREL', kind: 'subject' },
        { code: 'EFIS', kind: 'subject' },
        { code: 'IC', kind: 'geo' },
        { code: 'NO', kind: 'geo' },
        { code: 'DOE, JANE', kind: 'person' },
      ],
      references: [
        { label: 'A', id: '07OSLO88', yearInferred: true },
        { label: 'B', id: '06REYKJAVIK431', notes: ['PREVIOUS'] },
        { label: 'C', kind: 'email', notes: ['NOTAL'] },
      ],
      executiveOrder: { declassifyOn: '2017-03-14' },
      classifiedBy: { reasons: ['b', 'd'] },
      paragraphs: [
        { number: 1, text: expect.stringMatching(/ without \w+ on /) },
        { number: 4, label: '14.' },
      ],
      signature: ['VAN EXAMPLE'],
    })
    expect(record.diagnostics.map(({ code }) => code)).toEqual([
      'REF_YEAR_INFERRED',
      'PARA_GAP',
      'PARA_REPAIRED',
    ])
  })
})
