/** The parser, held to the author's own account of every cable in the sample. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import type { Addressee, Cable, Portion } from '../../src/cable/record.ts'
import { readSources } from '../../src/sources/read-sources.ts'
import { print } from '../../src/telegram/print.ts'
import type { Expectation } from '../../tools/sample/expectation.ts'

const sample = join(import.meta.dirname, '../../sample')
const expected: Record<string, Expectation> = JSON.parse(
  readFileSync(join(sample, 'expected.json'), 'utf8'),
)

describe('every cable of the sample is read as its author wrote it', () => {
  for (const [key, account] of Object.entries(expected)) {
    test(key, () => holds(account))
  }
})

async function holds(account: Expectation): Promise<void> {
  const results = []
  for await (const result of readSources([join(sample, 'cables', account.file)])) {
    results.push(result)
  }
  expect(results).toHaveLength(1)
  const item = results[0]?.item
  if (!item) throw new Error(results[0]?.failure?.reason)
  const { record, tree } = readCable(item.text, item.facts, item.bodyStart)
  expect(print(tree)).toBe(item.text)
  expect(accountOf(record, account)).toEqual(account)
}

/** The record, told in the words of `expected.json`. */
function accountOf(record: Cable, account: Expectation): Expectation {
  const numbered = record.paragraphs.filter((paragraph) => paragraph.number !== undefined)
  const named = (list: readonly Addressee[]): string[] => list.map((addressee) => addressee.name)
  const controls = record.classification?.controls ?? []
  return {
    file: account.file,
    id: record.id,
    date: record.date ?? '',
    level: record.classification?.level ?? '',
    ...(controls.length === 0 ? {} : { controls }),
    ...(record.from === undefined ? {} : { from: record.from }),
    ...(account.to === undefined
      ? {}
      : { to: named(record.to), info: named(record.info), excluded: named(record.excluded) }),
    captions: record.captions,
    ...(record.subject === undefined ? {} : { subject: record.subject }),
    tags: record.tags.map((tag) => tag.code),
    paragraphs: numbered.map((paragraph) => paragraph.number ?? 0),
    portions: numbered.map((paragraph) => portionMark(paragraph.portion)),
    references: record.references.map((reference) => reference.id ?? reference.kind),
    signature: record.signature,
    ...(record.sections === undefined ? {} : { sections: record.sections.of }),
    ...(record.partial ? { partial: true } : {}),
  }
}

function portionMark(portion: Portion | undefined): string {
  if (!portion) return '-'
  const short = (control: string): string => (control === 'NOFORN' ? 'NF' : control)
  return [portion.level, ...portion.controls.map(short)].join('/')
}
