import { Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { count, say, writeJson } from './output.ts'

interface Options {
  readonly archive?: string
  readonly before: string
  readonly json?: boolean
}

/** `chancery prune --before EDITION`: removes superseded editions from the disk. */
export function pruneCommand(): Command {
  return new Command('prune')
    .description('remove superseded editions, public and desk, from the disk')
    .requiredOption('--before <edition>', 'what is older goes: 12 hex digits, or a release number')
    .option('--json', 'what was removed, as JSON')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
Effective at once. The current editions stay, and so does everything in the private store: an edition
can be built again. Numbers of cables that were withdrawn go on answering "withdrawn".

Examples:
  $ chancery prune --before 3
  $ chancery prune --before 0123456789ab`,
    )
    .action(async (options: Options) => {
      const { nameOf, prune } = await import('../desk/prune.ts')
      const { before, removed, bytes } = await prune(archiveFolder(options.archive), options.before)
      if (options.json === true) await writeJson({ before, removed, bytes })
      if (removed.length === 0) say('There is nothing to remove: no older edition is on the disk.')
      else {
        say(
          `${count(removed.length, 'edition')} removed, ${(bytes / 1e6).toFixed(1)} MB: ${removed.map(nameOf).join(', ')}.`,
        )
      }
    })
}
