import { Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { printable, writeJson, writeLine } from './output.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
}

/** `chancery ledger`: what came in and what was decided, when. */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .description('list what came in and what was decided, oldest first')
    .option('--json', 'as JSON')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery ledger')
    .action(async (options: Options) => {
      const { readLedger } = await import('../desk/ledger.ts')
      const entries = readLedger(archiveFolder(options.archive))
      if (options.json === true) return writeJson(entries)
      for (const { number, time, text } of entries) {
        await writeLine(`${number}\t${time}\t${printable(text)}`)
      }
    })
}
