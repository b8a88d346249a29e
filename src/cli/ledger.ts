import { Command, InvalidArgumentError } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { printable, say, writeJson, writeLine } from './output.ts'
import { tableLines } from './table.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
}

/** `chancery ledger [NUMBER]`: what came in and what was decided, when. */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .description('list what came in and what was decided, oldest first')
    .argument('[number]', 'one entry, with what it took from each file', entryNumber)
    .option('--json', 'every entry, as JSON')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
What one run of \`ingest\` took in is one line, however many entries it wrote: 4–129 are such entries.

Examples:
  $ chancery ledger
  $ chancery ledger 7`,
    )
    .action(async (number: number | undefined, options: Options) => {
      const dir = archiveFolder(options.archive)
      if (number !== undefined) return showEntry(dir, number, options)
      const { readLedger, runsOf } = await import('../desk/ledger.ts')
      const entries = readLedger(dir)
      if (options.json === true) return writeJson(entries)
      if (entries.length === 0) return say('The ledger is empty: nothing came in yet.')
      const rows = runsOf(entries).map(({ first, last, time, text }) => [
        first === last ? String(first) : `${first}–${last}`,
        time.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' '),
        text,
      ])
      for (const line of tableLines(['ENTRY', 'TIME (UTC)', 'WHAT HAPPENED'], rows)) {
        await writeLine(line)
      }
    })
}

async function showEntry(dir: string, number: number, options: Options): Promise<void> {
  const { readEntry } = await import('../desk/ledger.ts')
  const { intake, ...entry } = readEntry(dir, number)
  if (options.json === true) return writeJson({ ...entry, intake })
  await writeLine(printable(entry.text))
  await writeLine(`entry ${entry.number}, ${entry.time}, ${entry.kind}`)
  for (const [name, value] of Object.entries(entry.data)) {
    const shown = typeof value === 'string' ? value : JSON.stringify(value)
    if (shown !== '') await writeLine(printable(`  ${name}: ${shown}`))
  }
  if (intake.length === 0) return
  const heads = ['NEW', 'NEW VERSION', 'UNCHANGED', 'COPY', 'SET ASIDE', 'ITEMS', 'FILE']
  const rows = intake.map(({ source, counts }) => {
    const outcomes = [
      counts.new,
      counts.newVersion,
      counts.unchanged,
      counts.copy,
      counts.quarantined,
    ]
    return [...outcomes, outcomes.reduce((sum, one) => sum + one, 0), source]
  })
  for (const line of tableLines(heads, rows)) await writeLine(line)
}

function entryNumber(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a number of `chancery ledger`.')
}
