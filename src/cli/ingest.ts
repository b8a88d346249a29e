import { Command } from 'commander'
import type { IngestEvent } from '../desk/ingest.ts'
import type { IngestReport } from '../desk/ingest-report.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { requireRoom } from './disk-space.ts'
import { count, printable, say, writeLine } from './output.ts'
import { Progress } from './progress.ts'

interface Options {
  readonly archive?: string
  readonly collection?: string
  readonly format?: string
  readonly dryRun?: boolean
  readonly build: boolean
  readonly invented?: boolean
  readonly json?: boolean
}

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
      const bytesTotal = options.dryRun === true ? 0 : await requireRoom(dir, paths)
      const { ingest } = await import('../desk/ingest.ts')
      const progress = new Progress()
      const tell = options.json === true ? eventTeller() : personTeller(progress, bytesTotal)
      const report = await ingest(dir, paths, {
        ...(options.collection === undefined ? {} : { collection: options.collection }),
        ...(options.format === undefined ? {} : { format: options.format }),
        dryRun: options.dryRun === true,
        invented: options.invented === true,
        onEvent: tell,
      })
      progress.end()
      const edition = options.dryRun || !options.build ? undefined : await buildDesk(dir, options)
      if (options.json === true) await tellReport(report, edition)
      else sayReport(report, dir)
      process.exitCode = report.exit
    })
}

/** One JSON object a line as it happens; how far the reading is, at most once a second. */
function eventTeller(): (event: IngestEvent) => void {
  let told = performance.now()
  return (event) => {
    if (event.event === 'read') {
      if (performance.now() - told < 1000) return
      told = performance.now()
    }
    process.stdout.write(`${JSON.stringify(event)}\n`)
  }
}

/** A bar, and a sentence on each item that a person should look at. */
function personTeller(progress: Progress, bytesTotal: number): (event: IngestEvent) => void {
  return (event) => {
    if (event.event === 'read') progress.show({ ...event, bytesTotal })
    if (event.event !== 'message') return
    progress.end()
    say(printable(`${event.code}: ${event.locator}: ${event.text}`))
  }
}

async function buildDesk(dir: string, options: Options): Promise<number> {
  const { build } = await import('../desk/build.ts')
  const progress = new Progress()
  const silent = options.json === true
  const { manifest } = await build(dir, {
    onCable: (items) => (silent ? undefined : progress.show({ items })),
  })
  progress.end()
  return manifest.cables
}

async function tellReport(report: IngestReport, cables: number | undefined): Promise<void> {
  for (const file of report.files) await writeLine(JSON.stringify({ event: 'item', ...file }))
  const { items, counts, dryRun, ledger, quarantined } = report
  await writeLine(
    JSON.stringify({
      event: 'done',
      items,
      ...counts,
      reasons: quarantined,
      dryRun,
      ledger,
      ...(cables === undefined ? {} : { cables }),
    }),
  )
}

function sayReport({ items, counts, dryRun }: IngestReport, dir: string): void {
  const told = [
    `${counts.new} new`,
    counted(counts.newVersion, 'new version'),
    counted(counts.unchanged, 'unchanged', 'unchanged'),
    counted(counts.copy, 'copy', 'copies'),
    counted(counts.quarantined, 'set aside', 'set aside'),
  ].filter((part) => part !== '')
  say(
    `${dryRun ? 'Nothing is stored. Would be: ' : ''}${count(items, 'item')}: ${told.join(', ')}.`,
  )
  if (counts.quarantined > 0 && !dryRun) {
    say(`What was set aside, and why: chancery quarantine list --archive ${dir}`)
  }
}

function counted(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? '' : count(number, one, many)
}
