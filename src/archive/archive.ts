import type { Catalogue, CatalogueEntry, EditionCable, Manifest } from '../edition/edition.ts'
import type { Answer } from '../query/answer.ts'
import type { Page } from '../query/question.ts'

/** One open edition: everything a reader may ask. Pin it for the length of a request. */
export interface Archive {
  readonly manifest: Manifest
  /** In the order of document numbers: (date, id), undated last. */
  readonly catalogue: Catalogue
  /** The cable of that canonical id, or undefined. */
  cable(id: string): Promise<EditionCable | undefined>
  /** Any spelling of a cable's name → the ids it may mean, held ones first. */
  resolve(spelling: string): Resolution
  search(q: string, page: Page): Promise<Answer>
  /** Ids of held cables that refer to this id, in catalogue order. */
  citedBy(id: string): readonly CatalogueEntry[]
  /** Entry by canonical id. */
  entry(id: string): CatalogueEntry | undefined
  close(): Promise<void>
}

export interface Resolution {
  /** The one held cable it means. */
  readonly id?: string
  readonly candidates: readonly string[]
  readonly repaired: boolean
  /** Public editions: it was public once and is withheld now. */
  readonly withdrawn: boolean
}
