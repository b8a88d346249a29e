import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveBudget } from '../../../src/sources/archives/archive-budget.ts'
import { type ArchiveLimits, archiveLimits } from '../../../src/sources/archives/archive-limits.ts'
import { readArchive } from '../../../src/sources/archives/read-archive.ts'
import { scratchOn } from '../../../src/sources/archives/store.ts'
import type { SourceResult } from '../../../src/sources/source.ts'

/** Reads an archive in this process, in pieces of `step` bytes. */
export function results(
  bytes: Uint8Array,
  limits: Partial<ArchiveLimits> = {},
  step = 1_000,
): AsyncIterable<SourceResult> {
  const budget = archiveBudget({ ...archiveLimits, ...limits })
  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += step) {
      const piece = bytes.subarray(at, at + step)
      budget.read(piece.length)
      yield piece
    }
  }
  const at = { file: 'dump', locator: 'dump' }
  const scratch = scratchOn(scratchFile(), budget.limits)
  return readArchive(pieces(), { at, options: {}, budget, level: 1, scratch })
}

let scratchFd: number | undefined

/** A temporary file without a name, one for all. */
function scratchFile(): number {
  if (scratchFd !== undefined) return scratchFd
  const folder = mkdtempSync(join(tmpdir(), 'chancery-scratch-'))
  scratchFd = openSync(join(folder, 'scratch'), 'wx+')
  rmSync(folder, { recursive: true })
  return scratchFd
}

/** `LOCATOR FORMAT` or `LOCATOR CODE` of each result. */
export async function outcomes(
  bytes: Uint8Array,
  limits: Partial<ArchiveLimits> = {},
  step?: number,
): Promise<string[]> {
  const all = await Array.fromAsync(results(bytes, limits, step))
  return all.map(({ item, failure }) =>
    item ? `${item.locator} ${item.format}` : `${failure.locator} ${failure.code}`,
  )
}
