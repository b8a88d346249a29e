import type { Markup } from '../views/markup.ts'

/** What an address answers, before it is known whether a person or a program asks. */
export type Reply = PageReply | MovedReply | TextReply

/** A page and its JSON twin. */
export interface PageReply {
  readonly status: 200 | 300 | 400 | 404 | 410 | 500 | 503
  readonly page: () => Markup
  readonly json: () => unknown
}

/** The one address of what was asked for, for good. */
export interface MovedReply {
  readonly moved: string
}

/** Plain text. */
export interface TextReply {
  readonly text: string
}
