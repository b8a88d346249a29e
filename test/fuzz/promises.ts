import { type Reading, readCable } from '../../src/cable/read.ts'
import { parse } from '../../src/telegram/parse.ts'
import { print } from '../../src/telegram/print.ts'
import type { Telegram } from '../../src/telegram/tree.ts'
import { unwrap } from '../../src/telegram/unwrap.ts'
import { isLiteral, visit } from '../../src/telegram/visit.ts'
import { processorMs } from '../processor-time.ts'
import { misplaced } from '../telegram/misplaced.ts'
import { strangers } from './record-shape.ts'

/** A text this short takes some milliseconds; what is not linear takes minutes. */
const timeMsMax = 3_000

/** What the parser promises for every string and breaks on this one; empty when all is well. */
export function brokenPromises(text: string): string[] {
  try {
    const before = processorMs()
    const reading = readCable(text)
    const timeMs = processorMs() - before
    return [
      ...ofTree(reading.tree, text),
      ...ofRecord(reading, text),
      ...(timeMs > timeMsMax ? [`${text.length} characters took ${Math.round(timeMs)} ms`] : []),
    ]
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function ofTree(tree: Telegram, text: string): string[] {
  const wrong = misplaced(tree, text)
  if (print(tree) !== text) wrong.push('the printed tree is not the text')
  if (JSON.stringify(parse(text)) !== JSON.stringify(tree)) wrong.push('read twice, read otherwise')
  for (const part of tree.children) {
    const { text: words, pieces } = unwrap(part, tree.wrapping)
    if (lettersOf(words) !== lettersOf(readable(part))) wrong.push(`words lost in ${part.type}`)
    for (const { at, offset, length } of pieces)
      if (words.slice(at, at + length) !== text.slice(offset, offset + length))
        wrong.push(`a piece of ${part.type} is not where it says`)
  }
  return wrong
}

/** Leaves that are words to read; the others are labels, marks, numbers, portions, artefacts. */
const readableTypes: ReadonlySet<string> = new Set([
  'text',
  'value',
  'tag',
  'person',
  'control',
  'name',
  'protection',
])

function readable(part: Telegram['children'][number]): string {
  const words: string[] = []
  visit(part, (node) => {
    if (isLiteral(node) && readableTypes.has(node.type)) words.push(node.value)
    return undefined
  })
  return words.join('')
}

/** Blanks, rules and hyphens at line ends may go. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

function ofRecord({ record, evidence }: Reading, text: string): string[] {
  const wrong = strangers(record).map((path) => `${path} has no place in a record`)
  if (JSON.stringify(JSON.parse(JSON.stringify(record))) !== JSON.stringify(record))
    wrong.push('the record is not JSON')
  if (record.id === '' || record.title === '') wrong.push('a record without a name')
  for (const { id, printed } of record.references)
    if (id === record.id) wrong.push(`the cable refers to itself: ${printed}`)
  for (const [field, { rule, spans }] of Object.entries(evidence)) {
    const inRange = spans.every(({ start, end }) => isSpan(start, end, text))
    if (!inRange || rule === '') wrong.push(`the evidence of ${field} is no place in the text`)
  }
  for (const { code, start, end } of record.diagnostics)
    if (!isSpan(start.offset, end.offset, text)) wrong.push(`${code} is no place in the text`)
  const anchors = record.paragraphs.flatMap(({ anchor, textAnchor }) => [anchor, textAnchor])
  if (new Set(anchors).size < anchors.length) wrong.push('two paragraphs with one anchor')
  return wrong
}

function isSpan(start: number, end: number, text: string): boolean {
  return 0 <= start && start <= end && end <= text.length
}
