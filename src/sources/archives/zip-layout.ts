import type { ArchiveBudget } from './archive-budget.ts'
import { ArchiveError, overLimit } from './archive-error.ts'
import type { Store } from './store.ts'
import { type ZipDirectory, zipRecords } from './zip-directory.ts'
import { localBytes } from './zip-record.ts'

/**
 * Goes through the directory once before any entry is read: refuses a zip of which entries lie
 * over each other, as in bombs that use the same bytes for many entries.
 *
 * An entry takes its header, its name and its packed bytes at least.
 */
export async function checkLayout(
  store: Store,
  directory: ZipDirectory,
  { limits }: ArchiveBudget,
  level: number,
): Promise<void> {
  const starts: number[] = []
  const ends: number[] = []
  try {
    for await (const { offset, packedSize, name } of zipRecords(store, directory, level)) {
      starts.push(offset)
      ends.push(offset + localBytes + name.length + packedSize)
      if (starts.length > limits.entriesMax) throw overLimit('entriesMax', limits)
    }
  } catch (error) {
    // Damage of the directory is told where the reading comes to it.
    if (!(error instanceof ArchiveError) || error.code !== 'ARCHIVE_DAMAGED') throw error
  }
  const order = isRising(starts)
    ? undefined
    : Uint32Array.from(starts.keys()).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0))
  let end = 0
  for (let index = 0; index < starts.length; index++) {
    const at = order?.[index] ?? index
    if ((starts[at] ?? 0) < end) {
      const reason =
        'Entries of this zip lie over each other, as in made-up ones. If you trust it, unpack it and give the folder.'
      throw new ArchiveError('ARCHIVE_DAMAGED', reason, level)
    }
    end = ends[at] ?? 0
  }
}

function isRising(numbers: readonly number[]): boolean {
  for (let at = 1; at < numbers.length; at++) {
    if ((numbers[at] ?? 0) < (numbers[at - 1] ?? 0)) return false
  }
  return true
}
