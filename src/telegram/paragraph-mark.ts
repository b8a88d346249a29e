import { leaf } from './leaf.ts'
import type { Source } from './source.ts'
import type { Leaf } from './tree.ts'

/**
 * What the archive's pages put before `digits.` and `CAPITALS.` at the start of a line, and what
 * scrapes made of it (specification 5). It is never original text: false starts have it too.
 *
 *     ¶A. The first item      on October ¶15. It rained      ¶II. Status
 */
const strayMark = /(?:[\u00c2\u0622]?\u00b6|\[1\]\(#\))(?=\s{0,2}(?:\d{1,4}|[A-Z]{1,5})[.)])/g

/** The marks within a span of body text, as leaves. */
export function strayMarks(source: Source, start: number, end: number): Leaf[] {
  const words = source.plain.slice(start, end)
  if (!words.includes('\u00b6') && !words.includes('[1](#)')) return []
  return [...words.matchAll(strayMark)].map((mark) =>
    leaf(source, 'paragraphMark', start + mark.index, start + mark.index + mark[0].length),
  )
}
