import { expect, test } from 'vitest'
import { namesInBody } from '../../src/cable/body-names.ts'
import { readCable } from '../../src/cable/read.ts'
import { processorMs } from '../processor-time.ts'

/** Body → the names in it. */
const bodies: readonly (readonly [string, readonly string[]])[] = [
  [
    'They saw Roe Un Chun of the Harbour Works again.',
    ['Roe Un Chun', 'Harbour Works', 'Roe', 'Chun', 'Harbour'],
  ],
  ['The Kessel bridge is open.', ['Kessel']],
  ['On Brandvold, and on his scale.', ['Brandvold']],
  ['He is Director of Bridges. A bridge was built.', []],
  ['Kessel is not in the middle of a sentence.', []],
  ['They sent Pell a pell of paper.', []],
  ['He asked the Ambassador about the Commission.', []],
  // Acronyms beside small words, and inner capitals anywhere.
  ['The GNAP paper was signed.', ['GNAP']],
  ['SUMMARY AND COMMENT OF THE GNAP', []],
  ['It is NOT, not a GNAP.', ['GNAP']],
  ['It gave AID to aid workers.', []],
  ['DeRoe spoke to McDoe.', ['DeRoe', 'McDoe']],
]

test.each(bodies)('%s', (text, names) => {
  expect([...namesInBody([text])].sort((a, b) => (a < b ? -1 : 1))).toEqual(
    [...names].sort((a, b) => (a < b ? -1 : 1)),
  )
})

test('a subject in capitals is written as the body writes its names', () => {
  const text = `UNCLAS LOME 000077

SUBJECT: RED OXIDE: KESSEL BRIDGE REOPENS

1. The Kessel bridge reopened in September.
ROE
`
  expect(readCable(text).record.title).toBe('Red Oxide: Kessel Bridge Reopens')
})

test('a subject in capitals keeps the acronyms and the inner capitals of the body', () => {
  const text = `UNCLAS LOME 000077

SUBJECT: A/S DEROE SIGNS ONIDA PAPER

1. A/S DeRoe signed the ONIDA paper in September.
ROE
`
  expect(readCable(text).record.title).toBe('A/S DeRoe Signs ONIDA Paper')
})

test('a megabyte of names takes no longer than its beginning', () => {
  const long = 'the Kessel Bridge of '.repeat(50_000)
  const before = processorMs()
  expect(namesInBody([long]).size).toBeGreaterThan(0)
  expect(processorMs() - before).toBeLessThan(1_000)
})
