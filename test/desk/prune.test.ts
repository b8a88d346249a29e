import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../../src/desk/build.ts'
import { policy } from '../../src/desk/decide.ts'
import { ingest } from '../../src/desk/ingest.ts'
import { readLedger } from '../../src/desk/ledger.ts'
import { prune } from '../../src/desk/prune.ts'
import { publish } from '../../src/desk/publish.ts'
import { namesIn } from '../../src/press/folder.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

let at: Workplace
beforeEach(async () => {
  at = workplace()
  await take(1)
  policy(at.archive, 'default', 'all', 'x')
  await publish(at.archive)
  await build(at.archive)
  await take(2)
  await build(at.archive)
  await publish(at.archive)
})
afterEach(() => at.remove())

async function take(serial: number): Promise<void> {
  await ingest(at.archive, [at.put(`${serial}.txt`, telegram(serial, 'It rained again.'))])
}

const current = (audience: string): string =>
  readFileSync(join(at.archive, audience, 'current'), 'utf8').trim()
const names = (audience: string): Promise<string[]> =>
  namesIn(join(at.archive, audience, 'editions'))

describe('prune', () => {
  it('removes what is older than a release, never a current edition, and tells it', async () => {
    expect(await names('public')).toHaveLength(2)
    expect(await names('desk')).toHaveLength(2)
    const [open, desk] = [current('public'), current('desk')]
    const report = await prune(at.archive, '2')
    expect(report.before).toBe(open)
    expect(report.removed.map(({ audience, release }) => [audience, release])).toEqual([
      ['public', 1],
      ['desk', undefined],
    ])
    expect(report.bytes).toBeGreaterThan(1000)
    expect(await names('public')).toEqual([open])
    expect(await names('desk')).toEqual([desk])
    expect(readLedger(at.archive).at(-1)).toMatchObject({ kind: 'prune', data: { before: open } })
    // Nothing else has changed: an edition's date is that of the last decision.
    expect((await publish(at.archive)).edition?.unchanged).toBe(true)
    expect((await build(at.archive)).unchanged).toBe(true)
  })

  it('writes nothing where there is nothing older', async () => {
    const entries = readLedger(at.archive).length
    expect(await prune(at.archive, '1')).toMatchObject({ removed: [], bytes: 0 })
    expect(readLedger(at.archive)).toHaveLength(entries)
    expect(await names('public')).toHaveLength(2)
  })

  it('takes the name of a desk edition, too', async () => {
    const { removed } = await prune(at.archive, current('desk'))
    expect(removed.map(({ audience }) => audience)).toEqual(['public', 'desk'])
  })

  it('names the editions there are where it does not know one', async () => {
    await expect(prune(at.archive, '7')).rejects.toMatchObject({
      code: 'EDITION_UNKNOWN',
      message: expect.stringContaining(current('public')),
    })
    expect(existsSync(join(at.archive, 'public', 'editions', current('public')))).toBe(true)
  })
})
