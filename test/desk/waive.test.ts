import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choose } from '../../src/desk/choose.ts'
import { policy, withhold } from '../../src/desk/decide.ts'
import { ingest } from '../../src/desk/ingest.ts'
import { listProtected } from '../../src/desk/protected.ts'
import { publish } from '../../src/desk/publish.ts'
import { unwaive, waive } from '../../src/desk/waive.ts'
import { standsBelow } from '../press/archive-folder.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

const words =
  'who keeps the keys of the second quay, said that the crane will not be moved before June.'

let at: Workplace
beforeEach(async () => {
  at = workplace()
  at.put(
    '1.txt',
    telegram(77, `Jane Roe (strictly protect), ${words}\n\n2. (U) Please protect source.`),
  )
  at.put('2.txt', telegram(78, 'Cocoa was cheap.'))
  await ingest(at.archive, [at.dump], { collection: 'lome' })
})
afterEach(() => at.remove())

function statuses(): readonly (readonly [string, string, ...boolean[]])[] {
  return [...listProtected(at.archive)].map(
    ({ id, status, marks }) => [id, status, ...marks.map(({ waived }) => waived)] as const,
  )
}

async function publicIds(): Promise<readonly string[]> {
  const { summary } = await publish(at.archive)
  return summary.newly
}

describe('marks', () => {
  it('are listed with their place and the words around, before anything is released', () => {
    const [found, ...others] = listProtected(at.archive)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      id: '07LOME77',
      version: 1,
      status: 'not released',
      marks: [
        {
          number: 1,
          kind: 'protection',
          paragraph: 1,
          printed: '(strictly protect)',
          waived: false,
        },
        { number: 2, kind: 'protection', paragraph: 2, printed: 'Please protect source.' },
      ],
    })
    expect(found?.marks[0]?.around).toContain('Jane Roe (strictly protect), who keeps')
  })

  it('keep a cable back until each is waived, and again when a waiver is taken back', async () => {
    policy(at.archive, 'lome', 'all', 'x')
    expect(statuses()).toEqual([['07LOME77', 'kept back', false, false]])
    expect((await publish(at.archive)).summary).toMatchObject({ cables: 1, heldBack: ['07LOME77'] })
    expect(waive(at.archive, '07LOME77', [1], 'She said so herself').messages).toEqual([
      '1 mark keeps 07LOME77 back: see "chancery protected 07LOME77".',
    ])
    expect(await publicIds()).toEqual([])
    expect(waive(at.archive, '07LOME77', 'all', 'x').messages).toEqual([
      'No mark keeps 07LOME77 back any longer: it is public after the next "chancery publish".',
    ])
    expect(statuses()).toEqual([['07LOME77', 'waived', true, true]])
    expect(await publicIds()).toEqual(['07LOME77'])
    expect(unwaive(at.archive, '07LOME77', [2], 'x').entry?.text).toBe(
      'Took back the waiver of mark 2 of 07LOME77 (version 1): x',
    )
    expect((await publish(at.archive)).summary.withdrawn).toEqual(['07LOME77'])
    expect(standsBelow(`${at.archive}/public`, 'Jane Roe')).toBe(false)
  })

  it('of another version need a waiver of their own; one without marks needs none', async () => {
    policy(at.archive, 'lome', 'all', 'x')
    waive(at.archive, '07LOME77', 'all', 'x')
    const masked = `XXXXXXXXXXXX (strictly protect), ${words}`
    await ingest(at.archive, [at.put('3.txt', telegram(77, masked))], { collection: 'lome' })
    expect(statuses()).toEqual([['07LOME77', 'kept back', false]])
    choose(at.archive, '07LOME77', '1', 'x')
    expect(statuses()).toEqual([['07LOME77', 'waived', true, true]])
    choose(at.archive, '07LOME77', undefined, 'x')
    const clean = `XXXXXXXXXXXX of the XXXXXXXXXXXX, ${words}`
    await ingest(at.archive, [at.put('4.txt', telegram(77, clean))], { collection: 'lome' })
    expect(statuses()).toEqual([])
  })

  it('of a withheld cable can be waived, and it stays withheld', () => {
    policy(at.archive, 'lome', 'all', 'x')
    withhold(at.archive, ['07LOME77'], { reason: 'SAFETY' })
    expect(waive(at.archive, '07LOME77', 'all', 'x').messages).toEqual([
      '07LOME77 is withheld all the same.',
    ])
    expect(statuses()).toEqual([['07LOME77', 'withheld', true, true]])
  })

  it('that are not there cannot be waived', () => {
    expect(() => waive(at.archive, '07LOME77', [3], 'x')).toThrow(
      expect.objectContaining({ code: 'MARK_UNKNOWN', exit: 1 }),
    )
    expect(() => waive(at.archive, '07LOME77', [], 'x')).toThrow(
      expect.objectContaining({ code: 'MARKS_MISSING', exit: 2 }),
    )
    expect(() => waive(at.archive, '07LOME78', 'all', 'x')).toThrow(
      expect.objectContaining({ code: 'MARK_UNKNOWN', exit: 1 }),
    )
    expect(() => waive(at.archive, '07LOME77', 'all', '')).toThrow(
      expect.objectContaining({ code: 'REASON_MISSING', exit: 2 }),
    )
  })
})

describe('another cable’s text', () => {
  it('keeps a cable back like a mark, since that one may be withheld', async () => {
    const two = `${telegram(79, 'It rained.')}
70002
2007-03-05 09:10:00
07ACCRA12
Embassy Accra
SECRET

S E C R E T ACCRA 000012

SUBJECT: CHEESE

1. (S) The marmaladecanary sang.
`
    await ingest(at.archive, [at.put('5.txt', two)], { collection: 'lome' })
    policy(at.archive, 'lome', 'all', 'x')
    const [found] = listProtected(at.archive, ['07LOME79'])
    expect(found).toMatchObject({ status: 'kept back', marks: [{ kind: 'otherCable' }] })
    expect(found?.marks[0]?.printed).toContain('ACCRA')
    await publish(at.archive)
    expect(standsBelow(`${at.archive}/public`, 'marmaladecanary')).toBe(false)
    waive(at.archive, '07LOME79', [1], 'We looked')
    expect(await publicIds()).toEqual(['07LOME79'])
  })
})
