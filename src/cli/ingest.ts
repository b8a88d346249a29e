import { Command, InvalidArgumentError } from 'commander'
import type { IngestReport } from '../desk/ingest-report.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { BuildBar } from './build-bar.ts'
import { requireRoom } from './disk-space.ts'
import { exit } from './failure.ts'
import { changeTable, summaryLines } from './ingest-summary.ts'
import { eventTeller, personTeller } from './ingest-teller.ts'
import { say, writeLine } from './output.ts'
import { shellWord } from './shell-word.ts'
import { stopping } from './stopping.ts'

interface Options {
  readonly archive?: string
  readonly collection?: string
  readonly format?: string
  readonly dryRun?: boolean
  readonly build: boolean
  readonly invented?: boolean
  readonly batch?: number
  readonly json?: boolean
}

/** Largest batch: a larger one only loses more when a run is cut off. */
const batchLargest = 2_000

/** `chancery ingest PATH…`: dump files → vault, then a desk edition. */
export function ingestCommand(): Command {
  return new Command('ingest')
    .alias('add')
    .description('read dump files into the archive, then make a new desk edition')
    .argument('<path...>', 'files and directories; - is standard input')
    .option('--collection <name>', 'the collection they belong to (default: "default")')
    .option('--format <name>', 'how to read them (default: each is recognised by its content)')
    .option('--dry-run', 'only say what would change')
    .option('--no-build', 'make no desk edition')
    .option('--invented', 'these cables are invented: every page says so')
    .option('--batch <n>', 'items stored at a time (default: 2000, or 16 MiB of them)', batchSize)
    .option('--json', 'what happens, as one JSON object a line')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
Examples:
  $ chancery ingest ~/Downloads/cables
  $ chancery ingest --dry-run --collection embassy dump.html`,
    )
    .action(async (paths: string[], options: Options) => {
      const dir = archiveFolder(options.archive)
      const started = performance.now()
      const bytesTotal = await requireRoom(dir, paths, options)
      const { ingest } = await import('../desk/ingest.ts')
      const teller = options.json === true ? eventTeller() : personTeller(bytesTotal)
      const stop = stopping(() => {
        teller.end()
        say('Stopping once the running batch is stored; a second Ctrl-C ends at once.')
      })
      const report = await ingest(dir, paths, {
        ...(options.collection === undefined ? {} : { collection: options.collection }),
        ...(options.format === undefined ? {} : { format: options.format }),
        dryRun: options.dryRun === true,
        invented: options.invented === true,
        ...(options.batch === undefined ? {} : { batchItems: options.batch }),
        signal: stop.signal,
        onEvent: teller.tell,
      })
      stop.done()
      teller.end()
      const isBuilt = options.build && !report.dryRun && !report.stopped
      const built = isBuilt ? await buildStage(dir, options) : undefined
      const seconds = (performance.now() - started) / 1000
      if (options.json === true) await tellDone(report, seconds, built)
      else await sayDone(report, dir, seconds, built)
      if (built?.error !== undefined) throw built.error
      // A reader that still waits for its input would keep the process.
      if (report.stopped) process.exit(stop.exit() ?? exit.bug)
      process.exitCode = report.exit
    })
}

function batchSize(text: string): number {
  const items = Number(text)
  if (/^\d+$/.test(text) && items >= 1 && items <= batchLargest) return items
  throw new InvalidArgumentError(`It takes a whole number from 1 to ${batchLargest}.`)
}

/** The desk edition that was built, or why there is none. */
type Built =
  | {
      readonly cables: number
      readonly unchanged: boolean
      readonly processorMs: number
      readonly error?: never
    }
  | { readonly error: unknown }

async function buildStage(dir: string, options: Options): Promise<Built> {
  const { build } = await import('../desk/build.ts')
  const bar = new BuildBar()
  const silent = options.json === true
  const before = process.cpuUsage()
  const end = stopping(() => {
    bar.end()
    say(`Stopped. ${buildAgain(dir)}`)
    process.exit(end.exit() ?? exit.bug)
  })
  try {
    const { manifest, unchanged } = await build(dir, {
      onlyNews: true,
      ...(!silent && { onProgress: bar.show }),
    })
    const { user, system } = process.cpuUsage(before)
    return { cables: manifest.cables, unchanged, processorMs: (user + system) / 1000 }
  } catch (error) {
    return { error }
  } finally {
    end.done()
    bar.end()
  }
}

function buildAgain(dir: string): string {
  return `Everything that was read is stored; make the edition with: chancery build --archive ${shellWord(dir)}`
}

async function tellDone(
  report: IngestReport,
  seconds: number,
  built: Built | undefined,
): Promise<void> {
  const { items, counts, quarantined, messageCounts, held, from, to, posts } = report
  const { dryRun, stopped, ledger, stages } = report
  const edition = built && !('error' in built) ? built : undefined
  await writeLine(
    JSON.stringify({
      event: 'done',
      items,
      ...counts,
      reasons: quarantined,
      messages: messageCounts,
      held,
      from,
      to,
      posts,
      dryRun,
      stopped,
      ledger,
      cables: edition?.cables,
      seconds,
      processorMs: { ...stages, build: edition?.processorMs },
    }),
  )
}

async function sayDone(
  report: IngestReport,
  dir: string,
  seconds: number,
  built: Built | undefined,
): Promise<void> {
  if (report.dryRun) await writeLine(changeTable(report))
  for (const line of summaryLines(report, dir, seconds)) say(line)
  // Without an edition the reading room shows none of it.
  const isUnseen = !built && !report.dryRun && report.ledger.length > 0
  if (isUnseen || (built && 'error' in built)) say(buildAgain(dir))
  else if (built) {
    if (built.unchanged) say('The desk edition is up to date.')
    say(`Read them: chancery serve --archive ${shellWord(dir)}`)
  }
}
