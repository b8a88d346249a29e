import { systemReason } from '../read-file.ts'
import type { Standing } from '../read-stream.ts'
import type { SourceFailure, SourceResult } from '../source.ts'
import { ArchiveError } from './archive-error.ts'

/** An archive of which nothing came. */
export function nothingUsable(at: Standing): SourceResult {
  const reason = 'The archive holds nothing that is a cable.'
  return { failure: { code: 'NOTHING_USABLE', reason, ...at } }
}

/** What ended a reading, as a failure; what is no fault of the archive or the disk is thrown on. */
export function archiveFailure(error: unknown, at: Standing): SourceFailure {
  if (error instanceof ArchiveError) {
    const { code, message, locator } = error
    return { code, reason: message, file: at.file, locator: locator ?? at.locator }
  }
  if (!(error instanceof Error) || !('syscall' in error)) throw error
  return { code: 'UNREADABLE', reason: `The file cannot be read: ${systemReason(error)}.`, ...at }
}
