import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anchors, anchorsOf, withAnchorsKept } from '../../src/cable/anchor.ts'

const words = (text: string, number?: number) =>
  number === undefined ? { text } : { text, number }
const given = (anchors: readonly Anchors[]) =>
  new Map(anchors.map(({ anchor, textAnchor }) => [anchor, textAnchor]))

const first = anchorsOf([words('Sheep', 1), words('Ferry', 2), words('Lamps', 3)])

describe('addresses of paragraphs under a better parser', () => {
  it.each([
    ['nothing was given yet', [], [words('Sheep', 1)], ['p1']],
    ['nothing changed', first, [words('Sheep', 1), words('Ferry', 2)], ['p1', 'p2']],
    [
      'counted otherwise, the words keep their address and the new ones get another',
      first,
      [words('Notice', 1), words('Sheep', 2), words('Ferry', 3), words('Lamps', 4)],
      ['p1.2', 'p1', 'p2', 'p3'],
    ],
    [
      'read with other words, a paragraph keeps its number’s address',
      first,
      [words('Sheep', 1), words('Ferry, and a page line less', 2), words('Lamps', 3)],
      ['p1', 'p2', 'p3'],
    ],
    [
      'an address of words that are gone is not given to a second paragraph of that number',
      anchorsOf([words('Sheep', 1), words('Ferry', 1)]),
      [words('Lamps', 1), words('Sheep', 1)],
      ['p1.3', 'p1'],
    ],
  ] as const)('%s', (_, before, now, expected) => {
    const kept = withAnchorsKept(anchorsOf(now), given(before))
    expect(kept.map(({ anchor }) => anchor)).toEqual(expected)
  })

  it('are one for each paragraph, and stay when they are asked for again', () => {
    const paragraph = fc.record(
      { number: fc.nat(3), text: fc.constantFrom('a', 'b', 'c', 'd') },
      { requiredKeys: ['text'] },
    )
    const cable = fc.array(paragraph, { maxLength: 8 }).map(anchorsOf)
    fc.assert(
      fc.property(cable, cable, (before, now) => {
        const kept = withAnchorsKept(now, given(before))
        expect(new Set(kept.map(({ anchor }) => anchor)).size).toBe(now.length)
        for (const { anchor, textAnchor } of before) {
          const still = kept.find((each) => each.textAnchor === textAnchor)
          if (still !== undefined) expect(still.anchor).toBe(anchor)
        }
        const all = new Map([...given(kept), ...given(before)])
        expect(withAnchorsKept(now, all)).toEqual(kept)
      }),
    )
  })
})
