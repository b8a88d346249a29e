import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runProgram } from '../running.ts'

const root = join(import.meta.dirname, '../..')
let checkout = ''

/** A registry that does not answer, and no copies of earlier downloads. */
function withoutNetwork(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(checkout, 'cache'),
    npm_config_fetch_retries: '0',
    npm_config_offline: 'false',
  }
}

/** Runs something in the process before its own modules are loaded. */
function preload(code: string): string[] {
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}

function setUp(options: readonly string[] = [], cwd = checkout, env = withoutNetwork()) {
  const args = [...options, join(cwd, 'tools', 'setup.mjs')]
  return runProgram(process.execPath, args, { cwd, env })
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'chancery-setup-'))
  for (const name of ['tools', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(checkout, name), { recursive: true })
  }
})

afterEach(() => rmSync(checkout, { recursive: true, force: true }))

test.each(['setup', 'start', 'test'] as const)(
  '%s: too old a Node is told in one line',
  async (program) => {
    const old = preload(`Object.defineProperty(process.versions, 'node', { value: '18.19.1' })`)
    const args = [...old, join(checkout, 'tools', `${program}.mjs`)]
    const { code, err } = await runProgram(process.execPath, args, { cwd: checkout })
    expect(code).toBe(1)
    expect(err).toMatch(/^Chancery cannot be set up with Node 18\.19\.1: install Node 20.*\n$/)
  },
)

test('too little disk is said before any work, with what is needed and what is free', async () => {
  const full = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
    fs.statfsSync = () => ({ bavail: 50, bsize: 1e6 }); syncBuiltinESMExports()`
  const { code, err } = await setUp(preload(full))
  expect(code).toBe(1)
  expect(err).toMatch(/^Too little disk space in \S+: \d{3} MB are needed, 50 MB are free\. .*\n$/)
})

test('no network at the first set-up is one line', async () => {
  const { code, err } = await setUp()
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/^Installing the packages/),
    expect.stringMatching(/^The packages .* npm registry cannot be reached\. Connect/),
  ])
})

test('no network when Node itself is missing is one line', async () => {
  const older = preload(`Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`)
  const { code, err } = await setUp(older)
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(
      /^Downloading Node 2\d\.\d+\.\d+ \(node-\S+, about \d+ MB, unpacked \d+ MB\)/,
    ),
    expect.stringMatching(/^Node 2\d\.\d+\.\d+ could not be downloaded: the npm registry/),
  ])
})

test('no network is named where npm itself gives no reason, as npm 10', async () => {
  const said = [
    'npm http fetch GET 200 http://127.0.0.1:9/hono 3ms (cache hit)',
    'npm http fetch GET http://127.0.0.1:9/parse5 attempt 1 failed with ECONNREFUSED',
    'npm error Exit handler never called!',
    'npm error This is an error with npm itself. Please report this error at:',
  ]
  const program = join(checkout, 'npm-cli.cjs')
  writeFileSync(program, `console.error(${JSON.stringify(said.join('\n'))}); process.exit(1)`)
  const { code, err } = await setUp([], checkout, { ...withoutNetwork(), npm_execpath: program })
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/^Installing the packages/),
    expect.stringMatching(/^The packages .* npm registry cannot be reached\. Connect/),
  ])
})

test('a failed npm ci is one line', async () => {
  writeFileSync(join(checkout, 'package-lock.json'), '{')
  const { code, err } = await setUp()
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toHaveLength(2)
  expect(err).toMatch(/could not be installed: .*npm ci/)
})

test('a second set-up needs no network', async () => {
  const { code, err } = await setUp([], root)
  expect(err).toMatch(/^Ready: /m)
  expect(err).not.toMatch(/Downloading|Installing/)
  expect(code).toBe(0)
})
