import { overLimit } from './archive-error.ts'
import { type ArchiveLimits, archiveLimits } from './archive-limits.ts'

/** What one archive given has used up, and what it may still use. */
export interface ArchiveBudget {
  readonly limits: ArchiveLimits
  /** Bytes of the outermost file read so far. */
  readonly bytesRead: () => number
  /** Bytes that went through any packing so far: it grows while there is progress. */
  readonly work: () => number
  /** Counts bytes of the outermost file. */
  readonly read: (bytes: number) => void
  /** Counts one entry; throws past the limit. */
  readonly entry: () => void
  /** A measure of one packed stream, or of all entries of one zip. */
  readonly packing: () => PackingMeter
}

/** Measures one packing while it is undone. */
export interface PackingMeter {
  readonly packed: (bytes: number) => void
  /** Throws where more came out than an honest packing gives. */
  readonly unpacked: (bytes: number) => void
}

/**
 * Starts an empty account for one archive.
 *
 * A packing may give 100 bytes for each byte taken. 64 MiB more are free, once for all packings
 * together and, for each packing, at any stretch of it: a bomb behind a long honest dump is met
 * as early as one that stands alone.
 */
export function archiveBudget(limits: ArchiveLimits = archiveLimits): ArchiveBudget {
  const { ratioMax, ratioFreeBytes, unpackedBytesMax, entriesMax } = limits
  let read = 0
  let entries = 0
  let unpackedInAll = 0
  let packedInAll = 0
  return {
    limits,
    bytesRead: () => read,
    work: () => read + packedInAll + unpackedInAll + entries,
    read: (bytes) => {
      read += bytes
    },
    entry: () => {
      entries += 1
      if (entries > entriesMax) throw overLimit('entriesMax', limits)
    },
    packing: () => {
      let free = ratioFreeBytes
      return {
        packed: (bytes) => {
          packedInAll += bytes
          free = Math.min(ratioFreeBytes, free + bytes * ratioMax)
        },
        unpacked: (bytes) => {
          unpackedInAll += bytes
          free -= bytes
          if (unpackedInAll > unpackedBytesMax) throw overLimit('unpackedBytesMax', limits)
          if (free < 0 || unpackedInAll > ratioFreeBytes + read * ratioMax) {
            throw overLimit('ratioMax', limits)
          }
        },
      }
    },
  }
}
