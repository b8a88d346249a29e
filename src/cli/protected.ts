import { Command } from 'commander'
import type { ProtectedText } from '../desk/protected.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { count, say, writeJson, writeLine } from './output.ts'
import { type Cell, tableLines } from './table.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
  readonly open?: boolean
}

/** `chancery protected [ID…]`: what keeps cables back, and why. */
export function protectedCommand(): Command {
  return new Command('protected')
    .description('list the marks that keep cables out of what is public')
    .argument('[id...]', 'only these cables, by any spelling of their numbers')
    .option('--open', 'only those that wait for a decision')
    .option('--json', 'as JSON')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
A mark is a request such as "(strictly protect)"; the text of another cable inside this one, which may
be one that is withheld; and words of this text that another version of it masks, or a name that
another version asks to protect. A cable is public when every mark of its text is waived, when another
version is chosen, or when a version without marks is the most masked one.

Examples:
  $ chancery protected
  $ chancery protected 06ORDABAZ219 --json`,
    )
    .action(async (ids: string[], options: Options) => {
      const { listProtected } = await import('../desk/protected.ts')
      const found: ProtectedText[] = []
      for (const text of listProtected(archiveFolder(options.archive), ids)) {
        if (options.open !== true || isOpen(text)) found.push(text)
      }
      if (options.json === true) return writeJson(found)
      if (found.length === 0) return say('No mark keeps a cable back.')
      const rows = found.flatMap((text) => rowsOf(text, options.open === true))
      const heads = ['CABLE', 'VERSION', 'MARK', 'WHERE', 'STATUS', 'PRINTED', 'WORDS AROUND']
      for (const line of tableLines(heads, rows)) await writeLine(line)
      const kept = found.filter(({ status }) => status === 'kept back').length
      say(`${count(kept, 'cable')} kept back, ${count(found.length, 'cable')} with marks in all.`)
    })
}

function isOpen({ status, marks }: ProtectedText): boolean {
  return status !== 'withheld' && marks.some(({ waived }) => !waived)
}

function rowsOf({ id, version, status, marks }: ProtectedText, openOnly: boolean): Cell[][] {
  return marks
    .filter(({ waived }) => !openOnly || !waived)
    .map((mark) => [
      id,
      version,
      mark.number,
      mark.paragraph === undefined ? (mark.part ?? 'text') : `¶${mark.paragraph}`,
      mark.waived ? 'waived' : status,
      mark.printed,
      mark.around,
    ])
}
