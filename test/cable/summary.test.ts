import { describe, expect, it } from 'vitest'
import { type KindText, kindsOf, summaryOf } from '../../src/cable/summary.ts'

function drawn(paragraphs: readonly KindText[]): { kinds: string; summary: string | undefined } {
  const kinds = kindsOf(paragraphs)
  const read = paragraphs.map(({ text }, index) => ({ text, kind: kinds[index] ?? 'body' }))
  return { kinds: kinds.map((kind) => kind.charAt(0)).join(''), summary: summaryOf(read) }
}

const cases: readonly (readonly [string, readonly KindText[], string, string | undefined])[] = [
  [
    'opened and closed in one paragraph',
    [
      { number: 1, text: 'SUMMARY: Talks opened. END SUMMARY.' },
      { number: 2, text: 'More.' },
    ],
    'sb',
    'Talks opened.',
  ],
  [
    'under a heading, over two paragraphs',
    [
      { number: 1, heading: 'Summary and Comment', text: 'Talks opened.' },
      { number: 2, text: 'They went on. End Summary and Comment.' },
      { number: 3, text: 'More.' },
    ],
    'ssb',
    'Talks opened.\n\nThey went on.',
  ],
  [
    'under a heading, never closed',
    [
      { number: 1, heading: 'SUMMARY', text: 'Talks opened.' },
      { number: 2, heading: 'Details', text: 'More.' },
    ],
    'sb',
    'Talks opened.',
  ],
  [
    'closed, but never opened',
    [
      { number: 1, text: 'Talks opened. End summary.' },
      { number: 2, text: 'More.' },
    ],
    'sb',
    'Talks opened.',
  ],
  [
    'a portion mark behind the word',
    [{ number: 1, text: 'Summary: (SBU) Talks opened.' }],
    's',
    'Talks opened.',
  ],
  ['misspelt', [{ number: 1, text: 'Summay. Talks opened.' }], 's', 'Talks opened.'],
  [
    'with an action request',
    [{ number: 1, text: 'SUMMARY AND ACTION REQUEST: Talks opened. END SUMMARY.' }],
    's',
    'Talks opened.',
  ],
  [
    'the word in prose',
    [
      { number: 1, text: 'Summary executions were reported.' },
      { number: 2, text: 'In summary, no.' },
    ],
    'bb',
    undefined,
  ],
  [
    'a comment under a longer heading',
    [
      { number: 1, text: 'Talks.' },
      { number: 2, heading: 'Comment: Setting an Example', text: 'We doubt it.' },
      { number: 3, text: 'And more.' },
    ],
    'bcc',
    undefined,
  ],
  [
    'a comment in the line, closed or not',
    [
      { number: 1, text: 'COMMENT: We doubt it. END COMMENT.' },
      { number: 2, text: 'Comment. It is late.' },
      { number: 3, text: 'Talks (Comment: short. End comment.) go on.' },
    ],
    'ccb',
    undefined,
  ],
]

describe('a summary or comment', () => {
  it.each(cases)('%s', (_, paragraphs, kinds, summary) => {
    expect(drawn(paragraphs)).toEqual({ kinds, summary })
  })
})
