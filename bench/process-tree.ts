import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** What a run of the program cost, with all processes it started. */
export interface Run {
  readonly exit: number | null
  /** Seconds by the clock on the wall. */
  readonly wall: number
  /** Seconds in which a processor worked for it; undefined where the system does not tell. */
  readonly processor: number | undefined
  /** Most memory at one time, bytes: shared pages count once where the system tells them apart. */
  readonly memory: number | undefined
  /** Last line of its standard output. */
  readonly last: string
}

/** Looks at the processes this often, milliseconds. */
const lookMs = 250

/** Processor time is told in hundredths of a second by every Linux there is. */
const ticksASecond = 100

/** Runs a program and watches what it and its children take. */
export async function watchedRun(program: string, args: readonly string[]): Promise<Run> {
  const started = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let memory: number | undefined
  const processor = new Map<number, number>()
  const look = (): void => {
    let sum = 0
    for (const pid of treeOf(child)) {
      sum += memoryOf(pid) ?? 0
      processor.set(pid, secondsOf(pid) ?? processor.get(pid) ?? 0)
    }
    if (sum > 0) memory = Math.max(memory ?? 0, sum)
  }
  const timer = setInterval(look, lookMs)
  let last = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = line
  })
  const exit = await new Promise<number | null>((done, failed) => {
    child.on('error', failed)
    child.on('close', done)
  })
  clearInterval(timer)
  const spent = [...processor.values()].reduce((sum, seconds) => sum + seconds, 0)
  const wall = (performance.now() - started) / 1000
  return { exit, wall, processor: processor.size > 0 ? spent : undefined, memory, last }
}

function treeOf({ pid }: ChildProcess): readonly number[] {
  const found: number[] = []
  const open = pid === undefined ? [] : [pid]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next)
    open.push(...childrenOf(next))
  }
  return found
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      read(`/proc/${pid}/task/${task}/children`)
        .split(' ')
        .filter((name) => name !== '')
        .map(Number),
    )
  } catch {
    return []
  }
}

/** Proportional where there is a roll-up of the pages, else all that is resident. */
function memoryOf(pid: number): number | undefined {
  const proportional = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))
  const resident = proportional ?? /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))
  return resident ? Number(resident[1]) * 1024 : undefined
}

function secondsOf(pid: number): number | undefined {
  // 17 (node) S 1 …: the name may hold blanks, so fields are counted behind its bracket.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  const [user, system] = [fields[11], fields[12]]
  return user === undefined ? undefined : (Number(user) + Number(system)) / ticksASecond
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
