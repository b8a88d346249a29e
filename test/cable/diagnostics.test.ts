import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cableDiagnostics } from '../../src/cable/finding.ts'
import { readCable } from '../../src/cable/read.ts'
import { telegramDiagnostics } from '../../src/telegram/diagnostic.ts'
import {
  type DiagnosticExample,
  diagnosticExamples,
  diagnosticsPage,
} from '../../tools/generate-diagnostics.ts'

it('docs/diagnostics.md lists every code (else: node tools/generate-diagnostics.ts)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/diagnostics.md'), 'utf8')
  expect(page).toBe(diagnosticsPage())
})

const codes = Object.keys({ ...telegramDiagnostics, ...cableDiagnostics })
const found = (lines: readonly string[], facts: DiagnosticExample['facts']) =>
  readCable(lines.join('\n'), facts).record.diagnostics.map(({ code }) => code)

it('there is an example for each code and for nothing else', () => {
  const files = readdirSync(join(import.meta.dirname, 'diagnostics'))
  expect(files.map((name) => name.replace(/\.json$/, '')).sort((a, b) => (a < b ? -1 : 1))).toEqual(
    codes.sort((a, b) => (a < b ? -1 : 1)),
  )
})

describe('an example', () => {
  const examples = diagnosticExamples()
  it.each([...examples.keys()])('%s is said of its example and not of the other text', (code) => {
    const example = examples.get(code)
    if (example === undefined) throw new Error(`no example of ${code}`)
    expect(found(example.text, example.facts)).toContain(code)
    expect(found(example.silent, example.silentFacts)).not.toContain(code)
  })
})
