/**
 * Writes `docs/diagnostics.md` from the tables of the parser and of the record.
 *
 *     node tools/generate-diagnostics.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cableDiagnostics } from '../src/cable/finding.ts'
import { telegramDiagnostics } from '../src/telegram/diagnostic.ts'

/** The page as it must be: a test compares it with the one in the repository. */
export function diagnosticsPage(): string {
  const rows = Object.entries({ ...telegramDiagnostics, ...cableDiagnostics })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity, sentence }]) => `| \`${code}\` | ${severity} | ${sentence} |`)
  return `# Diagnostics

What reading a cable may complain about. A diagnostic never stops anything: the cable is read as far
as it can be, and the complaint stands in its record with a code, a severity, a sentence and the
place in the source. Words in braces are filled in. An error means that something is surely wrong,
a warning that it probably is, an information that something was decided which could be decided
otherwise.

This page is generated: \`node tools/generate-diagnostics.ts\`.

| code | severity | sentence |
|---|---|---|
${rows.join('\n')}
`
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '../docs/diagnostics.md'), diagnosticsPage())
}
