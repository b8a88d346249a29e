import { report, type Source } from './source.ts'

/** What is noise only where it comes more than once. */
const few = 3
/** Signs inside words are noise from here on: a line fault puts one in every few words. */
const many = 6

/**
 * Says where a text is garbled; nothing is corrected (specification 2.19).
 *
 *     LomeQs port, QThe Gold RuleQ      an apostrophe or a quote came through as Q
 *     the sas%t be!n iT                 letters replaced on the line
 *     ministerâ€™s                      read in another encoding than it was written in
 *     NEW DELHI 420Q QA"z_1in on        binary noise
 */
export function checkGarbles(source: Source): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = /[\u0000-\u0008\u000e-\u001f\u007f]|\ufffd(?!\d)/g
  say(source, 'control characters or replacement marks', offsets(source.text, control), 1)
  say(source, 'Q for an apostrophe or a quote', placesOf(source.plain, 'Q', isQuote), few)
  const signs = [
    ...placesOf(source.plain, '%', isInWord),
    ...placesOf(source.plain, '!', isInWord),
    ...placesOf(source.plain, '#', isInWord),
  ]
  say(source, 'signs inside words', signs, many)
  say(source, 'letters of another encoding', placesOf(source.plain, '\u00e2\u20ac'), 1)
  say(source, 'binary noise', placesOf(source.plain, '"z_'), 1)
}

function say(source: Source, kind: string, places: readonly number[], min: number): void {
  const at = places[0]
  if (at === undefined || places.length < min) return
  report(source, 'GARBLE_SUSPECT', at, at + 1, { kind, count: places.length })
}

function offsets(text: string, pattern: RegExp): number[] {
  const found: number[] = []
  // Numbers alone are kept: a text of nothing but such signs has millions.
  for (const { index } of text.matchAll(pattern)) found.push(index)
  return found
}

function placesOf(
  text: string,
  sign: string,
  isNoise: (before: string, after: string) => boolean = () => true,
): number[] {
  const found: number[] = []
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1))
    if (isNoise(text.charAt(at - 1), text.slice(at + 1, at + 3))) found.push(at)
  return found
}

/** `LomeQs`, `QThe`, `RuleQ`; not `Iraq`, `QATAR`, `al-Qaida`. */
function isQuote(before: string, after: string): boolean {
  if (/[a-z.,?!]/.test(before)) return /^(?:[std](?![a-z])|ll|re|ve|[\s,.)])/.test(after)
  return /[\s(]/.test(before) && /^[A-Z][a-z]/.test(after)
}

function isInWord(before: string, after: string): boolean {
  return /[A-Za-z]/.test(before) && /^[a-z]/.test(after)
}
