import type { IngestReport } from '../desk/ingest-report.ts'
import { count, printable } from './output.ts'
import { duration } from './progress.ts'
import { shellWord } from './shell-word.ts'

type OutcomeCounts = IngestReport['counts']

/** What an ingest did, in a few lines for people. */
export function summaryLines(report: IngestReport, dir: string, seconds: number): string[] {
  const { items, counts, dryRun, stopped } = report
  const intro = dryRun ? 'Nothing is stored. Would be: ' : ''
  const lines = [
    `${intro}${count(items, 'item')} in ${duration(seconds)}: ${countsText(counts)}.`,
    ...(dryRun ? [] : heldLines(report)),
    ...quarantineLines(report, dir),
  ]
  if (stopped) {
    lines.push('Stopped. What was read until here is stored: the same command goes on from there.')
  }
  return lines
}

/** What would change, as a table: sources × outcomes, with their sum below. */
export function changeTable({ sources, counts, changes }: IngestReport): string {
  const rows = sources.map((source) => [printable(source.path), ...numbers(source.counts)])
  const sum = sources.length > 1 ? [['all', ...numbers(counts)]] : []
  const names = ['source', 'new', 'new version', 'unchanged', 'copy', 'set aside']
  const lines = columns([names, ...rows, ...sum])
  const named = changes.map(({ id = '', locator }) => printable(`  ${id}  ${locator}`))
  if (named.length === 0) return lines.join('\n')
  const more = counts.newVersion - changes.length
  const rest = more > 0 ? [`  and ${count(more, 'more', 'more')}`] : []
  return [...lines, '', 'New versions of:', ...named, ...rest].join('\n')
}

function countsText(counts: OutcomeCounts): string {
  return [
    `${counts.new.toLocaleString('en-US')} new`,
    counted(counts.newVersion, 'new version'),
    counted(counts.unchanged, 'unchanged', 'unchanged'),
    counted(counts.copy, 'copy', 'copies'),
    counted(counts.quarantined, 'set aside', 'set aside'),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function counted(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? '' : count(number, one, many)
}

/** `The archive holds 1,179 cables. What came in: 1979-01-02 to 2010-02-28, 12 posts.` */
function heldLines({ held, from, to, posts }: IngestReport): string[] {
  const span =
    from === undefined || to === undefined ? [] : [from === to ? from : `${from} to ${to}`]
  const places = posts === 0 ? [] : [count(posts, 'post')]
  const came = [...span, ...places]
  const news = came.length === 0 ? '' : ` What came in: ${came.join(', ')}.`
  return held === undefined ? [] : [`The archive holds ${count(held, 'cable')}.${news}`]
}

/** `Set aside: 3 NOT_A_CABLE, 1 BINARY. See what and why: chancery quarantine list --archive …` */
function quarantineLines({ quarantined, dryRun }: IngestReport, dir: string): string[] {
  const codes = Object.entries(quarantined).sort(([, a], [, b]) => b - a)
  if (codes.length === 0) return []
  const told = codes.map(([code, number]) => `${number.toLocaleString('en-US')} ${code}`)
  const where = dryRun
    ? ''
    : ` See what and why: chancery quarantine list --archive ${shellWord(dir)}`
  return [`Set aside: ${told.join(', ')}.${where}`]
}

function numbers(counts: OutcomeCounts): string[] {
  const { new: fresh, newVersion, unchanged, copy, quarantined } = counts
  return [fresh, newVersion, unchanged, copy, quarantined].map((n) => n.toLocaleString('en-US'))
}

/** Rows with their cells below one another: the first to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
}
