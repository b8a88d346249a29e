import { Command, Option } from 'commander'
import type { Linted } from '../desk/lint.ts'
import type { Diagnostic } from '../telegram/tree.ts'
import { CommandError, exit } from './failure.ts'
import { excerptOf } from './lint-excerpt.ts'
import { openTally, type TallyRow } from './lint-tally.ts'
import { count, printable, say, write, writeLine } from './output.ts'

interface Options {
  readonly json?: boolean
  readonly code: readonly string[]
  readonly severity: Diagnostic['severity']
  readonly summary?: boolean
  readonly format?: string
}

const severities = ['info', 'warning', 'error'] as const

/** `chancery lint PATH…`: every doubt in a dump, as a compiler would print it. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('say what is doubtful in cables, line by line; no archive is touched')
    .argument('<path...>', 'files and folders; - is standard input')
    .option('--code <code>', 'only this diagnostic; may be given more than once', codes, [])
    .addOption(
      new Option('--severity <least>', 'leave out what weighs less')
        .choices(severities)
        .default('info'),
    )
    .option('--summary', 'the table by code alone')
    .option('--json', 'a cable a line; the last line is the table')
    .option('--format <name>', 'read as this format instead of sniffing it')
    .addOption(new Option('--archive <dir>', 'taken like everywhere, and not looked at'))
    .addHelpText(
      'after',
      `
Lines and columns count in the telegram's text; of a page that is the text of its two parts.
What each code means, with examples, is in docs/diagnostics.md.

Examples:
  $ chancery lint cable.txt
  $ chancery lint --severity warning dump/
  $ chancery lint --code REF_UNRESOLVED --summary dump/`,
    )
    .action(printLint)
}

async function printLint(paths: string[], options: Options): Promise<void> {
  await requireCodes(options.code)
  const { lint } = await import('../desk/lint.ts')
  const tally = openTally()
  let failed = 0
  let cables = 0
  for await (const linted of lint(paths, options.format === undefined ? {} : options)) {
    if (linted.failure === undefined) {
      cables += 1
      const { locator, id, text } = linted
      const diagnostics = linted.diagnostics.filter((each) => isWanted(each, options))
      tally.add(diagnostics)
      await writeCable({ locator, id, text, diagnostics }, options)
    } else {
      failed += 1
      await writeFailure(linted, options)
    }
  }
  if (options.json === true) await writeLine(JSON.stringify({ summary: tally.rows() }))
  else await write(tableOf(tally.rows()))
  say(`${count(cables, 'cable')} read, ${count(failed, 'file')} not readable as a cable.`)
  if (failed > 0) process.exitCode = exit.partly
}

function isWanted({ code, severity }: Diagnostic, options: Options): boolean {
  const listed = options.code.length === 0 || options.code.includes(code)
  return listed && severities.indexOf(severity) >= severities.indexOf(options.severity)
}

type ReadableCable = Extract<Linted, { readonly id: string }>

async function writeCable(cable: ReadableCable, options: Options): Promise<void> {
  const { locator, id, text, diagnostics } = cable
  if (options.json === true) {
    return writeLine(JSON.stringify({ file: locator, id, diagnostics }))
  }
  if (options.summary === true || diagnostics.length === 0) return
  const lines = diagnostics.map(({ code, severity, message, start, end }) => {
    const place = `${locator}:${start.line}:${start.column}`
    return `${printable(`${place}: ${severity} ${code}: ${message}`)}\n${excerptOf(text, start, end)}`
  })
  await write(`${lines.join('\n')}\n`)
}

async function writeFailure({ locator, failure }: Linted, options: Options): Promise<void> {
  if (failure === undefined) return
  const { code, reason } = failure
  if (options.json === true) await writeLine(JSON.stringify({ file: locator, code, reason }))
  else say(printable(`${locator}: ${code}: ${reason}`))
}

/** `code  severity  times  cables`, the most frequent first. */
function tableOf(rows: readonly TallyRow[]): string {
  if (rows.length === 0) return 'Nothing is doubtful.\n'
  const cells = rows.map(({ code, severity, times, cables }) => [
    code,
    severity,
    String(times),
    String(cables),
  ])
  const table = [['code', 'severity', 'times', 'cables'], ...cells]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...table.map((row) => row[at]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
  return `${lines.join('\n')}\n`
}

/** One more code, in capitals. */
function codes(value: string, before: readonly string[]): readonly string[] {
  return [...before, value.toUpperCase()]
}

async function requireCodes(asked: readonly string[]): Promise<void> {
  const { telegramDiagnostics } = await import('../telegram/diagnostic.ts')
  const { cableDiagnostics } = await import('../cable/finding.ts')
  const strange = asked.find((code) => !(code in telegramDiagnostics || code in cableDiagnostics))
  if (strange === undefined) return
  const sentence = `There is no diagnostic "${strange}": docs/diagnostics.md lists them all.`
  throw new CommandError('NO_SUCH_CODE', sentence, exit.use)
}
