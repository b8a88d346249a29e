import { Command, InvalidArgumentError } from 'commander'
import type { listQuarantine } from '../desk/quarantine.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { count, printable, say, write, writeJson, writeLine } from './output.ts'
import { Progress } from './progress.ts'
import { shellWord } from './shell-word.ts'
import { tableLines } from './table.ts'

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

/** So many items are listed one by one; of more, how many have which reason. */
const listedMax = 25

/** How much of an item's bytes is shown as text, UTF-16 code units. */
const shownMax = 2_000

type QuarantineEntry = ReturnType<typeof listQuarantine>[number]

interface ListOptions extends Options {
  readonly reason?: string
}

function listCommand(): Command {
  return new Command('list')
    .description('list what was set aside, with the reason')
    .option('--reason <code>', 'one by one, only those with this reason')
    .option('--json', 'every item, as JSON')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
More than ${listedMax} items are counted by reason; --reason lists those of one.

Examples:
  $ chancery quarantine list
  $ chancery quarantine list --reason NOT_A_CABLE --json`,
    )
    .action(async (options: ListOptions) => {
      const { listQuarantine } = await import('../desk/quarantine.ts')
      const all = listQuarantine(archiveFolder(options.archive))
      const reason = options.reason?.trim().toUpperCase()
      const entries = reason === undefined ? all : all.filter(({ code }) => code === reason)
      if (options.json === true) return writeJson(entries)
      if (entries.length === 0) {
        return say(
          reason === undefined ? 'Nothing is set aside.' : `Nothing is set aside for ${reason}.`,
        )
      }
      const isGrouped = reason === undefined && entries.length > listedMax
      for (const line of isGrouped ? groupedLines(entries) : itemLines(entries)) {
        await writeLine(line)
      }
      say(
        isGrouped
          ? `${count(entries.length, 'item')} set aside: \`chancery quarantine list --reason CODE\` lists those of one reason.`
          : '`chancery quarantine show NUMBER` shows one, `chancery quarantine retry` reads them again.',
      )
    })
}

function itemLines(entries: readonly QuarantineEntry[]): readonly string[] {
  const heads = ['NUMBER', 'CODE', 'WHERE', 'REASON']
  const rows = entries.map(({ number, code, locator, reason }) => [number, code, locator, reason])
  return tableLines(heads, rows)
}

function groupedLines(entries: readonly QuarantineEntry[]): readonly string[] {
  const groups = [...Map.groupBy(entries, ({ code }) => code)].sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1),
  )
  const rows = groups.map(([code, [first, ...others]]) => [
    others.length + 1,
    code,
    `${first?.number} ${first?.locator}`,
    first?.reason ?? '',
  ])
  return tableLines(['ITEMS', 'CODE', 'THE FIRST', 'ITS REASON'], rows)
}

function showCommand(): Command {
  return new Command('show')
    .description('show one item that was set aside: why, and what is kept of it')
    .argument('<number>', 'its number in the list', itemNumber)
    .option('--json', 'the facts, as JSON')
    .option('--raw', 'the bytes as they came, and nothing else')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery quarantine show 3 --raw > item.bin')
    .action(async (number: number, options: Options) => {
      const { showQuarantine } = await import('../desk/quarantine.ts')
      const { entry, source, bytes } = showQuarantine(archiveFolder(options.archive), number)
      if (options.raw === true) return write(bytes ?? new Uint8Array())
      const facts = { ...entry, source }
      if (options.json === true) return writeJson(facts)
      for (const [name, value] of Object.entries(facts)) {
        await writeLine(printable(`${name}: ${value}`))
      }
      if (bytes === undefined) return writeLine('\nNothing could be kept of it.')
      // Whatever it is, it begins with something that a person may know.
      const text = new TextDecoder().decode(bytes.subarray(0, 4 * shownMax)).slice(0, shownMax)
      await writeLine(`\n${printable(text)}`)
      if (text.length === shownMax) say('This is its beginning; --raw gives all of it.')
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
      const { listQuarantine, retryQuarantine } = await import('../desk/quarantine.ts')
      const dir = archiveFolder(options.archive)
      const files: unknown[] = []
      const itemsTotal = numbers.length === 0 ? listQuarantine(dir).length : numbers.length
      const progress = new Progress('Reading again:')
      const { counts, quarantined, items, exit } = await retryQuarantine(dir, {
        ...(numbers.length === 0 ? {} : { numbers }),
        ...(options.format === undefined ? {} : { format: options.format }),
        onEvent: ({ event, ...about }) => {
          if (event !== 'item') return
          files.push(about)
          progress.show({ items: files.length, itemsTotal })
        },
      }).finally(() => progress.end())
      if (options.json === true) await writeJson({ counts, files })
      const read = items - counts.quarantined
      const reasons = Object.entries(quarantined).map(([code, times]) => `${times} ${code}`)
      const why = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`
      const verb = counts.quarantined === 1 ? 'stays' : 'stay'
      say(`${count(read, 'item')} can be read now, ${counts.quarantined} ${verb} set aside${why}.`)
      if (read > 0)
        say(`Run \`chancery build --archive ${shellWord(dir)}\` to see them in the reading room.`)
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
