// Hands that mask names type the letter X on any keyboard: Latin, Cyrillic, Greek, full width, or
// the sign of multiplication.

/**
 * What a mask looks like, one expression a kind. Each looks at a bounded number of characters, so
 * that the search is linear.
 */
const kinds: readonly RegExp[] = [
  // `XXXXXXXXXXXX`, `ХХХХ` (Cyrillic), a line end within: four at least, because `XXX` is thirty.
  /[XxХхΧχＸｘ\u00d7]{4,}/gu,
  // `xxx said`
  /(?<![A-Za-z])xxx(?![A-Za-z])/gu,
  // `X X X X`
  /(?<![\p{L}\p{N}] ?)[XxХхΧχ](?: [XxХхΧχ]){3,60}(?![\p{L}\p{N}])/gu,
  // `█████`, `▓▓▓`; `■■■`, of which one alone is the sign before a list's item.
  /[\u2580-\u2593]+|[\u25a0\u25ae\u25fc]{2,}/gu,
  // `Mr. ____ said`, `Mr. ***`: on a line with words, since a line of its own is a rule.
  /(?<=[\p{L}\p{N},;:(.'"] ?)(?:_{3,80}|\*{3,80}|#{4,80})(?![_*#])/gu,
  /(?<![_*#])(?:_{3,80}|\*{3,80}|#{4,80})(?= ?[\p{L}\p{N},;:).])/gu,
  // `[...]`, `[…]`, `[ . . . ]`, `(...)`, `[      ]`
  /[[(] {0,10}[.\u2026][ .\u2026]{0,30}[\])]|\[ {3,60}\]/gu,
  // `[redacted]`, `[2 names withheld]`, `<text not declassified>`: at most 60 characters.
  /[[{<][^[\]{}<>\r\n]{0,40}?\b(?:redacted|excised|deleted|withheld|removed|sanitized|sanitised|expunged|omitted|masked|obscured|suppressed|blacked out|not declassified|not released)\b[^[\]{}<>\r\n]{0,20}[\]}>]/giu,
  // `[NAME]`, `<Name>`, `[source protected]`: what stood there instead of the words.
  /[[{<]_?(?:(?:full )?names?|source|identity|blank|private|personal data)(?: protected)?[\]}>]/giu,
  // `(text removed)`, `(name redacted)`; other round brackets say who was removed from office.
  /\((?:(?:names?|text|lines?|words?|passages?|portions?|paragraphs?|sources?) )?(?:redacted|excised|deleted|withheld|removed|omitted|masked|blacked out|not declassified)\)/giu,
  // `(b)(1)`, `b(7)(C)`: the exemptions of the Freedom of Information Act.
  /(?:\(b\)|\bb) ?\([1-9]\)(?: ?\([A-F]\))?/giu,
  // `NAME REDACTED`, without brackets and in capitals only.
  /\b(?:REDACTED|EXCISED)\b/gu,
]

/** `Mr. ... said`: dots between blanks may stand for something, or for a pause. */
const ellipsis = /(?<=\s)(?:\.{3,40}|\u2026)(?=\s)/gu

/** How much of a text is masked. */
export interface RedactionCount {
  /** Marks that stand for something taken out; letters that only blanks part are one. */
  readonly marks: number
  /** Characters of those marks together: `XXXXXXXXXXXX` hides more than `XXXX`. */
  readonly characters: number
  /** Dots between blanks, which may stand for something too. */
  readonly ellipses: number
}

/** From offset `start` up to, not including, `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Counts the redaction marks of a text, in time linear in its length but for a sort of the marks.
 *
 * What lies in a `repeated` stretch (a head or a paragraph that a copy holds twice) counts once,
 * where it stood first, and what a line end parts is one mark: else a text would seem to be masked
 * more because it is longer, or wrapped otherwise.
 */
export function countRedactions(text: string, repeated: readonly Stretch[] = []): RedactionCount {
  const isOnce = (at: number): boolean =>
    !repeated.some(({ start, end }) => at >= start && at < end)
  const found = redactions(text).filter(({ start }) => isOnce(start))
  const characters = found.reduce((sum, mark) => sum + lengthOf(text, mark), 0)
  const ellipses = [...text.matchAll(ellipsis)].filter(({ index }) => isOnce(index)).length
  return { marks: found.length, characters, ellipses }
}

/** Without the blanks of a line end within. */
function lengthOf(text: string, { start, end }: Stretch): number {
  return text.slice(start, end).replace(/\s+/g, '').length
}

/** The redaction marks of a text, in order; none overlaps another. */
export function redactions(text: string): readonly Stretch[] {
  const found = kinds
    .flatMap((kind) => [...text.matchAll(kind)])
    .map(({ 0: mark, index }): Stretch => ({ start: index, end: index + mark.length }))
    .sort((a, b) => a.start - b.start)
  const marks: Stretch[] = []
  for (const { start, end } of found) {
    const last = marks.at(-1)
    if (last !== undefined && (start <= last.end || isGap(text, last.end, start))) {
      marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    } else marks.push({ start, end })
  }
  return marks
}

/** Most blanks and line ends between two halves of one mark, UTF-16 code units. */
const gapMax = 8

/** `XXXXXXXX⏎XXXX`: a run of letters that goes on; two notes in brackets are two. */
function isGap(text: string, start: number, end: number): boolean {
  return end - start <= gapMax && /^[XxХхΧχ]\s+[XxХхΧχ]$/.test(text.slice(start - 1, end + 1))
}
