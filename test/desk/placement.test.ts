import { describe, expect, it } from 'vitest'
import { readJob } from '../../src/desk/item-reading.ts'
import { jobOf, nameItem, type Placed, placeItem } from '../../src/desk/placement.ts'
import { openShelf, type Shelf, textsUnderNumberMax } from '../../src/desk/shelf.ts'
import type { SourceItem } from '../../src/sources/source.ts'
import type { StoredArrival } from '../../src/vault/arrival.ts'
import { telegram } from './dump.ts'

function item(text: string, id: string): SourceItem {
  const encoding = { name: 'utf-8', replaced: 0 }
  const at = { file: 'dump.csv', locator: 'dump.csv › row 7' }
  return { text, facts: { id }, format: 'cables-csv', bytes: Buffer.from(text), encoding, ...at }
}

function place(text: string, id: string, shelf: Shelf): Placed {
  const named = nameItem(item(text, id), 'default', '/dump.csv')
  return placeItem(named, readJob(jobOf(named, shelf)), shelf)
}

/** A shelf on which that many texts stand under one number. */
function shelfWith(count: number, number: string): Shelf {
  const shelf = openShelf()
  const { arrival } = place(telegram(77, 'The first text.'), number, shelf)
  for (let twin = 2; twin <= count; twin += 1) {
    const id = `${number}~${twin}`
    const sha256 = String(twin).padStart(64, '0')
    shelf.put({ ...(arrival as StoredArrival), id, twin, sha256 }, sha256)
  }
  return shelf
}

describe('placing', () => {
  it('gives a text a number of its own where the one it claims is claimed by too many', () => {
    const shelf = shelfWith(textsUnderNumberMax, '07LOME77')
    const { arrival, messages } = place(telegram(77, 'Cocoa was cheap.'), '07LOME77', shelf)
    expect(arrival).toMatchObject({ outcome: 'new', id: expect.stringMatching(/^X-[0-9a-f]{12}$/) })
    expect(messages.map(({ code }) => code)).toEqual(['NUMBER_CROWDED'])
    const again = place(telegram(77, 'Cocoa was cheap.'), '07LOME77', shelf)
    expect(again.arrival.outcome).toBe('unchanged')
    const first = nameItem(item(telegram(77, 'The first text.'), '07LOME77'), 'default', '/b.csv')
    expect(placeItem(first, readJob(jobOf(first, shelf)), shelf).arrival).toMatchObject({
      outcome: 'copy',
      id: '07LOME77',
    })
  })

  it('names a few of the many cables whose text is the same', () => {
    const shelf = openShelf()
    for (let serial = 1; serial <= 5; serial += 1)
      place('The text is lost.', `07LOME${serial}`, shelf)
    const { messages } = place('The text is lost.', '07LOME6', shelf)
    expect(messages).toMatchObject([
      {
        code: 'SAME_TEXT',
        text: 'The text of 07LOME6 is the same as that of 07LOME1, 07LOME2, 07LOME3 and others.',
      },
    ])
  })
})
