import { describe, expect, it } from 'vitest'
import { readFrusHead } from '../../src/sources/frus-head.ts'

const lome = 'Lome, March 4, 1964, 5 p.m.\n\n'

describe('the head of a document in Foreign Relations', () => {
  it.each<[string, string, string, string | undefined, string | undefined]>([
    [
      'the number that opens the text',
      '10. Telegram From the Embassy in Togo to the Department of State',
      `${lome}254. For Roe.`,
      '1964-03-04',
      '64LOME254',
    ],
    [
      'the number in the head',
      '11. Telegram 1254 From the Embassy in Togo to the Department of State',
      `${lome}1. The strike goes on.`,
      '1964-03-04',
      '64LOME1254',
    ],
    [
      'two numbers in the head',
      'Telegram 828/Secto 574 From the Embassy in Togo to the Department of State',
      lome,
      '1974-03-04',
      '74LOME828',
    ],
    [
      'a head of a microfiche supplement',
      '3. Telegram 77 From the Embassy in Togo to the Department of State, March 4, 1972, 1320Z',
      'March 4, 1972, 1320Z\n\nTELEGRAM Department of State LOME 00077 R 041320Z MAR 72',
      '1972-03-04',
      '72LOME77',
    ],
    [
      'the ambassador as sender',
      '5. Telegram From the Ambassador in Togo (Roe) to the Department of State',
      `${lome}254. It is so.`,
      '1964-03-04',
      '64LOME254',
    ],
    [
      'the Department, in one series',
      '6. Telegram From the Department of State to the Embassy in Togo',
      'Washington, March 4, 1968.\n\n124001. For Roe.',
      '1968-03-04',
      '68STATE124001',
    ],
    [
      'the Department, numbered for each post',
      '6. Telegram From the Department of State to the Embassy in Togo',
      'Washington, March 4, 1964.\n\n124. For Roe.',
      '1964-03-04',
      undefined,
    ],
    [
      'a paragraph that is no number',
      '7. Telegram From the Embassy in Togo to the Department of State',
      `${lome}1. The strike goes on.`,
      '1964-03-04',
      undefined,
    ],
    [
      'a delegation',
      '8. Telegram From the Delegation at the Ports Conference to the Department of State',
      `${lome}Secto 8. It is so.`,
      '1964-03-04',
      undefined,
    ],
    [
      'no date',
      '9. Telegram From the Embassy in Togo to the Department of State',
      `${lome}254. For Roe.`,
      undefined,
      undefined,
    ],
    [
      'a letter',
      '12. Letter From the Ambassador to Togo (Roe) to the Secretary of State (Doe)',
      `${lome}254. It is so.`,
      '1964-03-04',
      undefined,
    ],
  ])('%s', (_what, head, text, date, id) => {
    expect(readFrusHead(head, text, date).id).toBe(id)
  })

  it('names both sides', () => {
    const { from, to } = readFrusHead(
      '10. Telegram From the Embassy in Togo to the Department of State',
      '',
    )
    expect([from, to]).toEqual(['Embassy in Togo', 'Department of State'])
    const letter = readFrusHead(
      '2. Letter From the Ambassador to Togo (Roe) to the Secretary of State (Doe)',
      '',
    )
    expect([letter.from, letter.to]).toEqual([
      'Ambassador to Togo (Roe)',
      'Secretary of State (Doe)',
    ])
  })
})
