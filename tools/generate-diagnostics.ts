/**
 * Writes `docs/diagnostics.md` from the tables of the parser and of the record, and from the
 * examples in `test/cable/diagnostics/`.
 *
 *     node tools/generate-diagnostics.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveFacts } from '../src/cable/facts.ts'
import { cableDiagnostics } from '../src/cable/finding.ts'
import { readCable } from '../src/cable/read.ts'
import { excerptOf } from '../src/cli/lint-excerpt.ts'
import { telegramDiagnostics } from '../src/telegram/diagnostic.ts'

/** A text of which a code is said, and one of which it is not. */
export interface DiagnosticExample {
  /** What it means for a reader. */
  readonly what: string
  /** Section of the specification. */
  readonly spec: string
  readonly text: readonly string[]
  readonly facts?: ArchiveFacts
  readonly silent: readonly string[]
  readonly silentFacts?: ArchiveFacts
}

const folder = join(import.meta.dirname, '../test/cable/diagnostics')

/** The examples by code. */
export function diagnosticExamples(): ReadonlyMap<string, DiagnosticExample> {
  const names = readdirSync(folder).sort()
  return new Map(
    names.map((name) => {
      const example = JSON.parse(readFileSync(join(folder, name), 'utf8')) as DiagnosticExample
      return [name.replace(/\.json$/, ''), example]
    }),
  )
}

/** The page as it must be: a test compares it with the one in the repository. */
export function diagnosticsPage(): string {
  const examples = diagnosticExamples()
  const entries = Object.entries({ ...telegramDiagnostics, ...cableDiagnostics }).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  )
  const rows = entries.map(([code, { severity, sentence }]) => {
    const name = examples.has(code) ? `[\`${code}\`](#${code.toLowerCase()})` : `\`${code}\``
    return `| ${name} | ${severity} | ${sentence} |`
  })
  const sections = entries.map(([code, entry]) => section(code, entry.severity, examples.get(code)))
  return `# Diagnostics

What reading a cable may complain about. A diagnostic never stops anything: the cable is read as far
as it can be, and the complaint stands in its record with a code, a severity, a sentence and the
place in the source. Words in braces are filled in. An error means that something is surely wrong,
a warning that it probably is, an information that something was decided which could be decided
otherwise. \`chancery lint PATH…\` prints them for your own files.

This page is generated: \`node tools/generate-diagnostics.ts\`.

| code | severity | sentence |
|---|---|---|
${rows.join('\n')}

${sections.join('\n')}`
}

function section(code: string, severity: string, example: DiagnosticExample | undefined): string {
  if (example === undefined) return `## ${code}\n`
  const { what, spec, text, facts, silent, silentFacts } = example
  const place = `${severity[0]?.toUpperCase()}${severity.slice(1)}, specification ${spec}.`
  return `## ${code}

${what} ${place}

Said of:

\`\`\`text
${shown(code, text.join('\n'), facts)}
\`\`\`

Not said of:

\`\`\`text
${instead(text, silent, silentFacts)}
\`\`\`
`
}

/** The complaint as \`lint\` prints it, and what the archive said where that matters. */
function shown(code: string, text: string, facts: ArchiveFacts | undefined): string {
  const { diagnostics } = readCable(text, facts).record
  const found = diagnostics.find((each) => each.code === code)
  if (found === undefined) return text
  const { start, end, message } = found
  return [...told(facts), excerptOf(text, start, end), message].join('\n')
}

/** The lines that the other text has and the first has not; or what its archive says. */
function instead(
  text: readonly string[],
  silent: readonly string[],
  facts: ArchiveFacts | undefined,
): string {
  const before = new Set(text)
  const lines = silent.flatMap((line, index) =>
    before.has(line) ? [] : [`${String(index + 1).padStart(6)} | ${line}`],
  )
  const added = lines.length === 0 && told(facts).length === 0 ? ['the same text without it'] : []
  return [...told(facts), ...lines, ...added].join('\n')
}

function told(facts: ArchiveFacts | undefined): readonly string[] {
  return Object.entries(facts ?? {}).map(([name, value]) => `the archive says: ${name} ${value}`)
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '../docs/diagnostics.md'), diagnosticsPage())
}
