import { Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { tellDecision } from './decision.ts'

interface Options {
  readonly archive?: string
  readonly reason: string
  readonly note?: string
}

/** `chancery withhold ID…`: keeps cables out of what is public. */
export function withholdCommand(): Command {
  return new Command('withhold')
    .description('keep cables out of what is public; effective with the next publish')
    .argument('<id...>', 'numbers of the cables')
    .requiredOption('--reason <code>', 'why, in a word: PRIVACY, SAFETY, LAW, REVIEW')
    .option('--note <text>', 'why, in a sentence; kept in the ledger, never public')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery withhold 05HANOI1179 --reason SAFETY')
    .action(async (ids: string[], options: Options) => {
      const { withhold } = await import('../desk/decide.ts')
      const { archive, ...reason } = options
      tellDecision(withhold(archiveFolder(archive), ids, reason))
    })
}
