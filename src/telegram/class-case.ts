import type { Identity } from './source.ts'

/**
 * True where the case of some words lets them open a classification line (specification 2.7).
 *
 * Mixed case (`S e c r e t lome 000077`) is a whole cable in lower case; `Secret talks in Lome
 * 2004` is prose. So lower-case words need letter-spacing, a serial with leading zeros, the
 * cable's own number, or a line without capitals that ends in a serial of five digits or more
 * (`unclas state 114230`). `head` holds the class words, with what stands before the station.
 */
export function isPlausibleCase(
  words: string,
  head: string,
  identity: Identity | undefined,
): boolean {
  if (head === head.toUpperCase()) return true
  if (/^\W*[A-Za-z] [a-z] /.test(head) || /\b0\d{3,5}\b/.test(words.slice(0, 90))) return true
  if (words.length >= 90) return false
  // `Unclassified tehran 7005`
  const own = identity && `${identity.station}${identity.serial}`
  if (
    own !== undefined &&
    words
      .replace(/[\s.'-]/g, '')
      .toUpperCase()
      .endsWith(own)
  )
    return true
  return words === words.toLowerCase() && /[a-z] \d{5,6}\s{0,3}$/.test(words)
}
