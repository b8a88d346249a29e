import { Argument, Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { tellDecision } from './decision.ts'

interface Options {
  readonly archive?: string
  readonly reason: string
}

/** `chancery policy COLLECTION all|none`: whether a collection may be published. */
export function policyCommand(): Command {
  return new Command('policy')
    .description('decide whether a collection is public; effective with the next publish')
    .argument('<collection>', 'name of the collection')
    .addArgument(new Argument('<policy>', 'what of it is public').choices(['all', 'none']))
    .requiredOption('--reason <text>', 'why; kept in the ledger')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ chancery policy embassy all --reason "Declassified and reviewed by two people"',
    )
    .action(async (collection: string, policy: 'all' | 'none', options: Options) => {
      const { policy: decide } = await import('../desk/decide.ts')
      tellDecision(decide(archiveFolder(options.archive), collection, policy, options.reason))
    })
}
