import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Ended, runProgram } from '../running.ts'
import {
  type CallCount,
  type FaultPoint,
  faultPoints,
  timePoints,
  writingCalls,
} from './fault-point.ts'
import { cutPower, diskCalls } from './power-cut.ts'
import type { Scene } from './scene.ts'

/** Whether `strace` is there and may watch a process; it is what makes a fault happen exactly then. */
export function hasStrace(): boolean {
  const { status } = spawnSync('strace', ['-f', '-o', '/dev/null', process.execPath, '--version'])
  return status === 0
}

/** The points at which a command is disturbed: at its calls where they can be seen, else in time. */
export async function pointsOf(
  scene: Scene,
  archive: string,
  env: NodeJS.ProcessEnv,
  points: number,
): Promise<readonly FaultPoint[]> {
  const command = scene.command(archive)
  if (hasStrace()) return faultPoints(await countCalls(scene, archive, env), points)
  const started = performance.now()
  await runProgram(process.execPath, command, { env })
  return timePoints(performance.now() - started, points)
}

/** Where the vault's readers read, within an archive. */
const vaultFile = 'vault/vault.sqlite'

/** Runs a command undisturbed and counts the calls that its busiest thread made of each kind. */
async function countCalls(
  scene: Scene,
  archive: string,
  env: NodeJS.ProcessEnv,
): Promise<readonly CallCount[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-calls-'))
  try {
    const log = join(folder, 'log')
    const trace = `trace=${writingCalls.join(',')},pread64,read`
    await traced(['-y', '-e', trace, '-o', log], scene.command(archive), env)
    const lines = readFileSync(log, 'utf8')
    const all = [...busiest(lines)].map(([call, made]) => ({ call, made }))
    const reads = {
      call: 'pread64',
      file: vaultFile,
      faults: ['EIO'] as const,
      made: busiest(lines, join(archive, vaultFile)).get('pread64') ?? 0,
    }
    // Of a child's calls those on the file that it alone reads: killed there, it dies alone.
    const file = scene.readByChild
    const made = file === undefined ? 0 : (busiest(lines, file).get('pread64') ?? 0)
    const childReads =
      file === undefined ? [] : [{ call: 'pread64', file, faults: ['KILL'] as const, made }]
    const writes = all.filter(({ call }) => call !== 'pread64' && call !== 'read')
    return [...writes, reads, ...childReads].filter((count) => count.made > 0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs the command of a scene with a fault at one point. */
export async function runWithFault(
  scene: Scene,
  archive: string,
  env: NodeJS.ProcessEnv,
  { call, nth, fault, file }: FaultPoint,
): Promise<Ended> {
  const command = scene.command(archive)
  if (call === 'millisecond')
    return runProgram(process.execPath, command, { env, killAfterMs: nth })
  const signal = fault === 'POWER' ? 'KILL' : fault
  const isError = fault === 'ENOSPC' || fault === 'EIO'
  const what = isError ? `error=${fault}:when=${nth}+` : `signal=${signal}:when=${nth}`
  const inject = ['-e', `inject=${call}:${what}`]
  const only = file === undefined ? [] : ['-P', resolve(archive, file)]
  if (fault !== 'POWER') {
    return traced(['-e', `trace=${call}`, ...inject, ...only, '-o', '/dev/null'], command, env)
  }
  const folder = mkdtempSync(join(tmpdir(), 'chancery-power-'))
  try {
    const log = join(folder, 'log')
    const trace = ['-y', '-s', '0', '-e', `trace=${diskCalls},${call}`]
    const ended = await traced([...trace, ...inject, '-o', log], command, env)
    if (ended.code === null) cutPower(archive, readFileSync(log, 'utf8'))
    return ended
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function traced(
  options: readonly string[],
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> {
  // Watching the chosen calls alone is faster, and gives no signal at them.
  const fast = options.some((option) => option.includes('signal=')) ? [] : ['--seccomp-bpf']
  const all = ['-f', ...fast, '-qq', ...options, process.execPath, ...command]
  return runProgram('strace', all, { env })
}

/** `1234  pwrite64(17</a/vault.sqlite>, "…"…, 4096, 8192) = 4096`: the thread, then the call. */
function busiest(log: string, file?: string): ReadonlyMap<string, number> {
  const made = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const [, thread, call = '', path] of log.matchAll(/^(\d+) +(\w+)\((?:\d+<([^>\n]*)>)?/gm)) {
    if (file !== undefined && path !== file) continue
    const number = (made.get(`${thread} ${call}`) ?? 0) + 1
    made.set(`${thread} ${call}`, number)
    counts.set(call, Math.max(counts.get(call) ?? 0, number))
  }
  return counts
}
