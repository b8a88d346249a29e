import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ended, runProgram } from '../running.ts'
import { type FaultPoint, faultPoints, timePoints, writingCalls } from './fault-point.ts'

/** Whether `strace` is there and may watch a process; it is what makes a fault happen exactly then. */
export function hasStrace(): boolean {
  const { status } = spawnSync('strace', ['-f', '-o', '/dev/null', process.execPath, '--version'])
  return status === 0
}

/** The points at which a command is disturbed: at its calls where they can be seen, else in time. */
export async function pointsOf(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  points: number,
): Promise<readonly FaultPoint[]> {
  if (hasStrace()) return faultPoints(await countCalls(command, env), points)
  const started = performance.now()
  await runProgram(process.execPath, command, { env })
  return timePoints(performance.now() - started, points)
}

/** Runs a command undisturbed and counts the calls that its busiest thread made of each kind. */
async function countCalls(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-calls-'))
  try {
    const log = join(folder, 'log')
    await traced(['-e', `trace=${writingCalls.join(',')}`, '-o', log], command, env)
    return busiest(readFileSync(log, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs a command with a fault at one point. */
export function runWithFault(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  { call, nth, fault }: FaultPoint,
): Promise<Ended> {
  if (call === 'millisecond')
    return runProgram(process.execPath, command, { env, killAfterMs: nth })
  const what = fault === 'KILL' ? `signal=KILL:when=${nth}` : `error=${fault}:when=${nth}+`
  const trace = ['-e', `trace=${call}`, '-e', `inject=${call}:${what}`, '-o', '/dev/null']
  return traced(trace, command, env)
}

function traced(
  options: readonly string[],
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> {
  return runProgram('strace', ['-f', '-qq', ...options, process.execPath, ...command], { env })
}

/** `1234  pwrite64(17, "…"…, 4096, 8192) = 4096`: the thread, then the call. */
function busiest(log: string): ReadonlyMap<string, number> {
  const made = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const [, thread, call = ''] of log.matchAll(/^(\d+) +(\w+)\(/gm)) {
    const number = (made.get(`${thread} ${call}`) ?? 0) + 1
    made.set(`${thread} ${call}`, number)
    counts.set(call, Math.max(counts.get(call) ?? 0, number))
  }
  return counts
}
