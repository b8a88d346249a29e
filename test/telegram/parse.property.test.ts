import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../src/telegram/parse.ts'
import { print } from '../../src/telegram/print.ts'
import type { Telegram } from '../../src/telegram/tree.ts'
import { unwrap } from '../../src/telegram/unwrap.ts'
import { misplaced } from './misplaced.ts'

const folder = new URL('./golden/', import.meta.url)
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** Any string of UTF-16 code units, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((codes) => String.fromCharCode(...codes))

/** Words and signs that telegrams are made of, in any order. */
const telegramese = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'TAGS: ',
        'SUBJECT: ',
        'REF: ',
        'A. ',
        '\u00b6',
        '[1](#)',
        '1. ',
        '12. ',
        '(C) ',
        '(S//NF) ',
        'SECRET ',
        'C O N F I D E N T I A L ',
        'LOME 000077 ',
        'LOME 00000077  002 OF 003',
        'PAGE 02  LOME 00077 01 OF 02 041010Z',
        'E.O. 12958: ',
        'Classified By: ',
        'FM ',
        'TO ',
        'INFO ',
        'XMT ',
        'RUEHC/SECSTATE WASHDC',
        '----------',
        'ACTION EUR-01 ',
        '/001W',
        'SIPDIS',
        'NNNN',
        '\n',
        '\n\n',
        ' ',
        '\\\n',
        '\r\n',
        '\u2028',
        '\t',
        'Text goes on. ',
        'Monday, 05 May 2008, 10:10\n',
        'refid: 07LOME77\n',
        'ROE',
        'DEPT FOR ',
        '-- ',
        '"',
        '/',
        '//',
      ),
      anyText.map((text) => text.slice(0, 4)),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''))

/** A golden telegram with pieces cut out, doubled and strewn over. */
const mutated = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), telegramese), { maxLength: 4 }),
  )
  .map(([sample, cuts]) =>
    cuts.reduce((text, [at, length, put]) => {
      const start = text.length === 0 ? 0 : at % text.length
      return text.slice(0, start) + put.slice(0, 80) + text.slice(start + length)
    }, sample),
  )

const texts = fc.oneof(anyText, telegramese, mutated)

test('the printed tree is the text, whatever the text', () => {
  fc.assert(
    fc.property(texts, fc.option(fc.nat({ max: 400 }), { nil: undefined }), (text, bodyStart) => {
      const tree = parse(text, bodyStart === undefined ? {} : { bodyStart })
      expect(print(tree)).toBe(text)
    }),
    { numRuns: 600 },
  )
})

test('positions are nested, contiguous and in range', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(misplaced(parse(text), text)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('a tree is plain JSON and says the same after a trip through it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const tree = parse(text)
      const back = JSON.parse(JSON.stringify(tree)) as Telegram
      expect(print(back)).toBe(text.toWellFormed() === text ? text : print(tree))
      expect(back).toEqual(tree)
    }),
    { numRuns: 200 },
  )
})

test('each piece of unwrapped words is found where it says', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const tree = parse(text)
      for (const part of tree.children) {
        const { text: words, pieces } = unwrap(part, tree.wrapping)
        for (const { at, offset, length } of pieces)
          expect(words.slice(at, at + length)).toBe(text.slice(offset, offset + length))
      }
    }),
    { numRuns: 400 },
  )
})

test('a known station and number anchor without ever losing a character', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      expect(print(parse(text, { identity: { station: 'LOME', serial: 77 } }))).toBe(text)
    }),
    { numRuns: 200 },
  )
})
