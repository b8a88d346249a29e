import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import type { Evidence } from '../../src/cable/record.ts'
import { print } from '../../src/telegram/print.ts'
import { processorMs } from '../processor-time.ts'

const folder = join(import.meta.dirname, 'golden')
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Any string, and cables with a piece cut out, doubled or replaced. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .tuple(fc.constantFrom(...samples), fc.nat(4000), fc.nat(400), fc.string({ maxLength: 30 }))
    .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length)),
  fc
    .array(
      fc.constantFrom(
        'C O N F I D E N T I A L SECTION 01 OF 02 LOME 000077\n',
        'E.O. 12958: DECL: 03/04/2017\n',
        'TAGS: PREL, OVIP (ROE, JANE)\n',
        'SUBJECT: (U) A TITLE\n',
        'REF: A. ACCRA 9 AND 12\n     B. ROE E-MAIL\n',
        'Classified By: DCM Jane Roe for reasons 1.4 (b)\n',
        '1. (C) Summary: text. End Summary.\n',
        '\n',
        'LOME 00000077  002 OF 002\n',
        'TO SECSTATE WASHDC 0001\n',
        'P 041010Z MAR 07\n',
        'ROE\n',
        '\ud800',
      ),
      { maxLength: 30 },
    )
    .map((lines) => lines.join('')),
)

const facts = fc.record(
  {
    id: fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('07LOME77', '07EFTOLOME77', '06X')),
    created: fc.oneof(fc.string({ maxLength: 20 }), fc.constant('2007-03-04 10:10')),
    title: fc.string({ maxLength: 40 }),
    classification: fc.oneof(fc.string(), fc.constant('SECRET//NOFORN')),
    tags: fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
    references: fc.array(fc.string({ maxLength: 12 }), { maxLength: 4 }),
  },
  { requiredKeys: [] },
)

function nothingNull(value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (typeof value !== 'object') return true
  return Object.values(value).every(nothingNull)
}

function spansInRange(evidence: Evidence, length: number): boolean {
  return Object.values(evidence).every(({ rule, spans }) => {
    return (
      rule !== '' && spans.every(({ start, end }) => 0 <= start && start <= end && end <= length)
    )
  })
}

describe('any string', () => {
  it('becomes a record that is plain JSON, with evidence inside the text', () => {
    fc.assert(
      fc.property(texts, facts, (text, given) => {
        const { record, evidence, tree } = readCable(text, given)
        expect(print(tree)).toBe(text)
        expect(JSON.parse(JSON.stringify(record))).toEqual(record)
        expect(nothingNull(record)).toBe(true)
        expect(record.id).not.toBe('')
        expect(record.title).not.toBe('')
        expect(spansInRange(evidence, text.length)).toBe(true)
        for (const { start, end } of record.diagnostics) {
          expect(start.offset).toBeGreaterThanOrEqual(0)
          expect(end.offset).toBeLessThanOrEqual(text.length)
        }
        const anchors = record.paragraphs.flatMap(({ anchor, textAnchor }) => [anchor, textAnchor])
        expect(new Set(anchors).size).toBe(anchors.length)
      }),
      { numRuns: 300 },
    )
  })

  it('reads the same twice', () => {
    fc.assert(
      fc.property(texts, facts, (text, given) => {
        expect(readCable(text, given)).toEqual(readCable(text, given))
      }),
      { numRuns: 50 },
    )
  })

  it('is in its streams once, but for the lines transmission put in', () => {
    const dropped = new Set(['pageLine', 'sectionMark', 'banner', 'printQueue', 'endMark'])
    fc.assert(
      fc.property(texts, (text) => {
        const { record, streams, tree } = readCable(text)
        const whole =
          streams.header.length + streams.segments.reduce((sum, s) => sum + s.text.length, 0)
        let artefacts = 0
        const walk = (node: object): void => {
          if ('value' in node && 'type' in node && dropped.has(String(node.type))) {
            artefacts += String(node.value).length
          } else if ('children' in node) for (const child of node.children as object[]) walk(child)
        }
        // What stands in a part of the header stays there, artefacts included.
        walk(tree)
        expect(whole).toBeLessThanOrEqual(text.length)
        expect(whole).toBeGreaterThanOrEqual(text.length - artefacts)
        for (const { paragraph } of streams.segments) {
          if (paragraph !== undefined) expect(record.paragraphs[paragraph]).toBeDefined()
        }
      }),
      { numRuns: 200 },
    )
  })

  it('takes time in proportion to its length', () => {
    const units = [
      'REF: ACCRA 9, ',
      '1. (C) text. ',
      'TAGS: PREL ',
      '(protect) ',
      'A. B. ',
      '\n\n1.',
    ]
    const timed = (repeats: number): number => {
      const started = processorMs()
      for (const unit of units) readCable(unit.repeat(repeats), { id: '07LOME77' })
      return processorMs() - started
    }
    timed(500)
    const once = timed(8_000)
    expect(timed(32_000)).toBeLessThan(once * 4 * 3 + 500)
  })
})
