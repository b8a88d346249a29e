import { describe, expect, test } from 'vitest'
import { type Block, blocksOf } from '../../src/views/block.ts'
import { processorMs } from '../processor-time.ts'

const cases: readonly (readonly [string, string, readonly Block[]])[] = [
  ['nothing', ' \n\n ', []],
  ['running text', 'One paragraph.', [{ type: 'text', text: 'One paragraph.' }]],
  [
    'paragraphs parted by a blank line, whatever the line ends',
    'One.\r\n\r\nTwo.\n \t\n\nThree.',
    [
      { type: 'text', text: 'One.' },
      { type: 'text', text: 'Two.' },
      { type: 'text', text: 'Three.' },
    ],
  ],
  [
    'a list, its broken items joined',
    '-- mackerel, which\nmove\n-- herring',
    [{ type: 'list', items: ['-- mackerel, which move', '-- herring'] }],
  ],
  [
    'a list with letters',
    'a. mackerel\nb. herring',
    [{ type: 'list', items: ['a. mackerel', 'b. herring'] }],
  ],
  [
    'a table',
    'FISH      2005   2006\nMackerel  1,200  900\nHerring   3,400  80',
    [{ type: 'lines', text: 'FISH      2005   2006\nMackerel  1,200  900\nHerring   3,400  80' }],
  ],
  [
    'a table below a sentence, whose first line is indented',
    'In crowns:\n \n      2005   2006   2007\nFish  1,200  900    80',
    [
      { type: 'text', text: 'In crowns:' },
      { type: 'lines', text: '      2005   2006   2007\nFish  1,200  900    80' },
    ],
  ],
  [
    'lines that are neither',
    'Ministry of Fish\nQuay 4',
    [{ type: 'lines', text: 'Ministry of Fish\nQuay 4' }],
  ],
]

describe('blocks of a paragraph', () => {
  test.each(cases)('%s', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks)
  })

  test('take linear time over hostile text', () => {
    for (const text of ['\n \t'.repeat(100_000), '- \n'.repeat(100_000), ' '.repeat(300_000)]) {
      const start = processorMs()
      blocksOf(text)
      expect(processorMs() - start).toBeLessThan(2_000)
    }
  })
})
