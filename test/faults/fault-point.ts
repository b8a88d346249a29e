/** What befalls a command, and when. */
export interface FaultPoint {
  /** System call at which it happens: `pwrite64`, `fsync`, `rename` …; or `millisecond`, of the run. */
  readonly call: string
  /** The how many-th of them; calls are counted in each thread by itself. */
  readonly nth: number
  readonly fault: Fault
  /** Only calls on this file count: absolute, or within the archive. */
  readonly file?: string
}

/**
 * `KILL`: the process is killed (-9). `POWER`: so it is, and what was not flushed to the disk by then
 * is lost. `TERM`, `INT`: it is asked to end. `ENOSPC`, `EIO`: this call and all that follow it fail.
 */
export type Fault = 'KILL' | 'POWER' | 'TERM' | 'INT' | 'ENOSPC' | 'EIO'

/** Calls that change what lies on the disk: between two of them nothing can go wrong. */
export const writingCalls: readonly string[] = [
  'pwrite64',
  'write',
  'fsync',
  'fdatasync',
  'ftruncate',
  'rename',
  'unlink',
  'rmdir',
  'mkdir',
  'openat',
]

/** What else may happen at a call: a full disk refuses writes, a broken one the flush. */
const others: Readonly<Record<string, readonly Fault[]>> = {
  pwrite64: ['ENOSPC', 'POWER'],
  write: ['INT', 'POWER'],
  fsync: ['EIO', 'POWER'],
  fdatasync: ['EIO', 'POWER'],
  rename: ['EIO', 'POWER'],
  openat: ['TERM'],
}

/** Calls of one kind that a run made. */
export interface CallCount {
  readonly call: string
  readonly file?: string
  /** What may happen at them, beside what may happen anywhere. */
  readonly faults?: readonly Fault[]
  readonly made: number
}

/**
 * Points spread over a run in which each call was made so often: every call that is rare, of a
 * frequent one as many as there is room for.
 */
export function faultPoints(counts: readonly CallCount[], points: number): FaultPoint[] {
  const wanted = counts
    .flatMap(({ call, made, file, faults = ['KILL', ...(others[call] ?? [])] }) =>
      faults.map((fault) => ({ call, made, fault, ...(file !== undefined && { file }) })),
    )
    .sort((a, b) => a.made - b.made)
  const chosen: FaultPoint[] = []
  for (const [index, { made, ...point }] of wanted.entries()) {
    const room = Math.ceil((points - chosen.length) / (wanted.length - index))
    for (const nth of spread(made, room)) chosen.push({ ...point, nth })
  }
  return chosen
}

/** Points spread over the time of a run: where calls cannot be counted. */
export function timePoints(runMs: number, points: number): FaultPoint[] {
  return spread(Math.ceil(runMs), points).map((nth) => ({
    call: 'millisecond',
    nth,
    fault: 'KILL',
  }))
}

/** `room` numbers from 1 to `made`, evenly; all of them where there is room for all. */
function spread(made: number, room: number): number[] {
  if (room <= 0) return []
  if (made <= room) return Array.from({ length: made }, (_, index) => index + 1)
  const step = made / room
  return Array.from({ length: room }, (_, index) => 1 + Math.floor(index * step + step / 2))
}
