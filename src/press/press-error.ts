/** Why an edition was not written. */
export type PressFault =
  | 'EDITION_UNWRITABLE' // the disk or its rights are in the way
  | 'EDITION_MEMORY' //     a cable needs more memory than there is for one

/** An edition that could not be written for a reason that a person can mend. */
export class PressError extends Error {
  readonly code: PressFault

  constructor(code: PressFault, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'PressError'
    this.code = code
  }
}

/** What a system says where a disk or its rights are in the way. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'its folder may not be written',
  EPERM: 'its folder may not be written',
  EIO: 'the disk reports an error',
  EEXIST: 'a file stands where its folder has to be',
  ENOTDIR: 'a file stands where its folder has to be',
  EMFILE: 'too many files are open',
}

/** An error of the system as a sentence, where it comes from the disk; other errors as they are. */
export function asPressError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const reason = reasons[String(error.code)]
  if (reason === undefined) return error
  return new PressError(
    'EDITION_UNWRITABLE',
    `The edition cannot be written in ${folder}: ${reason}. The one before stays as it is; ` +
      'mend that and build again.',
    { cause: error },
  )
}
