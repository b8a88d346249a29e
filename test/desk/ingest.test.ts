import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Holding } from '../../src/cable/holding.ts'
import { withhold } from '../../src/desk/decide.ts'
import { type IngestEvent, ingest } from '../../src/desk/ingest.ts'
import type { IngestReport } from '../../src/desk/ingest-report.ts'
import { readLedger } from '../../src/desk/ledger.ts'
import { listQuarantine } from '../../src/desk/quarantine.ts'
import { unpackReading } from '../../src/press/packed-reading.ts'
import { readingKey } from '../../src/press/reading.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

const crane =
  'The harbour master said that the new crane would stand on the second quay before the rains came.'
const cocoa =
  'Ministers quarrelled about the price of cocoa until the evening, and nobody remembered the road.'

let at: Workplace
beforeEach(() => {
  at = workplace()
})
afterEach(() => at.remove())

function holdings(): readonly Holding[] {
  const vault = openVault(at.archive)
  try {
    // Read while the vault is open: a text is read when it is asked for.
    return [...vault.holdings()].map((held) => ({
      ...held,
      versions: held.versions.map((version) => ({ ...version })),
    }))
  } finally {
    vault.close()
  }
}

const ids = (): string[] => holdings().map(({ id }) => id)

/** `new 1 · copy 2`: the outcomes that occurred. */
function told({ counts, items }: IngestReport): string {
  const sum = Object.values(counts).reduce((left, right) => left + right, 0)
  expect(sum).toBe(items)
  const some = Object.entries(counts).filter(([, count]) => count > 0)
  return some.map(([name, count]) => `${name} ${count}`).join(' · ')
}

describe('ingest', () => {
  it('keeps what was read of each text, so that the next build reads none again', async () => {
    at.put('a.txt', telegram(77, crane))
    await ingest(at.archive, [at.dump])
    const vault = openVault(at.archive)
    const [version] = [...vault.holdings()].flatMap(({ versions }) => versions)
    if (version === undefined) throw new Error('nothing was stored')
    const kept = vault.cachedReading(readingKey(version, version.facts))
    const reading = unpackReading(version.text, kept?.value ?? new Uint8Array())
    vault.close()
    expect(reading).toMatchObject({ record: { id: '07LOME77' } })
  })

  it('takes a folder in, tells each file, and acknowledges after the commit', async () => {
    at.put('b.txt', telegram(78, cocoa))
    at.put('a.txt', telegram(77, crane))
    const events: IngestEvent[] = []
    const report = await ingest(at.archive, [at.dump], { onEvent: (event) => events.push(event) })
    expect(report).toMatchObject({ items: 2, exit: 0, dryRun: false, ledger: [1], messages: [] })
    const told = events.flatMap((e) => (e.event === 'item' ? `${e.outcome} ${e.id}` : []))
    expect(told).toEqual(['new 07LOME77', 'new 07LOME78'])
    expect(events.at(-1)).toMatchObject({ event: 'committed', items: 2, ledger: 1 })
    expect(ids()).toEqual(['07LOME77', '07LOME78'])
    expect(holdings()[0]?.versions[0]).toMatchObject({
      text: telegram(77, crane),
      collections: ['default'],
      facts: { collection: 'default', source: { file: 'a.txt' } },
    })
  })

  it('stores nothing the second time and says so', async () => {
    at.put('a.txt', telegram(77, crane))
    at.put('bad.txt', 'Dear diary.')
    await ingest(at.archive, [at.dump])
    const file = join(at.archive, 'vault/vault.sqlite')
    const before = readFileSync(file)
    const again = await ingest(at.archive, [at.dump])
    expect(told(again)).toBe('unchanged 1 · quarantined 1')
    expect(again.ledger).toEqual([])
    expect(readLedger(at.archive)).toHaveLength(1)
    expect(listQuarantine(at.archive)).toHaveLength(1)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('knows the same file by any spelling of its path', async () => {
    const path = at.put('a.txt', telegram(77, crane))
    await ingest(at.archive, [path])
    const spelled = `${join(at.dump, '.', 'x', '..')}/./a.txt`
    expect(told(await ingest(at.archive, [spelled, path]))).toBe('unchanged 2')
  })

  it('counts a known text from another source, or in another collection, as a copy', async () => {
    at.put('a.txt', telegram(77, crane))
    at.put('b/a.txt', telegram(77, crane))
    expect(told(await ingest(at.archive, [at.dump]))).toBe('new 1 · copy 1')
    const second = await ingest(at.archive, [at.dump], { collection: 'second' })
    expect(told(second)).toBe('copy 2')
    expect(holdings()[0]?.versions.map(({ collections }) => collections)).toEqual([
      ['default', 'second'],
    ])
    expect(told(await ingest(at.archive, [at.dump], { collection: 'second' }))).toBe('unchanged 2')
  })

  it('takes a changed, masked or cut text for a version of its cable', async () => {
    const long = `${crane} ${cocoa} ${crane.replaceAll('a', 'o')}`
    at.put('1.txt', telegram(77, long))
    at.put('2.txt', telegram(77, long.replace('harbour master', 'port captain')))
    at.put('3.txt', telegram(77, long.replace('harbour master', 'XXXXXXXXXXXX')))
    at.put('4.txt', telegram(77, `${crane} ${cocoa}`))
    expect(told(await ingest(at.archive, [at.dump]))).toBe('new 1 · newVersion 3')
    expect(ids()).toEqual(['07LOME77'])
    expect(holdings()[0]?.versions).toHaveLength(4)
  })

  it('gives a page whose id is a step in an address a name of its own', async () => {
    at.put('1.html', page('.', crane))
    at.put('2.html', page('..', cocoa))
    at.put('3.html', page('..a', `${cocoa} ${crane}`))
    expect(told(await ingest(at.archive, [at.dump]))).toBe('new 3')
    const own = expect.stringMatching(/^X-[0-9a-f]{12}$/)
    expect(ids()).toEqual(['..a', own, own])
  })

  it('keeps two texts under one number apart, names them, and loses neither', async () => {
    at.put('1.txt', telegram(77, crane))
    at.put('2.txt', telegram(77, cocoa, 'COCOA'))
    at.put('3.txt', telegram(77, cocoa.replace('evening', 'morning'), 'COCOA'))
    const report = await ingest(at.archive, [at.dump])
    expect(told(report)).toBe('new 2 · newVersion 1')
    expect(report.exit).toBe(1)
    expect(report.messages).toMatchObject([
      { code: 'ID_TWICE', id: '07LOME77~2', locator: join(at.dump, '2.txt') },
    ])
    expect(holdings().map(({ id, versions }) => [id, versions.length])).toEqual([
      ['07LOME77', 1],
      ['07LOME77~2', 2],
    ])
    expect(told(await ingest(at.archive, [at.dump]))).toBe('unchanged 3')
  })

  it('says of one text under two numbers that it is the same', async () => {
    at.put('1.html', page('07LOME77', 'One text.'))
    at.put('2.html', page('07LOME78', 'One text.'))
    const report = await ingest(at.archive, [at.dump])
    expect(told(report)).toBe('new 2')
    expect(report.messages.map(({ code, id }) => `${code} ${id}`)).toEqual(['SAME_TEXT 07LOME78'])
  })

  it('keeps a damaged number as another name of the cable', async () => {
    at.put('1.html', page('07SECTION01OF02LOME77', 'One text.'))
    await ingest(at.archive, [at.dump])
    expect(holdings()[0]).toMatchObject({ id: '07LOME77', aliases: ['07SECTION01OF02LOME77'] })
  })

  it('names a cable without a number by its file, or by its text', async () => {
    at.put('08ACCRA12.txt', 'SUBJECT: A FRAGMENT\n\n1. (U) Some words of it.\n')
    at.put('notes.txt', 'SUBJECT: ANOTHER\n\n1. (U) More words of it.\n')
    await ingest(at.archive, [at.dump])
    expect(ids()).toEqual(['08ACCRA12', expect.stringMatching(/^X-[0-9a-f]{12}$/)])
    expect(holdings()[0]?.versions[0]?.facts.id).toBe('08ACCRA12')
  })

  it('tells bytes that had no meaning', async () => {
    at.put('a.txt', Buffer.concat([Buffer.from(telegram(77, `Père. ${crane}`)), Buffer.of(0xff)]))
    const report = await ingest(at.archive, [at.dump])
    expect(report.messages).toMatchObject([{ code: 'BYTES_REPLACED', id: '07LOME77' }])
    expect(report.exit).toBe(0)
  })
})

describe('a dry run', () => {
  it('says what would change and writes nothing', async () => {
    at.put('1.txt', telegram(77, crane))
    at.put('2.txt', telegram(77, cocoa, 'COCOA'))
    at.put('3.txt', telegram(77, `${cocoa} And so on.`, 'COCOA'))
    at.put('4.txt', telegram(77, crane))
    at.put('5.txt', 'Dear diary.')
    const dryItems: IngestEvent[] = []
    const realItems: IngestEvent[] = []
    const items =
      (into: IngestEvent[]) =>
      (event: IngestEvent): void => {
        if (event.event === 'item') into.push(event)
      }
    const dry = await ingest(at.archive, [at.dump], { dryRun: true, onEvent: items(dryItems) })
    expect(existsSync(at.archive)).toBe(false)
    expect(dry.dryRun).toBe(true)
    await ingest(at.archive, [at.dump], { onEvent: items(realItems) })
    expect(told(dry)).toBe('new 2 · newVersion 1 · copy 1 · quarantined 1')
    expect(dryItems).toHaveLength(5)
    expect(dryItems).toEqual(realItems)
    const size = statSync(join(at.archive, 'vault/vault.sqlite')).size
    at.put('6.txt', telegram(78, crane))
    expect(told(await ingest(at.archive, [at.dump], { dryRun: true }))).toBe(
      'new 1 · unchanged 4 · quarantined 1',
    )
    expect(statSync(join(at.archive, 'vault/vault.sqlite')).size).toBe(size)
    expect(ids()).toEqual(['07LOME77', '07LOME77~2'])
  })
})

describe('bad input', () => {
  it('is named, set aside with its reason, and stops nothing', async () => {
    const whole = page('07LOME80', 'A whole page.')
    at.put('cut.html', whole.slice(0, whole.indexOf('whole page.')))
    at.put('empty.txt', '')
    at.put(
      'junk.bin',
      Uint8Array.from({ length: 600 }, (_, index) => (index * 7) % 256),
    )
    at.put('prose.txt', 'It was a dark and stormy night.')
    at.put('one.txt', telegram(77, crane))
    at.put('two.txt', telegram(77, cocoa, 'COCOA'))
    const report = await ingest(at.archive, [at.dump])
    expect(report.exit).toBe(1)
    expect(told(report)).toBe('new 2 · quarantined 4')
    expect(report.quarantined).toEqual({
      PAGE_TRUNCATED: 1,
      EMPTY_FILE: 1,
      BINARY: 1,
      NOT_A_CABLE: 1,
    })
    expect(report.messages.map(({ code }) => code)).toEqual([
      'PAGE_TRUNCATED',
      'EMPTY_FILE',
      'BINARY',
      'NOT_A_CABLE',
      'ID_TWICE',
    ])
    expect(listQuarantine(at.archive).map(({ code, bytes }) => [code, bytes > 0])).toEqual([
      ['PAGE_TRUNCATED', true],
      ['EMPTY_FILE', false],
      ['BINARY', true],
      ['NOT_A_CABLE', true],
    ])
  })

  it.skipIf(!existsSync('/proc/self/mem'))('names a file that cannot be read', async () => {
    const path = at.put('a.txt', telegram(77, crane))
    const report = await ingest(at.archive, ['/proc/self/mem', path])
    expect(told(report)).toBe('new 1 · quarantined 1')
    expect(listQuarantine(at.archive)).toMatchObject([{ code: 'UNREADABLE', bytes: 0 }])
  })

  it('of a whole folder leaves an archive that says so', async () => {
    const report = await ingest(at.archive, [at.dump])
    expect(report).toMatchObject({ items: 1, exit: 1, quarantined: { NOTHING_USABLE: 1 } })
    at.put('x.txt', 'Dear diary.')
    const second = await ingest(at.archive, [at.dump])
    expect(second).toMatchObject({ items: 1, exit: 1, quarantined: { NOT_A_CABLE: 1 } })
    expect(second.messages.map(({ code }) => code)).toEqual(['NOT_A_CABLE', 'NOTHING_USABLE'])
    at.put('a.txt', telegram(77, crane))
    expect((await ingest(at.archive, [at.dump])).messages.map(({ code }) => code)).toEqual([
      'NOT_A_CABLE',
    ])
    expect(listQuarantine(at.archive).map(({ code }) => code)).toEqual(['NOT_A_CABLE'])
  })

  it('is not the archive itself, where that lies in the folder', async () => {
    at.put('a.txt', telegram(77, crane))
    const inside = join(at.dump, 'my-archive')
    expect(told(await ingest(inside, [at.dump]))).toBe('new 1 · quarantined 1')
    const again = await ingest(inside, [at.dump])
    expect(told(again)).toBe('unchanged 1 · quarantined 1')
    expect(again.ledger).toEqual([])
  })

  it('of a person makes no archive', async () => {
    const missing = ingest(at.archive, [join(at.dump, 'none')])
    await expect(missing).rejects.toMatchObject({ code: 'PATH_MISSING' })
    const format = ingest(at.archive, [at.dump], { format: 'fax' })
    await expect(format).rejects.toMatchObject({ code: 'FORMAT_UNKNOWN' })
    expect(existsSync(at.archive)).toBe(false)
  })

  it('of the disk stops the work with a sentence', async () => {
    for (let serial = 1; serial <= 40; serial++) {
      const noise = Array.from({ length: 9_000 }, (_, n) => (n * serial * 7919 + n * n) % 99_991)
      at.put(`${serial}.txt`, telegram(serial, noise.join(' ')))
    }
    const ingested = ingest(at.archive, [at.dump], { pagesMax: 50 })
    await expect(ingested).rejects.toMatchObject({ code: 'WRITE_FAILED', exit: 3 })
    expect(ids()).toEqual([])
    expect(told(await ingest(at.archive, [at.dump]))).toBe('new 40')
  })
})

describe('a withheld cable', () => {
  it('takes its twins and the cables of the same text with it', async () => {
    await ingest(at.archive, [at.put('1.txt', telegram(77, crane))])
    withhold(at.archive, ['07LOME77'], { reason: 'PRIVACY' })
    at.put('2.txt', telegram(77, cocoa, 'COCOA'))
    const report = await ingest(at.archive, [at.dump])
    expect(report.messages.map(({ code }) => code)).toEqual(['ID_TWICE', 'WITHHELD_TOO'])
    const vault = openVault(at.archive)
    expect([...vault.decisions().withheld]).toEqual(['07LOME77', '07LOME77~2'])
    vault.close()
  })
})

function page(id: string, words: string): string {
  return `<!DOCTYPE html>
<html><body><h3>Viewing cable ${id}, A PAGE</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td>${id}</td><td>2007-03-04 10:10</td><td>2011-08-30 01:44</td><td>UNCLASSIFIED</td><td>Embassy Lome</td></tr>
</table>
<code><pre>R 041010Z MAR 07&#x000A;FM AMEMBASSY LOME</pre></code>
<code><pre>SIPDIS&#x000A;&#x000A;SUBJECT: A PAGE&#x000A;&#x000A;1. (U) ${words}&#x000A;ROE</pre></code>
</body></html>
`
}
