import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choose } from '../../src/desk/choose.ts'
import { policy, withhold } from '../../src/desk/decide.ts'
import { ingest } from '../../src/desk/ingest.ts'
import { readLedger } from '../../src/desk/ledger.ts'
import { publish } from '../../src/desk/publish.ts'
import { namedVersion, versionsOf } from '../../src/desk/version.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

const sentence =
  'said that the crane stands on the second quay, and that nobody knows who drives it.'

let at: Workplace
beforeEach(async () => {
  at = workplace()
  const plain = at.put('plain/1.txt', telegram(77, `Mr. Roe ${sentence}`))
  const masked = at.put('masked/1.txt', telegram(77, `Mr. XXXXXXXXXXXX ${sentence}`))
  await ingest(at.archive, [plain], { collection: 'closed' })
  await ingest(at.archive, [masked], { collection: 'open' })
})
afterEach(() => at.remove())

/** Numbers of the versions that are shown: on the desk, and in public. */
function shown(): { desk?: number; public?: number } {
  const { versions } = versionsOf(at.archive, '07LOME77')
  const desk = versions.find(({ current }) => current)?.number
  const open = versions.find((version) => version.public)?.number
  return { ...(desk !== undefined && { desk }), ...(open !== undefined && { public: open }) }
}

describe('versions', () => {
  it('are numbered as they came, with what a person decides by', () => {
    const { id, versions } = versionsOf(at.archive, '2007 Lome 0077')
    expect(id).toBe('07LOME77')
    expect(
      versions.map(({ number, redactionMarks, collections, partial }) => ({
        number,
        redactionMarks,
        collections,
        partial,
      })),
    ).toEqual([
      { number: 1, redactionMarks: 0, collections: ['closed'], partial: false },
      { number: 2, redactionMarks: 1, collections: ['open'], partial: false },
    ])
    expect(() => versionsOf(at.archive, '07LOME78')).toThrow(
      expect.objectContaining({ code: 'CABLE_UNKNOWN', exit: 1 }),
    )
  })

  it('are named by their number or the start of their hash', () => {
    const versions = ['ab12cd34', 'ab12cd99', '12345678'].map((start) => ({
      sha256: start.padEnd(64, '0'),
    }))
    expect(namedVersion('X', versions, '3')).toBe(versions[2])
    expect(namedVersion('X', versions, '123456')).toBe(versions[2])
    expect(namedVersion('X', versions, 'AB12CD9')).toBe(versions[1])
    for (const name of ['4', '0', 'ab12cd', '12345', 'x', '']) {
      expect(() => namedVersion('X', versions, name)).toThrow(
        expect.objectContaining({ code: 'VERSION_UNKNOWN', exit: 1 }),
      )
    }
  })
})

describe('choose', () => {
  it('overrides masks in public and recency on the desk, and can be taken back', () => {
    policy(at.archive, 'open', 'all', 'x')
    policy(at.archive, 'closed', 'all', 'x')
    expect(shown()).toEqual({ desk: 2, public: 2 })
    const report = choose(at.archive, '07LOME77', '1', 'The name is on the door')
    expect(report).toMatchObject({ changed: ['07LOME77'], exit: 0 })
    expect(report.entry).toMatchObject({
      kind: 'choose',
      text: 'Chose version 1 of 07LOME77: The name is on the door',
    })
    expect(report.messages).toEqual([
      'The desk shows version 1 after the next "chancery build".',
      'Version 2 has 1 redaction mark, version 1 has 0: look at what they cover before you publish.',
      'Version 1 is public after the next "chancery publish".',
    ])
    expect(shown()).toEqual({ desk: 1, public: 1 })
    const entries = readLedger(at.archive).length
    expect(choose(at.archive, '07LOME77', '1', 'again')).toMatchObject({ unchanged: ['07LOME77'] })
    expect(readLedger(at.archive)).toHaveLength(entries)
    expect(choose(at.archive, '07LOME77', undefined, 'Not on the door').messages.at(-1)).toBe(
      'Version 2 is public after the next "chancery publish".',
    )
    expect(shown()).toEqual({ desk: 2, public: 2 })
  })

  it('publishes nothing that policies or withholding keep back, and says so', async () => {
    policy(at.archive, 'open', 'all', 'x')
    expect(choose(at.archive, '07LOME77', '1', 'x').messages.at(-1)).toBe(
      'No collection with the policy all holds version 1: nothing of 07LOME77 is public until one does, or until the choice is taken back.',
    )
    const { summary } = await publish(at.archive)
    expect(summary).toMatchObject({ cables: 0, choiceClosed: ['07LOME77'] })
    withhold(at.archive, ['07LOME77'], { reason: 'SAFETY' })
    expect(choose(at.archive, '07LOME77', '2', 'x').messages.at(-1)).toBe(
      '07LOME77 is withheld: nothing of it is public until it is restored.',
    )
  })

  it('stands when a dump is read again or brings another version', async () => {
    policy(at.archive, 'open', 'all', 'x')
    policy(at.archive, 'closed', 'all', 'x')
    choose(at.archive, '07LOME77', '1', 'x')
    await ingest(at.archive, [at.dump], { collection: 'open' })
    const more = at.put('more.txt', telegram(77, `XXXXXXXXXXXX XXXX, ${sentence} [name removed]`))
    const { messages } = await ingest(at.archive, [more], { collection: 'open' })
    expect(messages).toMatchObject([{ code: 'CHOICE_STANDS', id: '07LOME77' }])
    expect(shown()).toEqual({ desk: 1, public: 1 })
  })

  it('needs a reason and a version that there is', () => {
    expect(() => choose(at.archive, '07LOME77', '1', ' ')).toThrow(
      expect.objectContaining({ code: 'REASON_MISSING', exit: 2 }),
    )
    expect(() => choose(at.archive, '07LOME77', '3', 'x')).toThrow(
      expect.objectContaining({ code: 'VERSION_UNKNOWN', exit: 1 }),
    )
  })
})
