import { describe, expect, it } from 'vitest'
import type { EditionCable } from '../../src/edition/edition.ts'
import { projection } from '../../src/press/projection.ts'
import { keptReading, readingKey } from '../../src/press/reading.ts'
import { openView, type ViewMemory } from '../../src/press/view.ts'
import type { KeptReading } from '../../src/vault/reading-cache.ts'
import { textHash } from '../../src/vault/text-hash.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { cableText, held, heldVersion, memoryVault } from './memory-vault.ts'

/** The cables of an audience, in document order. */
async function cables(
  vault: Vault,
  audience: 'desk' | 'public',
  memory: ViewMemory = {},
): Promise<EditionCable[]> {
  const { order } = await projection('', vault, audience, memory)
  const view = openView(vault, audience, memory)
  return order.flatMap(({ id }) => {
    const holding = vault.holding(id)
    return holding === undefined ? [] : (view.see(holding) ?? [])
  })
}

const created = (date: string) => ({ created: date, classification: 'CONFIDENTIAL' })
const plain = cableText('05OSLO7', 'Mr. Roe smiled.')
const masked = cableText('05OSLO7', 'XXXXXXXXXXXX smiled.')

describe('the projection', () => {
  it('shows the desk everything, in the order of dates, the undated last', async () => {
    const vault = memoryVault({
      holdings: [
        held('05OSLO9', heldVersion(cableText('05OSLO9', 'Later.'), created('2005-05-02 10:00'))),
        held('AAA', heldVersion('Some words without a date.')),
        held('06OSLO1', heldVersion(cableText('06OSLO1', 'First.'), created('2005-05-01 10:00'))),
      ],
    })
    const { order } = await projection('', vault, 'desk')
    expect(order.map((cable) => cable.id)).toEqual(['06OSLO1', '05OSLO9', 'AAA'])
    const shown = await cables(vault, 'desk')
    expect(shown.map((cable) => cable.record.id)).toEqual(['06OSLO1', '05OSLO9', 'AAA'])
    expect(shown[2]?.text).toBe('Some words without a date.')
    expect(shown[0]).toMatchObject({
      added: '2026-03-04',
      record: { collection: 'open', version: 1 },
    })
  })

  it('shows the public nothing that nobody decided about', async () => {
    const holdings = [held('05OSLO7', heldVersion(plain))]
    expect(await cables(memoryVault({ holdings }), 'public')).toEqual([])
    expect(await cables(memoryVault({ holdings, policies: { open: 'none' } }), 'public')).toEqual(
      [],
    )
    expect(
      (await cables(memoryVault({ holdings, policies: { open: 'all' } }), 'public')).length,
    ).toBe(1)
  })

  it('shows the public the masked text, whichever came first; the desk the later one', async () => {
    const early = { ledger: 1 }
    const late = { ledger: 2 }
    for (const [first, second] of [
      [plain, masked],
      [masked, plain],
    ] as const) {
      const holdings = [
        held('05OSLO7', heldVersion(first, {}, early), heldVersion(second, {}, late)),
      ]
      const vault = memoryVault({ holdings, policies: { open: 'all' } })
      const [open] = await cables(vault, 'public')
      expect(open?.text).toBe(masked)
      expect(JSON.stringify(open)).not.toContain('Mr. Roe')
      expect(open?.record).not.toHaveProperty('version')
      const [own] = await cables(vault, 'desk')
      expect(own?.text).toBe(second)
      expect(own?.record.version).toBe(2)
    }
  })

  it('gives the desk every text of a cable that has several, and the public none of them', async () => {
    const first = heldVersion(masked, { released: '2010-01-01' }, { ledger: 1 })
    const second = heldVersion(
      plain,
      { released: '2011-01-01' },
      { ledger: 2, added: '2026-05-06T07:08:09.000Z', collections: ['other'] },
    )
    const single = held('05OSLO8', heldVersion(cableText('05OSLO8', 'One text.')))
    const holdings = [held('05OSLO7', first, second), single]
    const policies = { open: 'all', other: 'all' } as const
    const vault = memoryVault({ holdings, policies })
    const [own, other] = await cables(vault, 'desk')
    expect(own?.versions).toEqual([
      {
        number: 1,
        sha256: first.sha256,
        text: masked,
        facts: first.facts,
        collections: ['open'],
        added: '2026-03-04',
        current: false,
        public: true,
        chosen: false,
        partial: false,
        redactions: { marks: 2, characters: 24 },
      },
      {
        number: 2,
        sha256: second.sha256,
        text: plain,
        facts: second.facts,
        collections: ['other'],
        added: '2026-05-06',
        current: true,
        public: false,
        chosen: false,
        partial: false,
        redactions: { marks: 0, characters: 0 },
      },
    ])
    expect(other).not.toHaveProperty('versions')
    for (const open of await cables(vault, 'public')) expect(open).not.toHaveProperty('versions')
  })

  it('keeps back what asks to protect somebody, and says so', async () => {
    const version = heldVersion(plain, { collection: 'open' })
    const bare = memoryVault({ holdings: [held('05OSLO7', version)] })
    const [cable] = await cables(bare, 'desk')
    if (cable === undefined) throw new Error('nothing is held')
    const reading = keptReading(plain, {
      record: { ...cable.record, protection: [{ printed: '(strictly protect)', paragraph: 2 }] },
      streams: { header: '', segments: cable.segments },
    })
    const vault = memoryVault({
      holdings: [held('05OSLO7', version)],
      policies: { open: 'all' },
      readings: new Map([[readingKey(version, version.facts), reading]]),
    })
    const open = await projection('', vault, 'public')
    expect(open.order).toEqual([])
    expect(open.protectedIds).toEqual(['05OSLO7'])
    expect((await cables(vault, 'desk'))[0]?.record.protection.length).toBe(1)
  })

  it('tells which ids were public once and are not now', async () => {
    const holdings = [held('05OSLO7', heldVersion(plain)), held('05OSLO8', heldVersion(masked))]
    const vault = memoryVault({
      holdings,
      policies: { open: 'all' },
      withheld: ['05OSLO7'],
      onceReleased: ['05OSLO8', '05OSLO7', '04OSLO1'],
    })
    const open = await projection('', vault, 'public')
    expect(open.withdrawn).toEqual(['04OSLO1', '05OSLO7'])
    expect(open.withheldIds).toEqual(['05OSLO7'])
    expect((await projection('', vault, 'desk')).withdrawn).toEqual([])
  })

  it('says nothing public of a private collection that holds the same text', async () => {
    const facts = { collection: 'leak', title: 'Working title', origin: 'Embassy Canary' }
    const version = heldVersion(plain, facts, { collections: ['leak', 'open'] })
    const vault = memoryVault({
      holdings: [{ ...held('05OSLO7', version), aliases: ['LEAK-1'] }],
      policies: { open: 'all' },
    })
    const [open] = await cables(vault, 'public')
    expect(open?.record.collection).toBe('open')
    expect(open?.aliases).toEqual([])
    expect(JSON.stringify(open)).not.toMatch(/leak|Working title|Canary/i)
  })

  it('marks the cables of an invented collection', async () => {
    const vault = memoryVault({
      holdings: [held('05OSLO7', heldVersion(plain))],
      collections: [{ name: 'open', invented: true }],
    })
    expect((await cables(vault, 'desk'))[0]?.invented).toBe(true)
  })

  it('parses only what is not cached, and sees the same with and without the cache', async () => {
    const holdings = [
      held('05OSLO7', heldVersion(plain), heldVersion(masked, {}, { ledger: 2 })),
      held('05OSLO8', heldVersion(cableText('05OSLO8', 'A lone \ud800 surrogate.'))),
    ]
    const readings = new Map<string, KeptReading>()
    const remember = (key: string, kept: KeptReading): void => void readings.set(key, kept)
    const cold = await cables(memoryVault({ holdings }), 'desk', { remember })
    expect(readings.size).toBe(3)
    const again: string[] = []
    const warm = await cables(memoryVault({ holdings, readings }), 'desk', {
      remember: (key) => again.push(key),
    })
    expect(warm).toEqual(cold)
    expect(again).toEqual([])
  })

  it('names a reading by the text, the facts and where the body begins', async () => {
    const version = heldVersion(plain)
    const key = readingKey(version, { id: 'A', origin: 'B' })
    expect(readingKey(version, { origin: 'B', id: 'A' })).toBe(key)
    expect(readingKey(version, { origin: 'B' })).not.toBe(key)
    expect(readingKey({ ...version, bodyStart: 3 }, { id: 'A', origin: 'B' })).not.toBe(key)
    expect(readingKey(heldVersion(masked), { id: 'A', origin: 'B' })).not.toBe(key)
  })

  it('keeps the addresses of paragraphs that were given once, and tells new ones', async () => {
    const vault = memoryVault({ holdings: [held('05OSLO7', heldVersion(plain))] })
    const own = (await cables(vault, 'desk'))[0]?.record.paragraphs ?? []
    expect(own.map(({ anchor }) => anchor)).toEqual(['p1', 'p2'])
    // An earlier parser had called the second paragraph the fifth.
    const anchors = new Map([['p5', own[1]?.textAnchor ?? '']])
    const told: unknown[] = []
    const rememberAnchors = (texts: readonly unknown[]) => void told.push(...texts)
    const before = memoryVault({ holdings: [held('05OSLO7', heldVersion(plain))], anchors })
    const [cable] = await cables(before, 'desk', { rememberAnchors })
    expect(cable?.record.paragraphs.map(({ anchor }) => anchor)).toEqual(['p1', 'p5'])
    expect(told).toEqual([[textHash(plain), [['p1', own[0]?.textAnchor]]]])
  })
})
