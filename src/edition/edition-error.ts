/** What can be wrong with the bytes of an edition. */
export type EditionFault =
  | 'EDITION_MANIFEST' //     manifest.json is not what a manifest is
  | 'EDITION_VERSION' //      written by a newer program
  | 'EDITION_FILE_MISSING'
  | 'EDITION_LENGTH' //       a file or an answer is too short or too long
  | 'EDITION_HASH' //         bytes differ from what the manifest vouches for
  | 'EDITION_DATA' //         the bytes are as written, but do not decode

/** An edition that cannot be read as it stands: which file, where, and what to do. */
export class EditionError extends Error {
  readonly code: EditionFault
  /** Name in the edition's folder. */
  readonly file: string
  /** Byte offset in that file, where known. */
  readonly offset: number | undefined

  constructor(code: EditionFault, file: string, sentence: string, offset?: number) {
    super(sentence)
    this.name = 'EditionError'
    this.code = code
    this.file = file
    this.offset = offset
  }
}
