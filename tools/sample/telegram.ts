import { fill, type Layout, setBlocks } from './layout.ts'
import { type CableSource, field, fieldLines } from './source.ts'

/** The two halves of a telegram as an archive keeps them. */
export interface TelegramText {
  /** Transmission header; absent where an archive has none. */
  readonly header?: string
  readonly body: string
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const words: Record<string, string> = {
  U: 'UNCLASSIFIED',
  SBU: 'UNCLASSIFIED',
  LOU: 'LIMITED OFFICIAL USE',
  C: 'CONFIDENTIAL',
  S: 'SECRET',
}

/** Writes one cable the way its dialect was transmitted. */
export function writeTelegram(cable: CableSource): TelegramText {
  const dialect = field(cable, 'dialect', 'D4')
  const early = /D[012]/.test(dialect)
  const blocks = early
    ? cable.blocks.map((block) => ({ ...block, text: capitals(block.text) }))
    : cable.blocks
  const layout: Layout = {
    width: Number(field(cable, 'width', early ? '66' : '60')),
    heading: field(cable, 'headings', 'under') as Layout['heading'],
    breakLines: (n) => (pages(dialect) ? pageBreak(cable, n) : ['', sectionMark(cable, n), '', '']),
    breakInline: (n) => sectionMark(cable, n).replace('  ', ' '),
  }
  const text = [...region(cable, dialect), ...setBlocks(blocks, layout)]
  const sign = fieldLines(cable, 'sign')
  if (field(cable, 'signed') === 'inline') text.push(`${text.pop() ?? ''} ${sign.join(' ')}`)
  else text.push(...sign)
  text.push(...fieldLines(cable, 'end'))
  const head = dialect === 'D3' ? [] : envelope(cable, dialect)
  const wholeCopy = field(cable, 'form') === 'plain' && pages(dialect)
  if (wholeCopy || fieldLines(cable, 'dist').length > 0) {
    const copy = [...distribution(cable), ...envelope(cable, dialect), ...text]
    if (wholeCopy) copy.unshift(banner(cable), '', pageLine(cable, 1), ...firstPage(cable))
    return finish(cable, undefined, copy)
  }
  return finish(cable, head.length > 0 ? head : undefined, text)
}

function capitals(text: string): string {
  return text.replaceAll(/[a-z]+/g, (word) => word.toUpperCase()).replaceAll('^G', '^g')
}

// Pages with banners belong to the Department's distribution copies.
function pages(dialect: string): boolean {
  return /D[123]/.test(dialect)
}

function finish(cable: CableSource, head: string[] | undefined, body: string[]): TelegramText {
  const preface = fieldLines(cable, 'preface')
  const trail = field(cable, 'trail')
  const lineEnd = { blank: ' ', backslash: ' \\' }[trail] ?? ''
  const lines = body.map((line) => line + lineEnd)
  let text = [...preface, ...lines].join('\n')
  for (const swap of fieldLines(cable, 'swap')) {
    const [from = '', to = ''] = swap.split(' => ').map((part) => part.replaceAll('\\n', '\n'))
    if (!text.includes(from)) throw new Error(`${cable.id}: nothing to replace by '${swap}'`)
    text = text.replaceAll(from, to)
  }
  const cut = field(cable, 'cut')
  if (cut !== '') {
    const at = text.indexOf(cut)
    if (at < 0) throw new Error(`${cable.id}: cannot cut after '${cut}'`)
    text = text.slice(0, at + cut.length)
  }
  if (field(cable, 'record') === 'partial') {
    const sentence =
      'This record is a partial extract of the original cable. The full text of the original cable is not available.'
    return { header: [sentence, '', ...fieldLines(cable, 'stamp')].join('\n'), body: text }
  }
  if (head === undefined || field(cable, 'record') === 'body') return { body: text }
  return { header: head.join('\n'), body: text }
}

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: string
}

function moment(cable: CableSource): Moment {
  const [, year, month, day, hour, minute] =
    /^(\d+)-(\d+)-(\d+) (\d+):(\d+)$/.exec(field(cable, 'date')) ?? []
  if (minute === undefined) throw new Error(`${cable.id}: no date`)
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    clock: `${hour}${minute}`,
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

function dateTimeGroup(cable: CableSource): string {
  const { year, month, day, clock } = moment(cable)
  return `${two(day)}${clock}Z ${months[month - 1]} ${two(year % 100)}`
}

function julianDay(cable: CableSource): string {
  const { year, month, day } = moment(cable)
  const start = Date.UTC(year, 0, 1)
  return String((Date.UTC(year, month - 1, day) - start) / 86_400_000 + 1).padStart(3, '0')
}

// VZCZCXRO0042 / PP RUEHFL / DE RUEHRK #0123/01 0731530 / ZNY CCCCC ZZH / P R 141530Z MAR 07 / FM ...
function envelope(cable: CableSource, dialect: string): string[] {
  const precedence = field(cable, 'prec', 'R')
  const lines: string[] = []
  const ri = field(cable, 'ri')
  if (ri !== '' && !/D[0123]/.test(dialect)) {
    const first = precedence[0] ?? 'R'
    const level = field(cable, 'level')[0] ?? 'U'
    const sections = field(cable, 'sections')
    const serial = String(cable.serial % 10_000).padStart(4, '0')
    const tail = field(cable, 'zny')
    const letter = field(cable, 'level') === 'SBU' ? 'U' : level
    if (field(cable, 'tid') !== '') lines.push(field(cable, 'tid'))
    lines.push(`${first}${first} ${field(cable, 'route', 'RUEHWEB')}`)
    lines.push(...fieldLines(cable, 'routes'))
    if (field(cable, 'route', 'RUEHWEB') === 'RUEHWEB') lines.push('')
    const part = sections === '' && field(cable, 'part') === '' ? '' : '/01'
    lines.push(`DE ${ri} #${serial}${part} ${julianDay(cable)}${moment(cable).clock}`)
    lines.push(`${letter === 'U' ? 'ZNR' : 'ZNY'} ${letter.repeat(5)} ZZH${tail}`)
  }
  lines.push(`${precedence} ${dateTimeGroup(cable)}${field(cable, 'opsig')}`)
  lines.push(`FM ${field(cable, 'from')}`)
  for (const [i, line] of fieldLines(cable, 'to').entries())
    lines.push(i === 0 ? `TO ${line}` : line)
  for (const [i, line] of fieldLines(cable, 'info').entries()) {
    lines.push(i === 0 ? `INFO ${line}` : line)
  }
  for (const [i, line] of fieldLines(cable, 'xmt').entries())
    lines.push(i === 0 ? `XMT ${line}` : line)
  return lines
}

// ACTION EUR-12 / INFO  OCT-01   ISO-00   /013 W / DRAFTED BY … / --------------------- 054819
function distribution(cable: CableSource): string[] {
  const rows = fieldLines(cable, 'dist')
  const lines: string[] = []
  let total = 0
  for (const row of rows) {
    const [label = '', ...offices] = row.split(' ')
    total += offices.reduce((sum, office) => sum + Number(office.split('-')[1]), 0)
    for (let i = 0; i < offices.length; i += 6) {
      const cells = offices.slice(i, i + 6).map((office) => office.padEnd(9))
      lines.push(
        `${(i === 0 ? label : '').padEnd(label === 'INFO' ? 6 : 7)}${cells.join('')}`.trimEnd(),
      )
    }
  }
  if (rows.length > 0) {
    const sum = String(total).padStart(3, '0')
    const direction = rows[0]?.startsWith('ORIGIN') ? 'R' : 'W'
    if (field(cable, 'dialect') === 'D3') lines.push(`        /${sum}${direction}`)
    else lines.push(`${lines.pop() ?? ''}  /${sum} ${direction}`)
  }
  return [...lines, ...fieldLines(cable, 'drafted'), ...fieldLines(cable, 'dash')]
}

function banner(cable: CableSource): string {
  return words[field(cable, 'level')] ?? 'UNCLASSIFIED'
}

// PAGE 01        REYKJA  00123  01 OF 02  141640Z
function pageLine(cable: CableSource, page: number): string {
  const station = name(cable).slice(0, 6).padEnd(6)
  const serial = String(cable.serial).padStart(cable.station === 'STATE' ? 6 : 5, '0')
  const sections = field(cable, 'sections')
  const part =
    sections === '' ? '' : `${two(Math.min(page, Number(sections)))} OF ${two(Number(sections))}  `
  return `PAGE ${two(page)}        ${station}  ${serial}  ${part}${field(cable, 'receipt')}`.trimEnd()
}

function firstPage(cable: CableSource): readonly string[] {
  return fieldLines(cable, 'queue')
}

function pageBreak(cable: CableSource, n: number): string[] {
  return ['', banner(cable), '', banner(cable), '', pageLine(cable, n + 1), '', '']
}

// KUALA LUMP 00001403  002 OF 003
function sectionMark(cable: CableSource, n: number): string {
  const station = name(cable).slice(0, 10).trimEnd()
  const of = String(field(cable, 'sections')).padStart(3, '0')
  const page = field(cable, 'page')
  const first = page === '' ? n + 1 : n
  const sub = page === '' ? '' : `.${page}`
  const serial = String(cable.serial).padStart(8, '0')
  return `${station} ${serial}  ${String(first).padStart(3, '0')}${sub} OF ${of}`
}

/** The station with its blanks: `PORT MERLE`. */
function name(cable: CableSource): string {
  return field(cable, 'name', cable.station)
}

function classLine(cable: CableSource, dialect: string): string {
  const level = field(cable, 'level')
  const spaced = (word: string): string => [...word].join(' ')
  let mark = field(cable, 'line')
  if (mark === '') {
    if (level === 'U' || level === 'SBU') mark = 'UNCLAS'
    else if (level === 'LOU') mark = 'LIMITED OFFICIAL USE'
    else mark = spaced(words[level] ?? '')
  }
  const sections = field(cable, 'sections')
  const early = /D[012]/.test(dialect)
  const pad = (n: string): string => (early ? n : n.padStart(2, '0'))
  const part = sections === '' ? '' : ` SECTION ${pad('1')} OF ${pad(sections)}`
  const serial = String(cable.serial).padStart(early ? 4 : 6, '0')
  return `${mark}${part} ${name(cable)} ${serial}${field(cable, 'series')}`
}

function region(cable: CableSource, dialect: string): string[] {
  const lines = [classLine(cable, dialect), '']
  const group = (name: string): void => {
    const values = fieldLines(cable, name)
    if (values.length > 0) lines.push(...values, '')
  }
  group('corrected')
  group('caption')
  group('pass')
  lines.push(...fieldLines(cable, 'eo'))
  if (field(cable, 'tags') !== '') {
    lines.push(...field(cable, 'tagslabel', 'TAGS: ').concat(field(cable, 'tags')).split('/ '))
  }
  const subject = field(cable, 'subject')
  if (subject !== '' && field(cable, 'nosubject') === '') {
    const label = field(cable, 'subjlabel', 'SUBJECT: ')
    lines.push(...fill(label + subject, Number(field(cable, 'subjwidth', '60'))))
  }
  group('aftersubject')
  if (lines.at(-1) !== '') lines.push('')
  const refs = fieldLines(cable, 'ref').map((line) => line.split(' => ')[0] ?? '')
  if (refs.length > 0) {
    const label = field(cable, 'reflabel', 'REF: ')
    const indent = ' '.repeat(label.length)
    lines.push(...refs.map((line, i) => (i === 0 ? label : indent) + line), '')
  }
  const by = field(cable, 'by')
  if (by !== '') lines.push(...fill(by, 60), '')
  group('handling')
  return lines
}
