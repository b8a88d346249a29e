/**
 * Reads dumps as `ingest` would and counts what is known of their items: a cable number, a date and
 * how precisely, an origin, a title. For those who work on the formats: `node tools/source-survey.ts
 * PATH…`. Nothing is kept.
 */
import { parseIdentifier } from '../src/cable/identifier.ts'
import { readCable } from '../src/cable/read.ts'
import type { Cable } from '../src/cable/record.ts'
import { readSources } from '../src/sources/read-sources.ts'

const counts = new Map<string, number>()

function count(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

function survey(record: Cable): void {
  count(parseIdentifier(record.id) === undefined ? 'under an id of its source' : 'with a number')
  count(`date: ${record.dateFrom ?? 'none'}${record.date ? ` (${record.datePrecision})` : ''}`)
  count(`text: ${record.text}`)
  if (record.origin !== undefined || record.from !== undefined) count('with an origin')
  if (record.subject !== undefined) count('with a subject')
  if (record.classification !== undefined) count('with a classification')
  if (record.tags.length > 0) count('with tags')
  if (record.source?.uniqueId !== undefined) count('with a unique id')
}

for await (const { item, failure } of readSources(process.argv.slice(2))) {
  count(item ? `read as ${item.format}` : `set aside: ${failure.code}`)
  if (item) survey(readCable(item.text, item.facts, item.bodyStart).record)
}

for (const [what, number] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  process.stdout.write(`${number.toLocaleString('en').padStart(9)}  ${what}\n`)
}
