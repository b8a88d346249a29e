import { Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { tellDecision } from './decision.ts'

interface Options {
  readonly archive?: string
  readonly note?: string
}

/** `chancery restore ID…`: takes a `withhold` back. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('take a withhold back; effective with the next publish')
    .argument('<id...>', 'numbers of the cables')
    .option('--note <text>', 'why; kept in the ledger, never public')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery restore 05HANOI1179')
    .action(async (ids: string[], options: Options) => {
      const { restore } = await import('../desk/decide.ts')
      const { archive, ...note } = options
      tellDecision(restore(archiveFolder(archive), ids, note))
    })
}
