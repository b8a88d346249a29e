import { Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { tellDecision } from './decision.ts'
import { CommandError, exit } from './failure.ts'

interface Options {
  readonly archive?: string
  readonly reason: string
  readonly clear?: boolean
}

/** `chancery choose ID VERSION`: which text of a cable is shown. */
export function chooseCommand(): Command {
  return new Command('choose')
    .description('choose which version of a cable is shown; public with the next publish')
    .argument('<id>', 'any spelling of its number')
    .argument('[version]', 'its number in `chancery versions`, or the start of its hash')
    .requiredOption('--reason <text>', 'why; kept in the ledger')
    .option('--clear', 'take the choice back: the version with the most redaction marks is public')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
The choice stands, whatever is added later, until it is taken back. It publishes no version that no
collection with the policy all holds, and nothing of a withheld cable.

Examples:
  $ chancery choose 06ORDABAZ219 2 --reason "The masks of version 1 are a printer's error"
  $ chancery choose 06ORDABAZ219 --clear --reason "Not sure any longer"`,
    )
    .action(async (id: string, version: string | undefined, options: Options) => {
      if ((version === undefined) !== (options.clear === true)) {
        const sentence = `Name a version of "chancery versions ${id}", or say --clear to take the choice back.`
        throw new CommandError('VERSION_MISSING', sentence, exit.use)
      }
      const { choose } = await import('../desk/choose.ts')
      tellDecision(choose(archiveFolder(options.archive), id, version, options.reason))
    })
}
