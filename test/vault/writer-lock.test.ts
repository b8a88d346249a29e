import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVault } from '../../src/vault/open-vault.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
import { openVaultForWriting } from '../../src/vault/write-vault.ts'

const program = join(import.meta.dirname, 'writer-process.ts')
let dir: string
let child: ChildProcess | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-lock-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

/** Starts a writing process and reads its lines until one is `enough`. */
async function start(mode: string, enough: (line: string) => boolean): Promise<string[]> {
  child = spawn(process.execPath, ['--no-warnings', program, dir, mode])
  const lines: string[] = []
  if (!child.stdout) return lines
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (enough(line)) break
  }
  return lines
}

async function killChild(): Promise<void> {
  const gone = child && once(child, 'exit')
  child?.kill('SIGKILL')
  await gone
  child = undefined
}

describe("the writer's lock", () => {
  it('tells a second process who writes, since when; readers go on', async () => {
    await start('hold', (line) => line === 'ready')
    const pid = child?.pid
    expect(() => openVaultForWriting(dir, 'policy')).toThrow(
      expect.objectContaining({
        code: 'VAULT_LOCKED',
        exit: 3,
        message: expect.stringMatching(
          new RegExp(`"a long ingest" \\(process ${pid}, since \\d{4}-.*Z\\) is writing`),
        ),
      }),
    )
    const reader = openVault(dir)
    expect(reader.collections()).toHaveLength(1)
    reader.close()
    await killChild()
    openVaultForWriting(dir, 'policy').close()
  })

  it('keeps out a second writer of the same process, until the first closes', () => {
    const first = openVaultForWriting(dir, 'ingest')
    expect(() => openVaultForWriting(dir, 'publish')).toThrow(/"ingest" \(process/)
    first.close()
    openVaultForWriting(dir, 'publish').close()
  })
})

describe('a writer killed without warning', () => {
  it.each([5, 20, 60, 110])(
    'loses nothing it had acknowledged (at %i cables)',
    async (count) => {
      const lines = await start('write', (line) => Number(line) >= count)
      await killChild()
      const acknowledged = Number(lines.at(-1))
      const db = new DatabaseSync(vaultFolder(dir).file)
      expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
      db.close()
      const vault = openVaultForWriting(dir, 'test')
      const held = [...vault.holdings()].length
      expect(held).toBeGreaterThanOrEqual(acknowledged)
      const told = [...vault.ledger()].reduce((sum, { data }) => sum + Number(data.new), 0)
      expect(told).toBe(held)
      vault.close()
    },
    30_000,
  )
})
