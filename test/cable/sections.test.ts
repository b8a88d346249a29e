import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'

const line = 'S E C R E T SECTION 01 OF 03 LOME 000077'
const cases: readonly (readonly [string, string, unknown])[] = [
  ['a classification line', `${line}\n\n1. (S) Text.\n`, { held: [1], of: 3 }],
  [
    'a mark of the next section',
    `${line}\n\n1. (S) Text\nLOME 00000077  002 OF 003\n\n\ngoes on.\n`,
    { held: [1, 2], of: 3 },
  ],
  [
    'a mark without SECTION on the line',
    'S E C R E T LOME 000077\n\n1. (S) Text\nLOME 00000077  002 OF 002\n\n\ngoes on.\n',
    { held: [1, 2], of: 2 },
  ],
  [
    'pages within sections',
    `${line}\n\n1. (S) Text\nLOME 00000077  001.2 OF 003\n\n\ngoes on\nLOME 00000077  002.2 OF 003\n\n\nand on.\n`,
    { held: [1, 2], of: 3 },
  ],
  ['none', 'S E C R E T LOME 000077\n\n1. (S) Text.\n', undefined],
]

describe('sections held are evidenced by', () => {
  it.each(cases)('%s', (_, text, expected) => {
    expect(readCable(text).record.sections).toEqual(expected)
  })
})
