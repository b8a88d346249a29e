import type { BytesOptions } from '../read-bytes.ts'
import type { Standing } from '../read-stream.ts'
import type { SourceResult } from '../source.ts'
import { nothingUsable } from './archive-failure.ts'
import { readerStallMs } from './archive-limits.ts'
import { conversation, type Reader, startReader } from './reader-conversation.ts'

/** Reads archives in a process of its own. */
export interface ArchiveReader {
  /** The results of one archive; `bytes` where it has no path, for standard input. */
  read(
    at: Standing,
    options: BytesOptions,
    bytes?: AsyncIterable<Uint8Array>,
  ): AsyncIterable<SourceResult>
  close(): void
}

/** How the process is watched. */
export interface ArchiveReaderOptions {
  /** How long it may get no further, in milliseconds. */
  readonly stallMs?: number
  /** Told its number when one is started. */
  readonly onStart?: (pid: number) => void
}

/**
 * A reader of archives. Its process is started with the first archive and takes the next ones too;
 * where it dies, what it gave by then is kept, a failure says so, and the next archive has a new one.
 */
export function archiveReader(options: ArchiveReaderOptions = {}): ArchiveReader {
  let current: Reader | undefined
  const end = (): void => {
    current?.child.kill('SIGKILL')
    current = undefined
  }
  return {
    close: end,
    read: async function* (at, { format, collection }, bytes) {
      current ??= startReader(options.onStart)
      const question = {
        ask: 'read',
        at,
        options: {
          ...(format !== undefined && { format }),
          ...(collection !== undefined && { collection }),
        },
        ...(bytes === undefined && { path: at.file }),
      } as const
      const stallMs = options.stallMs ?? readerStallMs
      let isDone = false
      let isUsable = false
      try {
        for await (const answer of conversation(current, question, bytes, stallMs)) {
          if (answer === 'done') isDone = true
          else {
            // What is wrong with the archive itself says enough of why nothing came of it.
            isUsable ||= answer.item !== undefined || answer.failure.code.startsWith('ARCHIVE_')
            yield answer
          }
        }
      } finally {
        // One that died, that was left in the middle or that was fed a stream is of no more use.
        if (!isDone || bytes) end()
      }
      if (!isUsable) yield nothingUsable(at)
    },
  }
}
