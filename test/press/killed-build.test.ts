import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { verifyArchive } from '../../src/archive/verify.ts'
import { buildEdition } from '../../src/press/build-edition.ts'
import { archiveFolder } from './archive-folder.ts'
import { cableText, entry, held, heldVersion, memoryVault } from './memory-vault.ts'

it('a build that is killed leaves the edition before it as it was', async () => {
  const folder = archiveFolder()
  const contents = { holdings: [held('05OSLO7', heldVersion(cableText('05OSLO7', 'It froze.')))] }
  const before = await buildEdition(folder, memoryVault(contents), 'desk')
  const editions = join(folder, 'desk', 'editions')

  const script = join(import.meta.dirname, 'endless-build.ts')
  const child = spawn(process.execPath, [script, folder], { stdio: 'inherit' })
  const exit = once(child, 'exit')
  const half = join(editions, `.new-${child.pid}`, 'cables-0000.bin')
  while (!existsSync(half) && child.exitCode === null) await setTimeout(20)
  child.kill('SIGKILL')
  expect((await exit)[1]).toBe('SIGKILL')
  expect(existsSync(half)).toBe(true)

  expect(await verifyArchive(folder, 'desk')).toMatchObject({
    folder: before.directory,
    faults: [],
  })
  const ledger = [entry('2026-04-01T00:00:00.000Z')]
  const after = await buildEdition(folder, memoryVault({ ...contents, ledger }), 'desk')
  expect(new Set(readdirSync(editions))).toEqual(
    new Set([basename(before.directory), basename(after.directory)]),
  )
})
