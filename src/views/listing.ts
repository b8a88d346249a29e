import type { ListSort } from './link.ts'

/** What a list shows of one cable. */
export interface ListedCable {
  readonly id: string
  readonly title: string
  readonly date?: string
  readonly released?: string
  readonly added?: string
  readonly post?: string
  readonly origin?: string
  readonly level?: string
  readonly controls: readonly string[]
  readonly tags: readonly string[]
  readonly partial: boolean
  readonly cites: readonly string[]
}

/** One page of a sorted list. */
export interface Listing {
  /** Path of the list without sort and page. */
  readonly base: string
  readonly sort: ListSort
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** Cables in the whole list. */
  readonly total: number
  readonly cables: readonly ListedCable[]
}

/** A link with how much is behind it. */
export interface Counted {
  readonly href: string
  readonly label: string
  readonly count: number
}

/** Cables in a year (or month), for the chart. */
export interface Bar {
  /** `2005` */
  readonly value: string
  readonly count: number
  readonly href?: string
}
