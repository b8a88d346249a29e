import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { verifyEdition } from '../../src/archive/verify.ts'
import { buildEdition } from '../../src/press/build-edition.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
import { openVaultForWriting, type VaultWriter } from '../../src/vault/write-vault.ts'
import { storedArrival } from '../vault/arrival-sample.ts'
import { archiveFolder, filesBelow } from './archive-folder.ts'
import { cableText, held, heldVersion, memoryVault } from './memory-vault.ts'

/** More than one chunk, so that threads take turns. */
const cables = 1_100

function filledVault(folder: string): void {
  const vault = openVaultForWriting(folder, 'test')
  vault.ensureCollection('open', { invented: false })
  const ids = Array.from({ length: cables }, (_, n) => `05OSLO${n + 1}`)
  vault.commit(
    ids.map((id, n) =>
      storedArrival(id, `SUBJECT: WORDS\n\n1. Word${n} froze.\n`, {
        // Not in the order of their numbers, and many on one day.
        collection: 'open',
        facts: { id, created: `2005-0${1 + (n % 9)}-01 10:00`, collection: 'open' },
      }),
    ),
    'open',
  )
  const policy = { kind: 'policy', subjects: ['open'], value: 'all', reason: 'test' } as const
  vault.decide({ ...policy, text: 'The policy is all.' })
  vault.close()
}

async function built(
  folder: string,
  audience: 'desk' | 'public',
  threads: number,
): Promise<{ files: Map<string, Uint8Array>; parsed: number; told: number }> {
  const vault: VaultWriter = openVaultForWriting(folder, 'test')
  let parsed = 0
  const remember: VaultWriter['cacheReading'] = (key, reading) => {
    parsed += 1
    vault.cacheReading(key, reading)
  }
  const told: number[] = []
  try {
    const { directory, unchanged } = await buildEdition(folder, vault, audience, {
      remember,
      rememberAnchors: vault.addAnchors,
      threads,
      onProgress: ({ step, cables: count }) => told.push(step === 'write' ? count : 0),
    })
    expect(unchanged).toBe(false)
    return { files: filesBelow(directory), parsed, told: Math.max(...told) }
  } finally {
    vault.close()
  }
}

describe('a build in threads', () => {
  it('gives the same bytes as without, however many there are and whatever is cached', async () => {
    const folder = archiveFolder()
    filledVault(folder)
    const alone = await built(folder, 'desk', 0)
    expect(alone).toMatchObject({ parsed: cables, told: cables })
    for (const threads of [1, 2, 4]) {
      rmSync(join(folder, 'desk'), { recursive: true })
      const isCold = threads === 2
      if (isCold) {
        const { readings } = vaultFolder(folder)
        for (const end of ['', '-wal', '-shm']) rmSync(`${readings}${end}`, { force: true })
      }
      const beside = await built(folder, 'desk', threads)
      expect(beside.files).toEqual(alone.files)
      expect(beside.told).toBe(cables)
      // What waits to be written is not yet seen by a thread, and is read again.
      if (isCold) expect(beside.parsed).toBeGreaterThanOrEqual(cables)
      else expect(beside.parsed).toBe(0)
    }
    const open = await built(folder, 'public', 2)
    rmSync(join(folder, 'public'), { recursive: true })
    expect((await built(folder, 'public', 0)).files).toEqual(open.files)

    const [name = ''] = readdirSync(join(folder, 'desk', 'editions'))
    const verdict = await verifyEdition(join(folder, 'desk', 'editions', name))
    expect(verdict).toMatchObject({ cables, faults: [] })
    const door = await openArchive(folder, 'desk')
    onTestFinished(() => door.close())
    const archive = await door.current()
    expect((await archive.cable('05OSLO1000'))?.text).toContain('Word999 froze.')
    await archive.close()
  }, 240_000)

  it('ends with the name of the cable where a thread dies, and leaves the former edition', async () => {
    const folder = archiveFolder()
    const holdings = [held('05OSLO7', heldVersion(cableText('05OSLO7', 'It froze.')))]
    const before = await buildEdition(folder, memoryVault({ holdings }), 'desk')
    // There is no vault that a thread could open.
    const dead = buildEdition(folder, memoryVault({ holdings }), 'desk', { threads: 1 })
    await expect(dead).rejects.toThrow('the press failed at 05OSLO7')
    expect(existsSync(before.directory)).toBe(true)
    expect(readdirSync(join(folder, 'desk', 'editions'))).toHaveLength(1)
  })
})
