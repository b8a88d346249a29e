import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasStrace } from '../faults/strace.ts'
import { standsBelow } from '../press/archive-folder.ts'
import { runProgram } from '../running.ts'
import { type Desk, desk, root } from './chancery.ts'
import { ferry, sheep } from './telegrams.ts'

const program = join(root, 'dist/cli/chancery.js')

let here: Desk
beforeEach(async () => {
  here = desk()
  here.file('dump/ferry.txt', ferry)
  here.file('dump/sheep.txt', sheep)
  await run('ingest', '--no-build', '--collection', 'zenda', join(here.folder, 'dump'))
  await run('policy', 'zenda', 'all', '--reason', 'Invented')
})
afterEach(() => here.remove())

async function run(...args: readonly string[]): Promise<void> {
  const { code, err } = await here.run(args)
  expect({ args, code, err: code === 0 ? '' : err }).toEqual({ args, code: 0, err: '' })
}

function shelf(): { readonly current: string; readonly editions: readonly string[] } {
  const folder = join(here.archive, 'public')
  const current = readFileSync(join(folder, 'current'), 'utf8').trim()
  return { current, editions: readdirSync(join(folder, 'editions')) }
}

test.skipIf(!hasStrace())(
  'what a publication that was killed left behind does not lie on in public',
  async () => {
    await run('withhold', '06LOME9502', '--reason', 'PRIVACY')
    await run('publish', '--yes')
    const before = shelf()
    await run('restore', '06LOME9502')
    // The edition has its name by the first rename, and becomes current by the second.
    const inject = 'rename,renameat,renameat2:signal=SIGKILL:when=2'
    const strace = ['-f', '-qq', '-o', '/dev/null', '-e', `inject=${inject}`, process.execPath]
    await runProgram('strace', [...strace, program, 'publish', '--yes'], {
      env: { ...here.env, UV_THREADPOOL_SIZE: '1' },
    })
    expect(shelf()).toMatchObject({ current: before.current, editions: { length: 2 } })
    expect(standsBelow(join(here.archive, 'public'), 'marmalade')).toBe(true)
    await run('withhold', '06LOME9502', '--reason', 'PRIVACY')
    await run('publish', '--yes')
    expect(standsBelow(join(here.archive, 'public'), 'marmalade')).toBe(false)
    // It never was public: nobody is told that it was taken back.
    const { out } = await here.run(['stats', '--json'])
    expect(JSON.parse(out).editions.public).toMatchObject({ cables: 1, withdrawn: 0 })
  },
)

test('of two that write at once one goes on, and the other says who it is', async () => {
  const both = await Promise.all([
    here.run(['publish', '--yes', '--json']),
    here.run(['publish', '--yes', '--json']),
    here.run(['ingest', '--no-build', join(here.folder, 'dump')]),
    here.run(['build']),
  ])
  for (const { code, err } of both) {
    if (code !== 0)
      expect(err).toMatch(/^VAULT_LOCKED: "(publish|ingest|build)" \(process \d+, since /m)
    expect([0, 3]).toContain(code)
  }
  expect(both.some(({ code }) => code === 0)).toBe(true)
  await run('publish', '--yes')
  expect((await here.run(['verify'])).code).toBe(0)
})

test.skipIf(process.platform !== 'linux')(
  'a public server has no file of the vault open',
  async () => {
    await run('publish', '--yes')
    const child = spawn(process.execPath, [program, 'serve', '--public', '--port', '0'], {
      env: here.env,
    })
    const ended = new Promise((done) => child.on('close', done))
    try {
      const address = await new Promise<string>((done) => {
        child.stdout.on('data', (chunk: Buffer) => {
          const found = /http:\/\/\S+\//.exec(chunk.toString('utf8'))?.[0]
          if (found !== undefined) done(found)
        })
      })
      for (const path of ['', 'search?q=sheep', 'cable/06LOME9502', 'cable/06LOME9502/versions']) {
        await (await fetch(new URL(path, address))).text()
      }
      const descriptors = `/proc/${child.pid}/fd`
      const open = readdirSync(descriptors).flatMap((name) => {
        try {
          return readlinkSync(join(descriptors, name))
        } catch {
          return []
        }
      })
      const ours = open.filter((path) => path.startsWith(here.archive))
      expect(ours.map((path) => basename(path))).toContain('manifest.json')
      const { current } = shelf()
      const edition = join(here.archive, 'public/editions', current)
      expect(ours.filter((path) => !path.startsWith(edition))).toEqual([])
      expect(readFileSync(`/proc/${child.pid}/maps`, 'utf8')).not.toContain(here.archive)
    } finally {
      child.kill('SIGINT')
      await ended
    }
  },
)
