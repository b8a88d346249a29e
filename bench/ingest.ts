/**
 * From a csv to the desk edition, by the real command line: each size is ingested, built, and
 * ingested again.
 *
 *     npm run bench -- ingest                      25,129 and 251,287 invented cables
 *     npm run bench -- ingest --cables 25129       one size
 *     npm run bench -- ingest --file dump.csv      a dump of one's own
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Run, watchedRun } from './process-tree.ts'

const program = join(import.meta.dirname, '../dist/cli/chancery.js')
const sizes = [25_129, 251_287]
const seed = 7

/** What the last event of `ingest --json` says. */
interface Done {
  readonly items: number
  readonly held: number
  readonly unchanged: number
  readonly processorMs: Readonly<Record<string, number>>
}

/** One dump and what became of it. */
interface Measured {
  readonly cables: number
  readonly first: Run
  readonly build: Run
}

/** Measures every size, or the dump named, and prints tables. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { cables: { type: 'string', multiple: true }, file: { type: 'string' } },
  })
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  try {
    const measured: Measured[] = []
    if (values.file !== undefined) measured.push(await measure(folder, values.file))
    else {
      for (const cables of values.cables?.map(Number) ?? sizes) {
        measured.push(await measure(folder, await invented(folder, cables)))
      }
    }
    const [small, large] = measured
    if (small && large) {
      const ratio = (whole(large) / whole(small)).toFixed(1)
      console.log(`time(${large.cables}) / time(${small.cables}) = ${ratio}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function whole({ first, build }: Measured): number {
  return first.wall + build.wall
}

async function invented(folder: string, cables: number): Promise<string> {
  const file = join(folder, `${cables}.csv`)
  console.log(`Inventing ${cables.toLocaleString('en-US')} cables, seed ${seed} …`)
  await run(['synth', '--cables', String(cables), '--seed', String(seed), file])
  return file
}

async function measure(folder: string, file: string): Promise<Measured> {
  const archive = mkdtempSync(join(folder, 'archive-'))
  const ingest = ['ingest', '--json', '--archive', archive]
  const bytes = bytesUnder(file)
  const first = await run([...ingest, '--no-build', file])
  const done = JSON.parse(first.last) as Done
  const build = await run(['build', '--archive', archive])
  const again = await run([...ingest, file])
  const { unchanged } = JSON.parse(again.last) as Done
  console.log(
    `${done.held.toLocaleString('en-US')} cables, ${megabytes(bytes)} MB, ${process.version}`,
  )
  const rates = (what: string, one: Run): object => row(what, one, bytes, done.items)
  const both = { ...first, wall: first.wall + build.wall }
  console.table([
    rates('ingest --no-build', first),
    rates('build', build),
    { what: 'both', 'wall s': both.wall.toFixed(1) },
    rates(`ingest again: ${unchanged} unchanged`, again),
    { what: 'again / both', 'wall s': (again.wall / both.wall).toFixed(2) },
  ])
  console.table(shares(done, build))
  console.table(sizesOf(archive, bytes))
  rmSync(archive, { recursive: true, force: true })
  return { cables: done.held, first, build }
}

async function run(args: readonly string[]): Promise<Run> {
  const ended = await watchedRun(process.execPath, [program, ...args])
  if (ended.exit !== 0 && ended.exit !== 1) throw new Error(`chancery ${args.join(' ')} failed`)
  return ended
}

function row(what: string, { wall, processor, memory }: Run, bytes: number, items: number): object {
  return {
    what,
    'wall s': wall.toFixed(1),
    'CPU s': processor?.toFixed(1) ?? '?',
    'MB/s': (bytes / 1e6 / wall).toFixed(1),
    'cables/s': (items / wall).toFixed(0),
    'peak MB': memory === undefined ? '?' : megabytes(memory),
  }
}

/** Processor time of each stage, and its share of all of them. */
function shares({ processorMs }: Done, build: Run): readonly object[] {
  const stages = { ...processorMs, build: (build.processor ?? 0) * 1000 }
  const sum = Object.values(stages).reduce((left, right) => left + right, 0)
  return Object.entries(stages).map(([stage, ms]) => ({
    stage,
    'CPU s': (ms / 1000).toFixed(1),
    share: `${((ms / sum) * 100).toFixed(1)} %`,
  }))
}

function sizesOf(archive: string, text: number): readonly object[] {
  const vault = join(archive, 'vault')
  return [
    ['csv', text],
    ['vault', bytesUnder(join(vault, 'vault.sqlite'))],
    ['readings', bytesUnder(join(vault, 'readings.sqlite'))],
    ['desk edition', bytesUnder(join(archive, 'desk'))],
  ].map(([what, bytes]) => ({
    what,
    MB: megabytes(Number(bytes)),
    'of the csv': (Number(bytes) / text).toFixed(2),
  }))
}

function bytesUnder(path: string): number {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
