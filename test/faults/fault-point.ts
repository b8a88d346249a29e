/** What befalls a command, and when. */
export interface FaultPoint {
  /** System call at which it happens: `pwrite64`, `fsync`, `rename` …; or `millisecond`, of the run. */
  readonly call: string
  /** The how many-th of them; calls are counted in each thread by itself. */
  readonly nth: number
  /** The process is killed (-9), or this call and all that follow it fail. */
  readonly fault: 'KILL' | 'ENOSPC' | 'EIO'
}

/** Calls that change what lies on the disk: between two of them nothing can go wrong. */
export const writingCalls: readonly string[] = [
  'pwrite64',
  'write',
  'fsync',
  'fdatasync',
  'ftruncate',
  'rename',
  'unlink',
  'mkdir',
  'openat',
]

/** Calls that a disk lets fail; a full one refuses writes, a broken one the flush. */
const failing: Readonly<Record<string, 'ENOSPC' | 'EIO'>> = {
  pwrite64: 'ENOSPC',
  fsync: 'EIO',
  fdatasync: 'EIO',
  rename: 'EIO',
}

/**
 * Points spread over a run in which each call was made so often: every call that is rare, of a
 * frequent one as many as there is room for.
 */
export function faultPoints(counts: ReadonlyMap<string, number>, points: number): FaultPoint[] {
  const wanted = [
    ...Array.from(counts, ([call, made]) => ({ call, made, fault: 'KILL' as const })),
    ...Array.from(counts, ([call, made]) => ({ call, made, fault: failing[call] })).filter(
      (each): each is { call: string; made: number; fault: 'ENOSPC' | 'EIO' } =>
        each.fault !== undefined,
    ),
  ].sort((a, b) => a.made - b.made)
  const chosen: FaultPoint[] = []
  for (const [index, { call, made, fault }] of wanted.entries()) {
    const room = Math.ceil((points - chosen.length) / (wanted.length - index))
    for (const nth of spread(made, room)) chosen.push({ call, nth, fault })
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
