import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../../src/desk/ingest.ts'
import { listQuarantine, retryQuarantine, showQuarantine } from '../../src/desk/quarantine.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { tarOf } from '../sources/archives/making.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

let at: Workplace
beforeEach(() => {
  at = workplace()
})
afterEach(() => at.remove())

describe('quarantine', () => {
  it('shows what was set aside, byte for byte', async () => {
    at.put('diary.txt', 'Dear diary.')
    await ingest(at.archive, [at.dump])
    const [entry] = listQuarantine(at.archive)
    expect(entry).toMatchObject({
      number: 1,
      code: 'NOT_A_CABLE',
      collection: 'default',
      bytes: 11,
    })
    const { bytes } = showQuarantine(at.archive, 1)
    expect(Buffer.from(bytes ?? []).toString()).toBe('Dear diary.')
    expect(() => showQuarantine(at.archive, 99)).toThrow(
      expect.objectContaining({ code: 'ENTRY_UNKNOWN', exit: 1 }),
    )
  })

  it('reads again with another format, once', async () => {
    at.put('08LOME5.txt', 'Dear diary, the crane stands.')
    at.put(
      'junk.bin',
      Uint8Array.from({ length: 512 }, (_, index) => index % 256),
    )
    await ingest(at.archive, [at.dump])
    expect((await retryQuarantine(at.archive)).counts).toMatchObject({ quarantined: 2 })
    const report = await retryQuarantine(at.archive, { numbers: [1], format: 'text' })
    expect(report.counts).toMatchObject({ new: 1, quarantined: 0 })
    expect(listQuarantine(at.archive).map(({ code }) => code)).toEqual(['BINARY'])
    const vault = openVault(at.archive)
    expect([...vault.holdings()].map(({ id }) => id)).toEqual(['08LOME5'])
    expect([...vault.ledger()]).toHaveLength(2)
    vault.close()
    const again = await ingest(at.archive, [at.dump], { format: 'text' })
    expect(again.counts).toMatchObject({ unchanged: 1, quarantined: 1 })
  })

  it('is left by a source that was mended', async () => {
    at.put('a.txt', 'Dear diary.')
    await ingest(at.archive, [at.dump])
    at.put('a.txt', telegram(77, 'The crane stands.'))
    await ingest(at.archive, [at.dump])
    expect(listQuarantine(at.archive)).toEqual([])
  })

  it('is left by an archive that could be read to its end at last, and by none that could not', async () => {
    const texts = [1, 2].map((serial) => ({
      name: `${serial}.txt`,
      bytes: telegram(serial, `${'The crane stands. '.repeat(20 * serial)}`),
    }))
    const whole = tarOf(...texts)
    at.put('dump.tar', whole.subarray(0, 1200))
    const cut = await ingest(at.archive, [at.dump])
    const codes = Object.keys(cut.quarantined)
    expect(codes).not.toEqual([])
    await ingest(at.archive, [at.dump])
    expect(listQuarantine(at.archive).map(({ code }) => code)).toEqual(codes)
    at.put('dump.tar', whole)
    expect((await ingest(at.archive, [at.dump])).counts).toMatchObject({ quarantined: 0 })
    expect(listQuarantine(at.archive)).toEqual([])
  })
})
