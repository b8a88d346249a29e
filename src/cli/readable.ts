import type { Addressee, Cable, Paragraph } from '../cable/record.ts'
import { printable } from './output.ts'

/** Columns of readable text. */
const columns = 80

/** A cable as text for people: what it is, to whom it went, and its paragraphs. */
export function readable(record: Cable): string {
  const parts = [
    fold(record.title),
    facts(record),
    ...(record.summary === undefined || record.paragraphs.length > 0 ? [] : [fold(record.summary)]),
    ...record.paragraphs.map(paragraph),
    ...(record.signature.length === 0 ? [] : [record.signature.join(', ')]),
    ...notes(record),
  ]
  return `${printable(parts.join('\n\n'))}\n`
}

function facts(record: Cable): string {
  const rows: (readonly [string, string | undefined])[] = [
    ['Cable', record.id],
    ['Date', record.date?.replace('T', ' ').replace('Z', ' UTC')],
    ['Released', record.released?.replace('T', ' ').replace('Z', ' UTC')],
    ['Classification', classification(record)],
    ['From', record.from ?? record.origin],
    ['To', names(record.to)],
    ['Info', names(record.info)],
    ['Captions', record.captions.join(', ')],
    ['E.O.', record.executiveOrder?.printed],
    ['Tags', record.tags.map((tag) => tag.code).join(', ')],
    ['References', record.references.map(reference).join('; ')],
    ['Classified by', record.classifiedBy?.names.join(', ')],
  ]
  return rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => fold(`${name}: ${value}`, '  '))
    .join('\n')
}

function classification({ classification: mark }: Cable): string | undefined {
  if (mark === undefined) return undefined
  return [mark.printed, ...mark.controls.filter((one) => !mark.printed.includes(one))].join(' ')
}

function names(addressees: readonly Addressee[]): string {
  return addressees.map((one) => one.name).join(', ')
}

function reference({ label, id, printed }: Cable['references'][number]): string {
  return `${label === undefined ? '' : `${label}. `}${id ?? printed}`
}

function paragraph({ number, portion, heading, text }: Paragraph): string {
  const controls = portion === undefined ? [] : [portion.level, ...portion.controls]
  const lead = [
    number === undefined ? '' : `${number}.`,
    portion === undefined ? '' : `(${controls.join('//')})`,
  ]
  const body = [...lead.filter((one) => one !== ''), text].join(' ')
  const folded = body.split('\n').map((line) => fold(line))
  return [...(heading === undefined ? [] : [`${heading}\n`]), ...folded].join('\n')
}

function notes(record: Cable): string[] {
  const said = [
    ...(record.partial ? ['Only a part of this cable is held.'] : []),
    ...record.diagnostics
      .filter((one) => one.severity !== 'info')
      .map((one) => `${one.code}, line ${one.start.line}: ${one.message}`),
  ]
  return said.length === 0 ? [] : [['--', ...said.map((line) => fold(line, '  '))].join('\n')]
}

/** Breaks a line at spaces so that it fits; a word that is too long stays whole. */
function fold(line: string, indent = ''): string {
  if (line.length <= columns) return line
  const rows: string[] = []
  let row = ''
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > columns) {
      rows.push(row)
      row = indent + word
    } else row = row === '' && rows.length === 0 ? word : `${row} ${word}`
  }
  return [...rows, row].join('\n')
}
