/**
 * How fast the parts are on the bundled sample: one table, measured now, on this machine.
 *
 * The sample is small; its cables are read over and over, so the numbers speak of a warm program.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/archive/open-archive.ts'
import { readCable } from '../src/cable/read.ts'
import { build } from '../src/desk/build.ts'
import { ingest } from '../src/desk/ingest.ts'
import { parse } from '../src/telegram/parse.ts'

const sample = join(import.meta.dirname, '../sample/cables')
const rounds = 20
const questions = ['bridge', '"kessel bridge"', 'paint OR eels', 'tag:PREL', 'class:S -bridge', '']

interface Row {
  readonly what: string
  readonly times: readonly number[]
  /** What one run handles, and its unit. */
  readonly amount: number
  readonly unit: string
}

function timed(what: string, amount: number, unit: string, work: () => void): Row {
  work()
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return { what, times, amount, unit }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function print(rows: readonly Row[]): void {
  const table = rows.map(({ what, times, amount, unit }) => ({
    what,
    'median ms': at(times, 0.5).toFixed(2),
    'p95 ms': at(times, 0.95).toFixed(2),
    rate: `${((amount / at(times, 0.5)) * 1000).toFixed(0)} ${unit}/s`,
  }))
  console.table(table)
}

/** Runs every part once or over and over, and prints one table. */
export async function bench(): Promise<void> {
  const texts = globSync('**/*.txt', { cwd: sample }).map((name) =>
    readFileSync(join(sample, name), 'utf8'),
  )
  const kilobytes = texts.reduce((sum, text) => sum + text.length, 0) / 1000
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  try {
    const started = performance.now()
    const { items } = await ingest(folder, [sample], { invented: true })
    const ingested = performance.now()
    await build(folder)
    const built = performance.now()
    const rows = [
      { what: 'ingest, once', times: [ingested - started], amount: items, unit: 'cables' },
      { what: 'build, once', times: [built - ingested], amount: items, unit: 'cables' },
      timed('text → tree', kilobytes, 'kB', () => {
        for (const text of texts) parse(text)
      }),
      timed('text → record', texts.length, 'cables', () => {
        for (const text of texts) readCable(text)
      }),
    ]
    const door = await openArchive(folder, 'desk')
    const archive = await door.current()
    const page = { sort: 'relevance', size: 20, offset: 0, facets: true } as const
    for (const question of questions) {
      await archive.search(question, page)
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        times.push((await archive.search(question, page)).tookMs)
      }
      rows.push({
        what: `search ${question || '(everything)'}`,
        times,
        amount: 1,
        unit: 'questions',
      })
    }
    await archive.close()
    await door.close()
    print(rows)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
