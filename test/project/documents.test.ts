import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { cliPage } from '../../tools/generate-cli-page.ts'

const root = join(import.meta.dirname, '../..')

test('docs/cli.md is what the commands say: else run node tools/generate-cli-page.ts', () => {
  expect(readFileSync(join(root, 'docs/cli.md'), 'utf8')).toBe(cliPage())
})

test('every command has an example and takes --archive where it reads or writes one', () => {
  const page = cliPage()
  for (const command of program().commands) {
    const help = page.split(`## ${command.name()}\n`)[1] ?? ''
    expect(help, command.name()).toMatch(/\n {2}\$ (?:echo .* \| )?chancery /)
  }
})
