/**
 * How many golden pairs there are for each field of the record and each dialect.
 *
 *     npm run golden
 *
 * A pair counts once for each field that its author expects something of.
 */

import { parse } from '../src/telegram/parse.ts'
import { type Golden, goldenPairs, type Pair } from '../test/golden.ts'

/** Facts of the tree that are not named like the field of the record they become. */
const fieldOfFact: Readonly<Record<string, string>> = {
  classificationLine: 'classification',
  caption: 'captions',
  dateTimeGroup: 'date',
  datePrecision: 'date',
  dateFrom: 'date',
  authority: 'classifiedBy',
  headings: 'paragraphs: headings',
  blocks: 'paragraphs',
  sectionMark: 'sections',
  pageLine: 'sections',
  printQueue: 'transmission',
  distribution: 'transmission',
  station: 'transmission',
  routing: 'transmission',
  security: 'transmission',
  transmissionId: 'transmission',
  breakMark: 'transmission',
  endMark: 'transmission',
  subjectPortion: 'subject',
  post: 'id',
  year: 'id',
  serial: 'id',
  aliases: 'id',
  stamp: 'status',
  preface: 'foreign text',
  leak: 'foreign text',
  stray: 'foreign text',
  notice: 'captions',
  handling: 'captions',
  partial: 'text',
}

const dialects = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'DN', 'fragment']

/** Field → dialect → golden pairs. */
const counts = new Map<string, Map<string, number>>()
const pairs = [...goldenPairs('telegram'), ...goldenPairs('cable')]
for (const pair of pairs) {
  const { dialect } = parse(pair.text, pair.golden.options)
  for (const field of new Set(['all', ...fieldsOf(pair)])) {
    const row = counts.get(field) ?? new Map<string, number>()
    counts.set(field, row.set(dialect, (row.get(dialect) ?? 0) + 1))
  }
}

console.log(`| field | ${dialects.join(' | ')} | sum |`)
console.log(`|---|${'---:|'.repeat(dialects.length + 1)}`)
for (const [field, row] of [...counts].sort(([a], [b]) => (a < b ? -1 : Number(a > b)))) {
  const cells = dialects.map((dialect) => row.get(dialect) ?? 0)
  const sum = cells.reduce((a, b) => a + b, 0)
  console.log(`| ${field} | ${cells.map((cell) => cell || '').join(' | ')} | ${sum} |`)
}

function fieldsOf({ golden }: Pair): string[] {
  const fields = Object.keys(golden.expect).map((key) => fieldOfFact[key] ?? key)
  if (Object.hasOwn(golden.expect, 'dateTimeGroup')) fields.push('precedence')
  if (partsWith(golden, 'heading')) fields.push('paragraphs: headings')
  if (partsWith(golden, 'kind')) fields.push('paragraphs: kind')
  if (golden.aliases) fields.push('id')
  if (golden.codes || golden.has || golden.lacks) fields.push('diagnostics')
  return fields
}

function partsWith({ expect }: Golden, key: string): boolean {
  const parts = expect.paragraphs
  return (
    Array.isArray(parts) &&
    parts.some((part) => typeof part === 'object' && part !== null && Object.hasOwn(part, key))
  )
}
