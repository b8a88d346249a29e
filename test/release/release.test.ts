import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decisions, Holding, Version } from '../../src/cable/holding.ts'
import { publicAliases, publicFacts } from '../../src/release/facts.ts'
import { isChoiceClosed, releaseOf, type TextLook } from '../../src/release/release.ts'

const whole = 'SUBJECT: HARBOUR\n\n1. (C) Mr. Roe said the harbour freezes.\n'
const masked = 'SUBJECT: HARBOUR\n\n1. (C) XXXXXXXXXXXX said the harbour freezes.\n'
const extract =
  'This record is a partial extract of the original cable. The full text of the\n' +
  'original cable is not available.\n\n1. (C) Mr. Roe said.\n'

function version(text: string, fields: Partial<Version> = {}): Version {
  const facts = { id: '05OSLO1', collection: fields.collections?.[0] ?? 'open' }
  return {
    sha256: text.length.toString(16).padStart(64, '0'),
    text,
    facts,
    collections: ['open'],
    ledger: 1,
    added: '2026-03-04T00:00:00.000Z',
    ...fields,
  }
}

function holding(...versions: Version[]): Holding {
  return { id: '05OSLO1', aliases: ['05OSLLO1'], versions }
}

function decisions(
  policies: Record<string, 'all' | 'none'> = { open: 'all' },
  withheld: string[] = [],
  chosen: Record<string, string> = {},
): Decisions {
  return {
    policies,
    withheld: new Set(withheld),
    chosen: new Map(Object.entries(chosen)),
    waived: new Map(),
  }
}

describe('on the desk', () => {
  it('a whole text comes before an extract, however new that is', () => {
    const held = holding(version(whole), version(extract, { ledger: 9 }))
    expect(releaseOf(held, decisions(), 'desk')?.text).toBe(whole)
  })

  it('what is known of partial texts overrides the notice', () => {
    const held = holding(version(whole), version(extract))
    const look = ({ text }: Version): TextLook => ({ isPartial: text === whole, repeated: [] })
    expect(releaseOf(held, decisions(), 'desk', look)?.text).toBe(extract)
  })

  it('then comes the later date that a source states, in any of its spellings', () => {
    const dates: [string, string][] = [
      ['2011-08-30 01:44', '2010-12-01 00:00'],
      ['8/30/2011 1:44', '12/1/2010 21:12'],
      ['2011-08-30', '9/30/2010 1:44'],
      ['2011-08-30T01:44Z', '2011-08-30 01:43'],
      ['2011', '2010-12-31'],
      ['2011', 'unknown'],
    ]
    for (const [later, earlier] of dates) {
      const held = holding(
        version(whole, { facts: { released: later } }),
        version(masked, { facts: { released: earlier }, ledger: 9 }),
      )
      expect([later, releaseOf(held, decisions(), 'desk')?.text]).toEqual([later, whole])
    }
  })

  it('then the later entry of the ledger; policies and withholding do not matter', () => {
    const held = holding(version(masked, { ledger: 7 }), version(whole, { ledger: 8 }))
    expect(releaseOf(held, decisions({}, ['05OSLO1']), 'desk')?.text).toBe(whole)
  })
})

describe('in public', () => {
  it('nothing is released that nobody decided about', () => {
    expect(releaseOf(holding(version(whole)), decisions({}), 'public')).toBeUndefined()
    const none = decisions({ open: 'none' })
    expect(releaseOf(holding(version(whole)), none, 'public')).toBeUndefined()
  })

  it('a collection may bear the name of something every object has', () => {
    const held = holding(version(whole, { collections: ['constructor', '__proto__'] }))
    expect(releaseOf(held, decisions({}), 'public')).toBeUndefined()
  })

  it('a withheld cable is not released, whichever of its names was given', () => {
    for (const id of ['05OSLO1', '05OSLLO1']) {
      expect(releaseOf(holding(version(whole)), decisions(undefined, [id]), 'public')).toBe(
        undefined,
      )
    }
    const other = decisions(undefined, ['05OSLO2'])
    expect(releaseOf(holding(version(whole)), other, 'public')?.text).toBe(whole)
  })

  it('the text with the most marks is released, whichever came first', () => {
    const first = holding(version(masked, { ledger: 1 }), version(whole, { ledger: 2 }))
    const last = holding(version(whole, { ledger: 1 }), version(masked, { ledger: 2 }))
    expect(releaseOf(first, decisions(), 'public')?.text).toBe(masked)
    expect(releaseOf(last, decisions(), 'public')?.text).toBe(masked)
  })

  it('a text that only a private collection holds stays private, masked or not', () => {
    const held = holding(version(whole), version(masked, { collections: ['closed'] }))
    expect(releaseOf(held, decisions({ open: 'all', closed: 'none' }), 'public')?.text).toBe(whole)
    const both = holding(version(whole, { collections: ['closed'] }), version(masked))
    expect(releaseOf(both, decisions(), 'public')?.text).toBe(masked)
  })

  it('facts that a private collection states stay private, though it holds the public text', () => {
    const facts = { id: '05OSLO1', collection: 'closed', title: 'Working title', released: '2020' }
    const shared = version(whole, { collections: ['closed', 'open'], facts })
    expect(publicFacts(holding(shared), shared, decisions())).toEqual({
      id: '05OSLO1',
      collection: 'open',
    })
    const both = decisions({ open: 'all', closed: 'all' })
    expect(publicFacts(holding(shared), shared, both)).toEqual(facts)
  })

  it('another id of the cable is public where a released collection uses it or the text does', () => {
    const open = version(whole, { facts: { id: '05OSLLO1', collection: 'open' } })
    const closed = version(masked, {
      facts: { id: 'KEEP-77', collection: 'closed' },
      collections: ['closed'],
    })
    const held = {
      ...holding(open, closed),
      aliases: ['05OSLLO1', 'KEEP-77', 'HARBOUR', 'HARBOU', '1'],
    }
    // A bare number, or letters within a word, stand in many a text by chance.
    expect(publicAliases(held, open, decisions())).toEqual(['05OSLLO1', 'HARBOUR'])
  })

  it('what a text holds twice is no reason to prefer it', () => {
    const twice = `${masked}${whole}${masked}`
    const both = masked.replace('harbour', 'XXXXXXXXXXXX')
    const look = ({ text }: Version): TextLook => {
      const repeated = [{ start: masked.length + whole.length, end: twice.length }]
      return { isPartial: false, repeated: text === twice ? repeated : [] }
    }
    const held = holding(version(both), version(twice, { ledger: 9 }))
    expect(releaseOf(held, decisions(), 'public', look)?.text).toBe(both)
  })

  it('dots for a name decide where nothing else does', () => {
    const dots = whole.replace('Mr. Roe', 'Mr. ...')
    const held = holding(version(dots), version(whole, { ledger: 9 }))
    expect(releaseOf(held, decisions(), 'public')?.text).toBe(dots)
  })

  it('never gives a text that no released collection holds, whatever is decided', () => {
    const names = ['a', 'b', 'c']
    const policy = fc.constantFrom<'all' | 'none'>('all', 'none')
    const versions = fc.array(
      fc
        .tuple(fc.string(), fc.subarray(names, { minLength: 1 }), fc.nat(9))
        .map(([text, collections, ledger]) => version(text, { collections, ledger })),
      { minLength: 1, maxLength: 6 },
    )
    const policies = fc.dictionary(fc.constantFrom(...names), policy)
    fc.assert(
      fc.property(versions, policies, fc.boolean(), (held, decided, withheld) => {
        const made = decisions(decided, withheld ? ['05OSLO1'] : [])
        const released = releaseOf(holding(...held), made, 'public')
        const open = held.filter((one) => one.collections.some((name) => decided[name] === 'all'))
        if (withheld || open.length === 0) expect(released).toBeUndefined()
        else expect(open).toContain(released)
      }),
    )
  })
})

describe('a choice', () => {
  const [first, second] = [version(whole), version(masked, { collections: ['closed'] })]
  const all = { open: 'all', closed: 'all' } as const
  const chosen = { '05OSLO1': first.sha256 }

  it('stands before masks in public and before the newest on the desk', () => {
    const held = holding(first, { ...second, ledger: 9 })
    expect(releaseOf(held, decisions(all), 'public')?.text).toBe(masked)
    expect(releaseOf(held, decisions(all, [], chosen), 'public')?.text).toBe(whole)
    expect(releaseOf(held, decisions(all), 'desk')?.text).toBe(masked)
    expect(releaseOf(held, decisions(all, [], chosen), 'desk')?.text).toBe(whole)
  })

  it('is not changed by a text that comes later, masked more or less', () => {
    const later = version(`${masked} XXXXXXXX XXXXXXXX`, { ledger: 12 })
    const held = holding(first, second, later)
    expect(releaseOf(held, decisions(all, [], chosen), 'public')?.text).toBe(whole)
  })

  it('publishes no text that only a private collection holds, and no other in its place', () => {
    const held = holding(first, second)
    const private_ = { '05OSLO1': second.sha256 }
    expect(releaseOf(held, decisions({ open: 'all' }, [], private_), 'public')).toBeUndefined()
    expect(isChoiceClosed(held, decisions({ open: 'all' }, [], private_))).toBe(true)
    expect(isChoiceClosed(held, decisions({ open: 'all' }, [], chosen))).toBe(false)
    expect(isChoiceClosed(held, decisions({}, [], private_))).toBe(false)
  })

  it('publishes nothing of a withheld cable', () => {
    const held = holding(first, second)
    const decided = decisions(all, ['05OSLO1'], chosen)
    expect(releaseOf(held, decided, 'public')).toBeUndefined()
    expect(isChoiceClosed(held, decided)).toBe(false)
  })
})
