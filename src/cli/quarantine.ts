import { Command, InvalidArgumentError } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { count, printable, say, write, writeJson, writeLine } from './output.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
  readonly raw?: boolean
}

interface RetryOptions extends Options {
  readonly format?: string
}

/** `chancery quarantine list|show|retry`: what was set aside, and why. */
export function quarantineCommand(): Command {
  return new Command('quarantine')
    .description('what was set aside, and why')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(retryCommand())
    .addHelpText('after', '\nExample:\n  $ chancery quarantine list')
}

function listCommand(): Command {
  return new Command('list')
    .description('list what was set aside, with the reason')
    .option('--json', 'as JSON')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery quarantine list --json')
    .action(async (options: Options) => {
      const { listQuarantine } = await import('../desk/quarantine.ts')
      const entries = listQuarantine(archiveFolder(options.archive))
      if (options.json === true) return writeJson(entries)
      if (entries.length === 0) say('Nothing is set aside.')
      for (const { number, locator, code, reason } of entries) {
        await writeLine(printable(`${number}\t${code}\t${locator}\t${reason}`))
      }
    })
}

function showCommand(): Command {
  return new Command('show')
    .description('show one item that was set aside')
    .argument('<number>', 'its number in the list', itemNumber)
    .option('--json', 'as JSON')
    .option('--raw', 'the bytes as they came')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery quarantine show 3 --raw')
    .action(async (number: number, options: Options) => {
      const { showQuarantine } = await import('../desk/quarantine.ts')
      const { entry, source, bytes } = showQuarantine(archiveFolder(options.archive), number)
      if (options.raw === true) return write(bytes ?? new Uint8Array())
      const facts = { ...entry, source }
      if (options.json === true) return writeJson(facts)
      for (const [name, value] of Object.entries(facts)) {
        await writeLine(printable(`${name}: ${value}`))
      }
    })
}

function retryCommand(): Command {
  return new Command('retry')
    .description('read what was set aside again, as after a new version of the program')
    .argument('[number...]', 'numbers in the list (default: all)', itemNumbers)
    .option('--format <name>', 'how to read them (default: each is recognised by its content)')
    .option('--json', 'as JSON')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery quarantine retry')
    .action(async (numbers: number[], options: RetryOptions) => {
      const { retryQuarantine } = await import('../desk/quarantine.ts')
      const dir = archiveFolder(options.archive)
      const files: unknown[] = []
      const { counts, items, exit } = await retryQuarantine(dir, {
        ...(numbers.length === 0 ? {} : { numbers }),
        ...(options.format === undefined ? {} : { format: options.format }),
        onEvent: ({ event, ...about }) => {
          if (event === 'item') files.push(about)
        },
      })
      if (options.json === true) await writeJson({ counts, files })
      const read = items - counts.quarantined
      say(`${count(read, 'item')} can be read now, ${counts.quarantined} stay set aside.`)
      if (read > 0) say(`Run \`chancery build --archive ${dir}\` to see them in the reading room.`)
      process.exitCode = exit
    })
}

function itemNumbers(text: string, before: number[] = []): number[] {
  return [...before, itemNumber(text)]
}

function itemNumber(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a number of `chancery quarantine list`.')
}
