import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Verdict } from '../archive/verify.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { exit } from './failure.ts'
import { count, say, writeJson, writeLine } from './output.ts'
import { shellWord } from './shell-word.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
}

/** `chancery verify`: is every byte what it should be? */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check every byte of the archive: editions and originals')
    .option('--json', 'as JSON')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery verify --archive ~/cables')
    .action(async (options: Options) => {
      const dir = archiveFolder(options.archive)
      const { verifyArchive } = await import('../archive/verify.ts')
      const verdicts: Verdict[] = []
      // Without any edition the desk's sentence says what to do.
      const made = (['desk', 'public'] as const).filter((audience) =>
        existsSync(join(dir, audience, 'current')),
      )
      for (const audience of made.length === 0 ? (['desk'] as const) : made) {
        verdicts.push(await verifyArchive(dir, audience))
      }
      const vault = existsSync(join(dir, 'vault')) ? await checkVault(dir) : undefined
      const faults = verdicts.flatMap((verdict) => verdict.faults)
      const sound = faults.length === 0 && (vault?.faults.length ?? 0) === 0
      if (!sound) process.exitCode = exit.unusable
      if (options.json === true) return writeJson({ sound, editions: verdicts, vault })
      for (const { folder, cables, files, bytes, faults: own } of verdicts) {
        const size = `${count(files, 'file')}, ${count(bytes, 'byte')}, ${count(cables, 'cable')}`
        await writeLine(`${folder}: ${size}: ${verdictOf(own.length)}`)
        for (const { code, file, sentence } of own) say(`${code}: ${file}: ${sentence}`)
      }
      if (vault !== undefined) {
        const { originals, bytes, texts } = vault
        const size = [count(originals, 'original'), count(bytes, 'byte'), count(texts, 'text')]
        await writeLine(
          `${join(dir, 'vault')}: ${size.join(', ')}: ${verdictOf(vault.faults.length)}`,
        )
        for (const sentence of vault.faults) say(`VAULT_DAMAGED: ${sentence}`)
      }
      if (faults.length > 0)
        say(`\`chancery build --archive ${shellWord(dir)}\` makes a new desk edition.`)
    })
}

async function checkVault(dir: string) {
  const { verifyVault } = await import('../desk/original.ts')
  return verifyVault(dir)
}

function verdictOf(faults: number): string {
  return faults === 0 ? 'every byte is as it should be' : count(faults, 'fault')
}
