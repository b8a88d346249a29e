/** Why an archive cannot be read, in a word for programs. */
export type ArchiveFault =
  | 'ARCHIVE_MISSING' //     there is no such folder
  | 'EDITION_NONE' //        nothing was built for this audience yet
  | 'EDITION_UNREADABLE' //  what was built cannot be opened
  | 'AUDIENCE_WRONG' //      the folder holds an edition for somebody else

/** An archive that cannot be read as it stands: one sentence says what to do next. */
export class ArchiveError extends Error {
  readonly code: ArchiveFault

  constructor(code: ArchiveFault, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'ArchiveError'
    this.code = code
  }
}
