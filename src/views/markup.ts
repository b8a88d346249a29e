import type { HtmlEscapedString } from 'hono/utils/html'

/** What a component gives: text that is escaped already, or nothing. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString> | null
