import { isItemAt, isItemList } from './reference-shape.ts'

/** `A. REF LOME 5`: no label, but the first item says what it is. */
const firstItem = /^A[.)] ?REFS? [A-Z0-9]/
/** `A. 07 LOME 5`, `(A) STATE 12345`: the first item of a list without a label. */
const firstLetter = /^(?:-\s{0,6})?(?:A[.):]|\(A\)|\[A\]) ?/
/** `06 LOME 88`, `STATE 12345`, `LOME 000088`: nothing else in the head of a telegram looks so. */
const clearItem = /^\s*(?:'?\d{2,4} ?[A-Z]|(?:SEC)?STATE \d|[A-Z][A-Z' .-]{2,30} \d{4,6}\b)/
/** Longest text that may be nothing but a list of references, UTF-16 code units. */
const textCharactersMax = 2000
/** Longest line of such a list inside a head. */
const lineCharactersMax = 160

/**
 * True where a line opens a list of references that carries no label (specification 2.13, wild 7):
 * its first letter, a whole text of nothing else, or a line of them below a subject and a blank.
 */
export function opensBareList(
  words: string,
  around: {
    /** The first line with words. */
    readonly isFirst: boolean
    readonly isBlankBefore: boolean
    /** A subject or TAGS stand above. */
    readonly hasFields: boolean
  },
  rest: () => string,
): boolean {
  const head = words.slice(0, 400).trim()
  const { isFirst, hasFields } = around
  if (!isFirst && !hasFields) return firstItem.test(head)
  const code = head.charCodeAt(0)
  // `(`, `'`, `-`, a digit, a capital or `[`
  const fits = code === 40 || code === 39 || code === 45 || (code >= 48 && code <= 91)
  if (!fits) return false
  if (firstItem.test(head)) return true
  const letter = firstLetter.exec(head)?.[0]
  if (letter !== undefined) return isItemAt(head, letter.length)
  if (!/\d/.test(head)) return false
  if (isFirst) {
    const text = rest()
    return text.length <= textCharactersMax && isItemList(text)
  }
  if (!around.isBlankBefore || words.length > lineCharactersMax) return false
  return clearItem.test(head) && isItemList(head)
}
