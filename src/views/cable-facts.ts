import type { Cable, Reference } from '../cable/record.ts'
import type { ListedCable } from './listing.ts'

/** A cable and what the archive knows around it: all that a cable page shows. */
export interface CableFacts {
  readonly record: Cable
  /** The whole text as transmitted. */
  readonly text: string
  /** `Embassy Hanoi` */
  readonly postName?: string
  /** English name of the post's country. */
  readonly country?: string
  readonly references: readonly ReferenceFacts[]
  readonly citedBy: readonly ListedCable[]
  readonly neighbours: Neighbours
  /** Other documents under the same number: `08HANOI905~2`. */
  readonly twins: readonly ListedCable[]
  /** Day of the ingest. */
  readonly added?: string
  /** How many texts of it there are, where there are several: on a desk only. */
  readonly versions?: number
  /** Whether there are lists to link to, by kind of tag: every tag of a held cable has one. */
  readonly aliases: readonly string[]
}

/** An entry of the reference list, and whether the cable it names is in this archive. */
export interface ReferenceFacts {
  readonly reference: Reference
  readonly held?: ListedCable
  /** Cables of this archive that refer to it, this one included. */
  readonly citedBy: number
}

/** The cables from the same post and year just before and after, as far as they are held. */
export interface Neighbours {
  readonly before?: Neighbour
  readonly after?: Neighbour
}

/** A neighbour and how many numbers between are not in this archive. */
export interface Neighbour {
  readonly cable: ListedCable
  readonly missing: number
}
