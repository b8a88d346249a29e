import { expect, test } from 'vitest'
import { linesMax } from '../../src/telegram/lines.ts'
import { parse } from '../../src/telegram/parse.ts'
import { print } from '../../src/telegram/print.ts'
import { unwrap } from '../../src/telegram/unwrap.ts'
import { processorMs } from '../processor-time.ts'

/** Pieces that, repeated, are hard on a careless parser. */
const hostile: Readonly<Record<string, string>> = {
  blanks: ' ',
  'line ends': '\n',
  digits: '1',
  'open parentheses': '(',
  capitals: 'A ',
  'class words': 'S E C R E T ',
  'page lines': 'PAGE 02  LOME 00077 01 OF 02 041010Z\n',
  'section marks': 'LOME 00000077 002 OF 004 ',
  'inline paragraphs': '. \u00b61. (C) x ',
  paragraphs: '\n1. (C) Text goes on here.\n\nHeading\n\n',
  labels: 'TAGS: SUBJECT: REF: A. ',
  offices: 'ACTION EUR-01 ',
  addressees: 'TO RUEHC/SECSTATE WASHDC\n',
  'tab rows': '70001\t2007-03-04 09:10:00\t07LOME77\t',
  backslashes: '\\\n',
  hyphens: 'x-\n',
  'lone surrogates': '\ud800',
  // 40503 is odd: all 65,536 of them, each once, lone surrogates, signs and controls side by side.
  'all code units': String.fromCharCode(
    ...Array.from({ length: 1 << 16 }, (_, n) => (n * 40503) & 0xffff),
  ),
  'attention lines': 'DEPT FOR ',
  rules: '----- ',
  signatures: 'ROE\n',
}

/** A linear parser takes twice as long on twice the text; a quadratic one four times. */
const ratioMax = 3.4
const length = 1 << 17
/** What is done in less says nothing about its growth: quadratic time would be thousands of these. */
const noiseMs = 8

test.each(Object.entries(hostile))('twice as many %s take about twice as long', (_name, piece) => {
  // The best of several runs at each length: noise only ever adds time.
  const ratios: number[] = []
  for (let round = 0; round < 5; round++) {
    const ratio = timeOf(piece, length * 2) / Math.max(timeOf(piece, length), noiseMs)
    ratios.push(ratio)
    if (ratio <= ratioMax) break
  }
  expect(Math.min(...ratios)).toBeLessThanOrEqual(ratioMax)
})

test('a megabyte of anything comes back as it went in', () => {
  for (const piece of Object.values(hostile)) {
    const text = repeat(piece, 1 << 20)
    expect(print(parse(text)) === text).toBe(true)
  }
})

test('a line of short words behind the TAGS that is no list is left at once', () => {
  const before = processorMs()
  parse(`UNCLAS LOME 000077\nTAGS: PREL\n${'AB '.repeat(5000)}end.\nSUBJECT: X\n`)
  // Two ways to read each word would be more than the age of the universe.
  expect(processorMs() - before).toBeLessThan(4000)
})

test('a row of offices that ends in no office is left at once', () => {
  const before = processorMs()
  parse(`ACTION EUR-00\nINFO  ${'EUR-00 '.repeat(40)}EUR\n      /000W\nFM AMEMBASSY LOME\n`)
  expect(processorMs() - before).toBeLessThan(4000)
})

/** From 16 MiB on an expression that remembers every sign of a run has no room left. */
const runLength = 20 * 1024 * 1024

test.each(['X', '\u00bf', 'a-'])('a run of %s of twenty megabytes is read', (piece) => {
  const head = 'UNCLAS LOME 000077\n\nE.O. 11652: GDS\nTAGS: PREL\nSUBJECT: RYE\n\n1. '
  const text = `${head}${repeat(piece, runLength)}`
  expect(print(parse(text)) === text).toBe(true)
})

test('a text of nothing but line ends asks for no more memory than a million lines', () => {
  const text = '\n'.repeat(linesMax * 4)
  const tree = parse(text)
  expect(print(tree) === text).toBe(true)
  expect(tree.position.end.line).toBe(linesMax)
})

function timeOf(piece: string, size: number): number {
  const text = repeat(piece, size)
  const before = processorMs()
  const tree = parse(text)
  for (const part of tree.children) unwrap(part, tree.wrapping)
  return processorMs() - before
}

function repeat(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
}
