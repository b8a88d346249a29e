import { Command, InvalidArgumentError, Option } from 'commander'
import { count, say } from './output.ts'

/** How cables are written: one file of rows or lines, or a folder with a file each. */
export type SynthFormat = 'csv' | 'jsonl' | 'html' | 'text'

interface Options {
  readonly cables: number
  readonly seed: number
  readonly years?: readonly [number, number]
  readonly damaged: number
  readonly format: SynthFormat
  readonly truth?: string
}

/** At most ten million cables: past that, serials have too many digits. */
const cablesMax = 10_000_000

const firstYear = 1966
const lastYear = 2010

/** `chancery synth OUT`: invented cables for tests and measurements. */
export function synthCommand(): Command {
  return new Command('synth')
    .description('invent cables for tests and measurements; the same seed gives the same ones')
    .argument(
      '<out>',
      'a new file for csv and jsonl (- is standard output), a folder for html and text',
    )
    .option('--cables <n>', 'how many; 251287 is the well known archive', wholeNumber, 1000)
    .option('--seed <s>', 'a whole number', wholeNumber, 1)
    .option('--years <from-to>', 'only cables of these years, 1966-2010', yearRange)
    .option('--damaged <percent>', 'how many in a hundred are damaged', percent, 1)
    .addOption(
      new Option('--format <name>', 'how they are written')
        .choices(['csv', 'jsonl', 'html', 'text'])
        .default('csv'),
    )
    .option('--truth <file>', 'a new file for what each cable says, and its damage: a line of JSON')
    .addOption(new Option('--archive <dir>', 'taken like everywhere, and not looked at'))
    .addHelpText(
      'after',
      `
Posts, years and serials are spread as in the real archive, with two in a hundred from the years
1966 to 1979, so that all dialects come up; what exceeds 251,287 is from those years too. Names and
words are made up, and so is what the cables say. docs/synth.md tells more.

Examples:
  $ chancery synth --cables 251287 --seed 7 cables.csv
  $ chancery synth --cables 100 --format html --truth said.jsonl pages/
  $ chancery synth --years 1973-1979 - | gzip > early.csv.gz`,
    )
    .action(async (out: string, options: Options) => {
      const { inventCables } = await import('../synth/corpus.ts')
      const { writeCables } = await import('./synth-output.ts')
      const { cables, seed, years, damaged, format, truth } = options
      const invented = inventCables({
        cables,
        seed,
        damaged: damaged / 100,
        ...(years !== undefined && { years }),
      })
      const plan = { cables, format, ...(truth !== undefined && { truth }) }
      const done = await writeCables(out, invented, plan)
      say(`${count(cables, 'cable')} invented from seed ${seed}: nothing in them is real.`)
      say(
        `${megabytes(done.bytes)} MB in ${done.seconds.toFixed(1)} s; ${count(done.damaged, 'damaged cable')}; at most ${megabytes(done.peakBytes)} MB of memory.`,
      )
    })
}

function megabytes(bytes: number): string {
  const value = bytes / 1e6
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (/^\d{1,8}$/.test(value) && number <= cablesMax) return number
  throw new InvalidArgumentError(`It must be a whole number of at most ${cablesMax}.`)
}

function percent(value: string): number {
  const number = Number(value)
  if (/^\d{1,3}(?:\.\d{1,6})?$/.test(value) && number <= 100) return number
  throw new InvalidArgumentError('It must be a number from 0 to 100.')
}

function yearRange(value: string): readonly [number, number] {
  const [from = 0, to = from] = value.split('-').map(Number)
  const isYears = /^\d{4}(?:-\d{4})?$/.test(value)
  if (isYears && from >= firstYear && to <= lastYear && from <= to) return [from, to]
  throw new InvalidArgumentError(
    `It must be a year or two, as 1973-1979, from ${firstYear} to ${lastYear}.`,
  )
}
