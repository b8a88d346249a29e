import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** Calls that say what reached the disk. */
export const diskCalls = 'pwrite64,pwritev,write,writev,ftruncate,fsync,fdatasync,rename'

/**
 * Takes from an archive what a power cut takes: of each file that was written to and not flushed, the
 * unflushed part. `log` is what `strace -f -y -s 0` saw of `diskCalls` until the end.
 *
 * A WAL loses the frames behind its last flush, the first of them torn; any other file of SQLite is
 * only written once its WAL is flushed, and so has nothing to lose but a cache; everything else is
 * left empty. Shared memory is gone.
 */
export function cutPower(archive: string, log: string): void {
  for (const [file, from] of unflushed(log)) {
    if (!file.startsWith(archive) || !existsSync(file)) continue
    if (file.endsWith('-wal')) tear(file, from)
    else if (file.endsWith('readings.sqlite')) tear(file, from)
    else if (!file.endsWith('.sqlite')) truncateSync(file)
  }
  for (const name of readdirSync(archive, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('-shm')) rmSync(join(archive, name))
  }
}

/** Files with writes that no flush followed, and the lowest place that was written. */
function unflushed(log: string): ReadonlyMap<string, number> {
  const dirty = new Map<string, number>()
  const flushing = new Map<string, string>()
  for (const line of log.split('\n')) {
    const resumed = /^(\d+) +<\.\.\. f(?:data)?sync resumed>.*= 0$/.exec(line)
    if (resumed) dirty.delete(flushing.get(resumed[1] ?? '') ?? '')
    const renamed = /^\d+ +rename\("([^"]+)", "([^"]+)"\) += 0$/.exec(line)
    if (renamed) rename(dirty, renamed[1] ?? '', renamed[2] ?? '')
    const call = /^(\d+) +(\w+)\(\d+<([^>]+)>(?:.*, (\d+)(?:\)| <unfinished))?/.exec(line)
    if (!call) continue
    const [, thread = '', name = '', file = '', place] = call
    if (name.endsWith('sync')) {
      if (line.endsWith('= 0')) dirty.delete(file)
      else flushing.set(thread, file)
    } else {
      const from = name === 'pwrite64' ? Number(place ?? 0) : 0
      dirty.set(file, Math.min(dirty.get(file) ?? from, from))
    }
  }
  return dirty
}

/** What was not flushed under its old name is not under its new one, nor in a folder with a new one. */
function rename(dirty: Map<string, number>, from: string, to: string): void {
  for (const [file, place] of [...dirty]) {
    if (file !== from && !file.startsWith(`${from}/`)) continue
    dirty.delete(file)
    dirty.set(to + file.slice(from.length), place)
  }
}

/** Cuts a file off, in the middle of what stands behind a place, and writes garbage before the cut. */
function tear(file: string, from: number): void {
  const { size } = statSync(file)
  if (size <= from) return
  const middle = Math.floor((from + size) / 2)
  truncateSync(file, middle)
  const open = openSync(file, 'r+')
  writeSync(
    open,
    Buffer.alloc(Math.min(512, middle - from), 0xa5),
    0,
    undefined,
    Math.max(from, middle - 512),
  )
  closeSync(open)
}
