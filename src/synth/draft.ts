import type { LevelCode } from '../telegram/tree.ts'
import type { Numbered } from './series.ts'

/** Dialects that are invented (specification 1.1). */
export type InventedDialect = 'D0' | 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'DN'

/** Everything a telegram says, before it is laid out: the truth a reader must find again. */
export interface Draft {
  readonly dialect: InventedDialect
  readonly number: Numbered
  /** `2007-03-14T15:30Z` */
  readonly date: string
  readonly precedence: { readonly action: Prosign; readonly info: Prosign }
  readonly from: string
  readonly to: readonly Recipient[]
  readonly info: readonly Recipient[]
  readonly level: LevelCode
  readonly captions: readonly string[]
  /** `DEPT FOR AF/W` */
  readonly passing: readonly string[]
  readonly order: { readonly number: string; readonly value: string; readonly on?: string }
  readonly tags: readonly string[]
  readonly subject: string
  readonly references: readonly Cited[]
  readonly authority?: Authority
  readonly paragraphs: readonly DraftParagraph[]
  /** Requests to shield a source, and where they stand. */
  readonly protection: readonly { readonly printed: string; readonly paragraph: number }[]
  readonly signature: string
}

/** Precedence as it is sent: routine, priority, immediate. */
export type Prosign = 'R' | 'P' | 'O'

export interface Recipient {
  readonly name: string
  readonly routing: string
  readonly precedence?: 'PRIORITY' | 'IMMEDIATE'
  readonly mcn?: string
}

/** A cited cable, as printed and as meant. */
export interface Cited {
  readonly id: string
  readonly number: Numbered
  readonly printed: string
}

export interface Authority {
  readonly title: string
  readonly name: string
  readonly section: '1.4' | '1.5'
  readonly reasons: readonly string[]
}

export interface DraftParagraph {
  readonly number: number
  readonly portion?: string
  readonly heading?: string
  readonly kind?: 'summary' | 'comment'
  /** One line, without marks. */
  readonly text: string
  /** Lines of a list below it, without dashes. */
  readonly items?: readonly string[]
}

/** `07LOME77` */
export function idOf({ post, year, serial }: Numbered): string {
  return `${String(year % 100).padStart(2, '0')}${post}${serial}`
}
