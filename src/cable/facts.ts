import type { Cable, SourceFacts } from './record.ts'

/**
 * What the archive around a text says about it: the cells of a page's table, the columns of a row.
 * Everything is as printed there; `toCable` weighs it against the text.
 */
export interface ArchiveFacts {
  /** Published id, maybe damaged: `08HANOI905`. */
  readonly id?: string
  /** `2005-05-19 09:59`, ISO, or `5/19/2005 9:59`. */
  readonly created?: string
  readonly released?: string
  readonly classification?: string
  readonly origin?: string
  /** Title as the page gives it, often cut. */
  readonly title?: string
  /** Four digits, where nothing but the year is known. */
  readonly year?: number
  readonly tags?: readonly string[]
  readonly references?: readonly string[]
  readonly media?: readonly string[]
  readonly collection?: string
  readonly source?: SourceFacts
  /** Day of drafting (`04 MAR 1974`), where no day of sending is known. */
  readonly drafted?: string
  /** Sender and addressees, where the text has no transmission header: `AMEMBASSY LOME`. */
  readonly from?: string
  readonly to?: readonly string[]
  readonly info?: readonly string[]
  /** Who signed, where the source itself marks it. */
  readonly signature?: readonly string[]
  /** Handling the archive names beside the text: `Exdis`, `SIPDIS`. */
  readonly captions?: readonly string[]
  /** `Immediate`, `PRIORITY`. */
  readonly precedence?: string
  /** What became of the classification, in the archive's words. */
  readonly status?: StatusFacts
  /** How much of the text is held, where the archive itself says so: `index-only`, `lost`. */
  readonly textState?: Cable['text']
  /** Characters of the text that had been decoded wrongly and were put right. */
  readonly repairedCharacters?: number
}

/** Classification at first and now, and who lifted it when; as printed. */
export interface StatusFacts {
  readonly original?: string
  readonly current?: string
  /** Day of declassification. */
  readonly declassified?: string
  readonly declassifiedBy?: string
}
