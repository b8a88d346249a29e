import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decisions } from '../../src/cable/holding.ts'
import { policy, restore, withhold } from '../../src/desk/decide.ts'
import { ingest } from '../../src/desk/ingest.ts'
import { readLedger } from '../../src/desk/ledger.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

let at: Workplace
beforeEach(async () => {
  at = workplace()
  at.put(
    '1.txt',
    telegram(77, 'The crane stands on the second quay, and nobody knows who drives it.'),
  )
  at.put(
    '2.txt',
    telegram(77, 'Cocoa was cheap again in the hills this year, the ministers said.', 'X'),
  )
  at.put('3.txt', telegram(78, 'Rain fell late.'))
  await ingest(at.archive, [at.dump], { collection: 'lome' })
})
afterEach(() => at.remove())

function inForce(): Decisions {
  const vault = openVault(at.archive)
  try {
    return vault.decisions()
  } finally {
    vault.close()
  }
}

describe('decisions', () => {
  it('a policy needs a known collection and a reason, and is kept with it', () => {
    expect(inForce().policies).toEqual({})
    const { entry } = policy(at.archive, 'lome', 'all', 'Published long ago.')
    expect(entry).toMatchObject({
      kind: 'policy',
      text: 'Set the policy of the collection lome to all: Published long ago.',
      data: { subjects: ['lome'], value: 'all', reason: 'Published long ago.' },
    })
    expect(inForce().policies).toEqual({ lome: 'all' })
    expect(() => policy(at.archive, 'lome', 'all', '  ')).toThrow(
      expect.objectContaining({ code: 'REASON_MISSING', exit: 2 }),
    )
    expect(() => policy(at.archive, 'accra', 'all', 'x')).toThrow(
      expect.objectContaining({ code: 'COLLECTION_UNKNOWN', exit: 1 }),
    )
    expect(readLedger(at.archive).map(({ kind }) => kind)).toEqual(['ingest', 'policy'])
  })

  it('cables are withheld by any spelling, unknown ones are named', () => {
    const report = withhold(at.archive, ['2007 Lome 0078', '07LOME999', '07LOME78'], {
      reason: 'PRIVACY',
      note: 'a family is named',
    })
    expect(report).toMatchObject({ changed: ['07LOME78'], unknown: ['07LOME999'], exit: 1 })
    expect(report.messages).toEqual([
      'CABLE_UNKNOWN: There is no cable "07LOME999" in this archive.',
    ])
    expect(report.entry?.text).toBe('Withheld 07LOME78: PRIVACY (a family is named)')
    expect([...inForce().withheld]).toEqual(['07LOME78'])
  })

  it('twins of a withheld cable are pointed at', () => {
    const report = withhold(at.archive, ['07LOME77'], { reason: 'PRIVACY' })
    expect(report.messages).toEqual([
      '07LOME77~2 has the same number as 07LOME77 and is not withheld.',
    ])
    expect(withhold(at.archive, ['07LOME77~2'], { reason: 'PRIVACY' }).messages).toEqual([])
  })

  it('a cable withheld twice or never is told and not written again', () => {
    withhold(at.archive, ['07LOME78'], { reason: 'PRIVACY' })
    const entries = readLedger(at.archive).length
    const again = withhold(at.archive, ['07LOME78'], { reason: 'PRIVACY' })
    expect(again).toMatchObject({ changed: [], unchanged: ['07LOME78'], exit: 0 })
    expect(restore(at.archive, ['07LOME77'])).toMatchObject({ changed: [], exit: 0 })
    expect(readLedger(at.archive)).toHaveLength(entries)
    expect(restore(at.archive, ['07LOME78'])).toMatchObject({ changed: ['07LOME78'], exit: 0 })
    expect([...inForce().withheld]).toEqual([])
    expect(readLedger(at.archive).at(-1)?.kind).toBe('restore')
  })

  it('a reason is a code, and an archive is not made by a slip', () => {
    expect(() => withhold(at.archive, ['07LOME78'], { reason: 'it hurts' })).toThrow(
      expect.objectContaining({ code: 'REASON_CODE', exit: 2 }),
    )
    expect(() => withhold(at.archive, [], { reason: 'X' })).toThrow(/Name at least one cable/)
    expect(() => restore(`${at.archive}x`, ['07LOME78'])).toThrow(/There is no archive/)
    expect(existsSync(`${at.archive}x`)).toBe(false)
  })
})
