import type { SourceFacts } from './record.ts'

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
  /** Characters of the text that had been decoded wrongly and were put right. */
  readonly repairedCharacters?: number
}
