import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Ended, runProgram } from '../running.ts'
import { program } from './scene.ts'
import { faultsOf, holdingsOf, leftovers } from './verdict.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-disk-'))
const disk = join(folder, 'disk')
const archive = join(disk, 'archive')
const small = join(disk, 'small')

/** Cables of the dump, and lines of each that no compression makes smaller: some 30 MB. */
const cables = 2300
const lines = 200

/** Size of the disk, megabytes: more than a run asks for before it begins, less than it needs. */
const diskMegabytes = 22

/** A row of the full dump, with an ending of random letters. */
function csvRow(serial: number): string {
  const noise = randomBytes(lines * 48)
    .toString('base64')
    .replace(/.{64}/g, '$&\n')
  const text = `UNCLAS LOME ${serial}\n\nSUBJECT: EELS\n\n1. Eels came.\n\n2. ${noise}`
  return `"${serial}","3/4/2007 9:10","07LOME${serial}","Embassy Lome","UNCLASSIFIED","","FM AMEMBASSY LOME","${text}"\n`
}

function mount(megabytes: number, ...options: readonly string[]): boolean {
  mkdirSync(disk, { recursive: true })
  const size = ['-t', 'tmpfs', '-o', [`size=${megabytes}m`, ...options].join(','), 'tmpfs', disk]
  return spawnSync('mount', size).status === 0
}

/** Mounting needs its rights; calls that fail as on a full disk are injected in any case. */
const mayMount = mount(diskMegabytes)

function leave(): void {
  if (mayMount) spawnSync('umount', [disk])
  rmSync(folder, { recursive: true, force: true })
}

// Where every test is skipped, nothing is called after them.
if (mayMount) afterAll(leave)
else leave()

describe.skipIf(!mayMount)('a disk that is full (needs the right to mount one)', () => {
  const rows = Array.from({ length: cables }, (_, n) => csvRow(n + 1))
  const dump = Buffer.from(rows.join(''))
  const run = (args: readonly string[], input?: Buffer, into = archive): Promise<Ended> =>
    runProgram(process.execPath, [program, ...args, '--archive', into], {
      env: { ...process.env, HOME: folder },
      ...(input && { input }),
    })

  it('stops an ingest, which says so, loses nothing and goes on when there is room', async () => {
    const stopped = await run(['ingest', '--json', '--no-build', '-'], dump)
    expect([stopped.code, stopped.err]).toEqual([3, expect.stringMatching(/full|room/)])
    expect(stopped.err).not.toMatch(/^\s+at /m)
    expect(await faultsOf(archive)).toEqual([])

    expect(mount(200, 'remount')).toBe(true)
    const whole = await run(['ingest', '--json', '--no-build', '-'], dump)
    expect(whole.code, whole.err).toBe(0)
    expect(await holdingsOf(archive)).toMatchObject({ witnesses: cables, quarantined: 0 })
  }, 180_000)

  it('stops a build, which is made when there is room, and read when nothing may be written', async () => {
    const few = Buffer.from(rows.slice(0, 400).join(''))
    expect(await run(['ingest', '--no-build', '-'], few, small)).toMatchObject({ code: 0 })
    const { stdout } = spawnSync('df', ['--output=used', '-k', disk], { encoding: 'utf8' })
    const used = Math.ceil(Number(stdout.trim().split('\n').at(-1)) / 1024)
    expect(mount(used + 1, 'remount')).toBe(true)
    const stopped = await run(['build'], undefined, small)
    expect([stopped.code, stopped.err]).toEqual([3, expect.stringMatching(/full|room/)])
    expect(leftovers(small)).toEqual([])

    expect(mount(200, 'remount')).toBe(true)
    expect(await run(['build'], undefined, small)).toMatchObject({ code: 0 })
    expect(await faultsOf(small)).toEqual([])

    expect(mount(200, 'remount', 'ro')).toBe(true)
    const [stats, ledger] = [['stats'], ['ledger']].map((args) => run(args, undefined, small))
    expect((await stats)?.out).toContain('400 cables')
    expect(await ledger).toMatchObject({ code: 0, out: expect.stringContaining('400 new') })
    const refused = await run(['withhold', '07LOME1', '--reason', 'REVIEW'], undefined, small)
    expect(refused).toMatchObject({ code: 3, err: expect.stringMatching(/^[A-Z_]+: .*rights/) })
  })
})
