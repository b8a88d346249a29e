import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diagnosticsPage } from '../../tools/generate-diagnostics.ts'

it('docs/diagnostics.md lists every code (else: node tools/generate-diagnostics.ts)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/diagnostics.md'), 'utf8')
  expect(page).toBe(diagnosticsPage())
})
