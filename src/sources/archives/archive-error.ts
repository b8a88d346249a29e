import type { ArchiveLimits } from './archive-limits.ts'

/** What ends the reading of an archive, or of one entry of it. */
export class ArchiveError extends Error {
  override readonly name: string = 'ArchiveError'
  readonly code: ArchiveErrorCode
  /** The archive that cannot be read on: 1 is the one given, 2 one inside it; 0 is all of them. */
  readonly level: number
  /** Where it happened, for people; set by the innermost archive that knows. */
  locator: string | undefined

  constructor(code: ArchiveErrorCode, message: string, level: number) {
    super(message)
    this.code = code
    this.level = level
  }
}

/** Names of what can be wrong with an archive. */
export type ArchiveErrorCode =
  | 'ARCHIVE_DAMAGED'
  | 'ARCHIVE_LIMIT'
  | 'ARCHIVE_TOO_DEEP'
  | 'ARCHIVE_UNSUPPORTED'
  | 'ARCHIVE_ENCRYPTED'

/** An archive that unpacks to too much, by one of its limits. */
export function overLimit(limit: keyof ArchiveLimits, limits: ArchiveLimits): ArchiveError {
  const reason = `${limitWords(limit, limits)}; what came before is kept. If you trust it, unpack it and give the folder.`
  return new ArchiveError('ARCHIVE_LIMIT', reason, 0)
}

function limitWords(limit: keyof ArchiveLimits, limits: ArchiveLimits): string {
  const value = limits[limit]
  switch (limit) {
    case 'unpackedBytesMax':
      return `The archive unpacks to more than ${mebibytes(value)}`
    case 'entriesMax':
      return `The archive has more than ${value} entries`
    case 'ratioMax':
    case 'ratioFreeBytes':
      return `The archive unpacks to more than ${limits.ratioMax} times its size, as made-up ones do`
    case 'spoolBytesMax':
      return `A zip or 7z that came inside another archive or by a pipe is larger than ${mebibytes(value)}`
    case 'nestingMax':
      return `Archives are opened ${value} deep, and this one lies deeper`
  }
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MiB`
}
