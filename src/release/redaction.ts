/**
 * A run of at least four letters X. Hands that mask names type them on any keyboard, so the
 * Cyrillic and the Greek letter count as well: `XXXXXXXXXXXX`, `ХХХХ`. Four, because `XXX` is thirty.
 */
const maskedRun = /[XxХхΧχ]{4,}/gu

/** A run of blacked-out characters: `█████`, `■■■`. */
const blackRun = /[\u2580-\u2593\u25a0]{2,}/gu

/** `[...]`, `[…]`, `[ . . . ]`. At most 40 characters are looked at. */
const bracketedDots = /\[ {0,10}[.\u2026][ .\u2026]{0,30}\]/gu

/** `[redacted]`, `[2 names withheld]`, `[EXCISED]`: a square bracket of at most 60 characters. */
const bracketedNote =
  /\[[^[\]\r\n]{0,40}?\b(?:redacted|excised|deleted|withheld|removed|sanitized|expunged)\b[^[\]\r\n]{0,20}\]/giu

/** `(text removed)`, `(name redacted)`; other round brackets say who was removed from office. */
const roundNote =
  /\((?:(?:names?|text|lines?|passages?|portions?|paragraphs?) )?(?:redacted|excised|deleted|withheld|removed)\)/giu

/** How much of a text is masked. */
export interface RedactionCount {
  /** Marks that stand for something taken out. */
  readonly marks: number
  /** Characters of those marks together: `XXXXXXXXXXXX` hides more than `XXXX`. */
  readonly characters: number
}

/** Counts the redaction marks of a text, in time linear in its length. */
export function countRedactions(text: string): RedactionCount {
  let marks = 0
  let characters = 0
  for (const pattern of [maskedRun, blackRun, bracketedDots, bracketedNote, roundNote]) {
    for (const [mark] of text.matchAll(pattern)) {
      marks += 1
      characters += mark.length
    }
  }
  return { marks, characters }
}
