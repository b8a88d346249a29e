import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { SyntheticCable } from '../synth/corpus.ts'
import { count, say, write } from './output.ts'

interface Options {
  readonly cables: number
  readonly seed: number
  readonly format: 'csv' | 'html' | 'text'
}

/** At most ten million cables: past that, numbers of posts run out. */
const cablesMax = 10_000_000

/** `chancery synth OUT`: invented cables for tests and measurements. */
export function synthCommand(): Command {
  return new Command('synth')
    .description('invent cables for tests and measurements; the same seed gives the same ones')
    .argument('<out>', 'a new file for csv (- is standard output), a folder for html and text')
    .option('--cables <n>', 'how many', wholeNumber, 1000)
    .option('--seed <s>', 'a whole number', wholeNumber, 1)
    .addOption(
      new Option('--format <name>', 'how they are written')
        .choices(['csv', 'html', 'text'])
        .default('csv'),
    )
    .addOption(new Option('--archive <dir>', 'taken like everywhere, and not looked at'))
    .addHelpText(
      'after',
      `
All dialects from 1966 to 2010 come up, numbers as real posts gave them out, and one body in a
hundred is damaged. Nothing in them is real.

Examples:
  $ chancery synth --cables 20000 --seed 7 cables.csv
  $ chancery synth --cables 100 --format html pages/`,
    )
    .action(async (out: string, options: Options) => {
      const { inventCables } = await import('../synth/corpus.ts')
      const cables = inventCables(options)
      if (options.format === 'csv') await writeRows(out, cables)
      else await writeFiles(out, options.format, cables)
      say(
        `${count(options.cables, 'cable')} invented from seed ${options.seed}: nothing in them is real.`,
      )
    })
}

/** Rows are written together until this many characters wait. */
const waitingMax = 1_000_000

async function writeRows(out: string, cables: Iterable<SyntheticCable>): Promise<void> {
  const { csvRow } = await import('../synth/container.ts')
  const file = out === '-' ? undefined : createWriteStream(out, { flags: 'wx', mode: 0o600 })
  if (file !== undefined) await once(file, 'open')
  const put = async (text: string): Promise<void> => {
    if (file === undefined) await write(text)
    else if (!file.write(text)) await once(file, 'drain')
  }
  let number = 0
  let waiting = ''
  for (const cable of cables) {
    waiting += csvRow(cable, ++number)
    if (waiting.length < waitingMax) continue
    await put(waiting)
    waiting = ''
  }
  await put(waiting)
  if (file === undefined) return
  file.end()
  await once(file, 'finish')
}

async function writeFiles(
  out: string,
  format: 'html' | 'text',
  cables: Iterable<SyntheticCable>,
): Promise<void> {
  const { htmlPage, plainText } = await import('../synth/container.ts')
  const made = new Set<string>()
  for (const cable of cables) {
    const folder = join(out, cable.created.slice(0, 4), cable.created.slice(5, 7))
    if (!made.has(folder)) await mkdir(folder, { recursive: true })
    made.add(folder)
    const name = `${cable.id}.${format === 'html' ? 'html' : 'txt'}`
    const text = format === 'html' ? htmlPage(cable) : plainText(cable)
    await writeFile(join(folder, name), text, { flag: 'wx' })
  }
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (/^\d{1,8}$/.test(value) && number <= cablesMax) return number
  throw new InvalidArgumentError(`It must be a whole number of at most ${cablesMax}.`)
}
