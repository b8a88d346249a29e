import { Command, InvalidArgumentError } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { tellDecision } from './decision.ts'

interface Options {
  readonly archive?: string
  readonly reason: string
  readonly all?: boolean
}

/** `chancery waive ID MARK…`: marks that were looked at and keep a cable back no longer. */
export function waiveCommand(): Command {
  return command('waive', 'say of marks that they need not keep a cable back')
    .addHelpText(
      'after',
      `
A waiver holds for these marks in this version of this cable. Another version, or a mark that a later
program finds, needs its own. The words of the text stay as they are: a waived mark is public with them.

Example:
  $ chancery waive 06ORDABAZ219 1 --reason "The name was published by the person himself in 1999"`,
    )
    .action(async (id: string, marks: number[], { archive, reason, all }: Options) => {
      const { waive } = await import('../desk/waive.ts')
      tellDecision(waive(archiveFolder(archive), id, all === true ? 'all' : marks, reason))
    })
}

/** `chancery unwaive ID MARK…`: takes a waiver back. */
export function unwaiveCommand(): Command {
  return command('unwaive', 'take a waiver back: the marks keep the cable back again')
    .addHelpText(
      'after',
      '\nExample:\n  $ chancery unwaive 06ORDABAZ219 --all --reason "We heard from the family"',
    )
    .action(async (id: string, marks: number[], { archive, reason, all }: Options) => {
      const { unwaive } = await import('../desk/waive.ts')
      tellDecision(unwaive(archiveFolder(archive), id, all === true ? 'all' : marks, reason))
    })
}

function command(name: string, description: string): Command {
  return new Command(name)
    .description(`${description}; effective with the next publish`)
    .argument('<id>', 'any spelling of its number')
    .argument('[mark...]', 'numbers in `chancery protected`', markNumbers, [])
    .requiredOption('--reason <text>', 'why; kept in the ledger')
    .option('--all', 'all marks of the version')
    .addOption(archiveOption())
}

function markNumbers(text: string, before: number[]): number[] {
  if (/^[1-9]\d{0,5}$/.test(text)) return [...before, Number(text)]
  throw new InvalidArgumentError('It must be a number of `chancery protected`.')
}
