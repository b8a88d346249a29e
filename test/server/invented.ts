import type { Cable, Level, Paragraph, Reference, Tag } from '../../src/cable/record.ts'
import type { EditionCable } from '../../src/edition/edition.ts'

/** What an invented cable says; the rest is made up around it. */
export interface Invention {
  readonly id: string
  readonly post: string
  readonly origin: string
  readonly date?: string
  readonly level?: Level
  readonly subject: string
  readonly title?: string
  readonly paragraphs: readonly string[]
  readonly tags?: readonly string[]
  readonly references?: readonly Reference[]
  readonly released?: string
  readonly partial?: boolean
  readonly aliases?: readonly string[]
}

const point = (line: number): { line: number; column: number; offset: number } => ({
  line,
  column: 1,
  offset: 0,
})

/** A whole invented cable, as an edition holds it. */
export function invented(from: Invention): EditionCable {
  const { id, post, origin, date, level = 'C', subject, title = sentence(subject) } = from
  const serial = Number(/\d+$/.exec(id.replace(/~\d+$/, ''))?.[0] ?? 1)
  const { released, partial = false, aliases = [], references = [] } = from
  const printed = { U: 'UNCLAS', SBU: 'UNCLAS', LOU: 'LIMITED OFFICIAL USE', C: 'CONFIDENTIAL' }
  const record: Cable = {
    id,
    post,
    year: Number(date?.slice(0, 4) ?? 2005),
    serial,
    subject,
    title,
    classification: {
      level,
      controls: level === 'S' ? ['NOFORN'] : [],
      printed: (printed as Record<string, string>)[level] ?? 'SECRET',
    },
    captions: ['SIPDIS'],
    passing: [{ to: 'DEPT', for: ['EUR/NB'] }],
    ...(date !== undefined && { date, dateFrom: 'dtg', datePrecision: 'minute' }),
    ...(released !== undefined && { released }),
    precedence: { action: 'PRIORITY', info: 'ROUTINE' },
    from: `AMEMBASSY ${post}`,
    origin,
    to: [{ name: 'SECSTATE WASHDC', routing: 'RUEHC', mcn: '0042' }],
    info: [{ name: 'AMEMBASSY OSLO' }, { name: 'EUROPEAN POLITICAL COLLECTIVE' }],
    excluded: [],
    executiveOrder: { number: '12958', declassifyOn: '2015-05-19', printed: 'DECL: 05/19/2015' },
    tags: (from.tags ?? ['PREL', 'EFIS']).map(tag),
    references,
    classifiedBy: { names: ['Jane Doe'], title: 'DCM', section: '1.4', reasons: ['b', 'd'] },
    paragraphs: from.paragraphs.map(paragraph),
    signature: ['ROE'],
    partial,
    text: partial ? 'partial' : 'full',
    media: [{ url: 'https://newspaper.example/the-quiet-round' }],
    collection: 'Invented examples',
    version: 1,
    protection: [],
    source: { holder: 'Chancery', series: 'Invented examples', documentNumber: id },
    diagnostics: [
      {
        code: 'REF_YEAR_INFERRED',
        severity: 'info',
        message: 'No year printed; the year of this cable was taken.',
        start: point(16),
        end: point(16),
      },
    ],
  }
  const text = telegram(record)
  return {
    record,
    text,
    header: text.slice(0, text.indexOf('SUBJECT')),
    segments: [
      { kind: 'subject', text: subject },
      ...record.paragraphs.map(
        ({ text: words }, n) => ({ kind: 'body', text: words, paragraph: n }) as const,
      ),
    ],
    aliases,
    added: '2026-03-04',
    invented: true,
  }
}

function paragraph(text: string, n: number): Paragraph {
  const number = n + 1
  return {
    number,
    label: n === 3 ? '14.' : `${number}.`,
    portion: { level: n % 2 === 0 ? 'C' : 'SBU', controls: [] },
    anchor: `p${number}`,
    textAnchor: `t-${String(number).padStart(10, '0')}`,
    kind: n === 0 ? 'summary' : 'body',
    ...(n === 0 && { heading: 'Summary and comment' }),
    ...(n === 2 && { heading: '“A quiet round”' }),
    text,
  }
}

const names: Readonly<Record<string, readonly [Tag['kind'], string]>> = {
  PREL: ['subject', 'External Political Relations'],
  EFIS: ['subject', 'Commercial Fishing'],
  IC: ['geo', 'Iceland'],
  NO: ['geo', 'Norway'],
}

function tag(code: string): Tag {
  const known = names[code]
  if (known !== undefined) return { code, kind: known[0], name: known[1] }
  return { code, kind: code.includes(',') ? 'person' : 'unknown' }
}

function sentence(subject: string): string {
  return subject.charAt(0) + subject.slice(1).toLowerCase()
}

/** The text that such a record would have been read from. */
function telegram(record: Cable): string {
  const spaced = (record.classification?.printed ?? '').split('').join(' ')
  const body = record.paragraphs.map((part) => `${part.label} (C) ${part.text}`).join('\n\n')
  return `VZCZCXRO0042
PP RUEHFL RUEHNY
DE RUEHRK #${record.serial}/01 0731530
ZNY CCCCC ZZH
P R 141530Z MAR 07
FM ${record.from}
TO RUEHC/SECSTATE WASHDC PRIORITY 0042
INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE
RUEHNY/AMEMBASSY OSLO 0001
${spaced} ${record.post} 000${record.serial}

SIPDIS

DEPT FOR EUR/NB

E.O. 12958: DECL: 03/14/2017
TAGS: ${record.tags.map(({ code }) => code).join(' ')}
SUBJECT: ${record.subject}

REF: ${record.references.map((ref) => `${ref.label}. ${ref.printed}`).join('\n     ')}

Classified By: DCM Jane Doe for reasons 1.4 (b) and (d).

${body}
ROE
`
}
