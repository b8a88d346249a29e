import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, desk, root } from './chancery.ts'
import { ferry, sheep } from './telegrams.ts'

let here: Desk
const children: ChildProcess[] = []

beforeEach(() => {
  here = desk()
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  here.remove()
})

/** Starts `npm start` as npm does, and waits for its last lines. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv = here.env) {
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), ...args], {
    env: { ...env, INIT_CWD: here.folder },
    cwd: root,
  })
  children.push(child)
  const said = { out: '', err: '' }
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString('utf8')
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  await new Promise<void>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString('utf8')
      if (said.out.split('\n').length > 3) done()
    })
    child.on('close', () => done())
  })
  return { child, said, ended, address: /http:\S+/.exec(said.out)?.[0] ?? '' }
}

function withoutArchive(): NodeJS.ProcessEnv {
  const { CHANCERY_ARCHIVE: _, ...env } = here.env
  return env
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'reads a dump, serves it, and stops with %s',
  async (signal) => {
    here.file('dump/ferry.txt', ferry)
    here.file('dump/sheep.txt', sheep)
    here.file('dump/nothing.txt', '')
    const { child, said, ended, address } = await start(['dump'])
    const [first, second, third, ...rest] = said.out.split('\n')
    expect(first).toMatch(
      /^Read 2 cables at http:\/\/127\.0\.0\.1:\d+\/ · 1 set aside: bin\/chancery quarantine list --archive \S+$/,
    )
    expect(first).toContain(here.archive)
    expect(second).toBe('Only this computer can open it. Nothing was sent anywhere or released.')
    expect(third).toBe(`Your files are in ${here.archive}, not encrypted.`)
    expect(rest).toEqual([''])
    const page = await fetch(address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Chancery')
    child.kill(signal)
    expect(await ended).toBe(0)
    expect(said.err).not.toMatch(/\n\s+at |Error/)
  },
)

test('without an archive it shows the invented sample, apart from everything', async () => {
  const { child, said, ended, address } = await start([], withoutArchive())
  expect(said.out).toMatch(/^Read \d{2,} cables at /)
  expect(said.out).toContain(join('chancery', 'sample'))
  expect(await (await fetch(address)).text()).toContain('Invented example')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('twice in a row it shows the same, and adds nothing the second time', async () => {
  here.file('dump/ferry.txt', ferry)
  for (const dump of [[], ['dump']]) {
    const env = dump.length === 0 ? withoutArchive() : here.env
    const lines: string[] = []
    for (let round = 0; round < 2; round++) {
      const { child, said, ended } = await start(dump, env)
      lines.push(said.out.replace(/127\.0\.0\.1:\d+/, ''))
      if (round === 1) expect(said.err).toMatch(/^(\d+) items? in \d+ s: 0 new, \1 unchanged\.$/m)
      child.kill('SIGINT')
      expect(await ended).toBe(0)
    }
    expect(lines[1]).toBe(lines[0])
  }
})

test('too little disk for the dump is one line, and nothing is stored', async () => {
  here.file('dump/ferry.txt', ferry)
  const full = `import fs from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module'
    fs.statfs = async () => ({ bavail: 5, bsize: 1e6 }); syncBuiltinESMExports()`
  const preload = `--import=data:text/javascript,${encodeURIComponent(full)}`
  const { said, ended } = await start(['dump'], { ...here.env, NODE_OPTIONS: preload })
  expect(await ended).toBe(3)
  expect(said.out).toBe('')
  expect(said.err).toMatch(/^TOO_LITTLE_DISK: About \d+ MB are needed in \S+, 5 MB are free.*\n$/m)
  expect(existsSync(join(here.archive, 'vault'))).toBe(false)
})

test('with an archive of one’s own it shows that', async () => {
  const path = here.file('ferry.txt', ferry)
  expect((await here.run(['ingest', path])).code).toBe(0)
  const { child, said, ended } = await start([])
  expect(said.out).toMatch(/^Read 1 cable at /)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('a path that does not exist is one line, and nothing else is started', async () => {
  const { said, ended } = await start(['nowhere'])
  expect(await ended).toBe(1)
  expect(said.out).toBe('')
  expect(said.err.trim().split('\n')).toEqual([
    expect.stringMatching(/^NO_FILE: \S+nowhere does not exist/),
  ])
})

test('a taken port is said, and the next free one used', async () => {
  const blocker = createServer().listen(8080, '127.0.0.1')
  const blocked = await new Promise<boolean>((done) => {
    blocker.on('listening', () => done(true))
    // Somebody else has it already: as good.
    blocker.on('error', () => done(true))
  })
  expect(blocked).toBe(true)
  try {
    const path = here.file('ferry.txt', ferry)
    const { child, said, ended, address } = await start([path])
    expect(said.err).toMatch(/Port 8080 is taken/)
    expect(address).not.toContain(':8080/')
    expect((await fetch(address)).status).toBe(200)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  } finally {
    blocker.close()
  }
})
