import type { Row } from './row.ts'

/** From this length on a line of the authority may be cut inside a word (specification 2.14). */
const hardWrapCharacters = 66

/** A line as long as this was cut there, and not at a blank: no initial begins the next one. */
const lastColumn = 70

/** Words of this field, so that a cut inside one is seen: `for reas` / `ons 1.4`. */
const knownWords: ReadonlySet<string> = new Set([
  'reason',
  'reasons',
  'section',
  'classified',
  'declassify',
  'derived',
  'ambassador',
  'counselor',
  'consul',
  'general',
  'minister',
  'political',
  'economic',
  'deputy',
  'director',
  'mission',
  'chief',
  'charge',
  "d'affaires",
  'embassy',
  'officer',
  'secretary',
  'assistant',
  'acting',
  'office',
  'under',
  'authority',
  'executive',
  'order',
  'department',
  'state',
  'and',
  'for',
  'consular',
  'attache',
  'representative',
])
/** What may follow a name in small letters, so that it is not the rest of it: `Roe` / `for`. */
const wordsBehindName: ReadonlySet<string> = new Set(
  'for and of per under due based by in on at to as with reason reasons section citing a ai a.i de la van von del der bin al acting because pursuant derived both classified declassify e.o'.split(
    ' ',
  ),
)
/** Short words that end a line whole. */
const wholeWords = /^(?:a|an|and|as|at|by|de|for|from|i|in|is|la|no|of|on|or|per|the|to|van|with)$/i

/**
 * The joint between two lines of an authority, whose wrap at about 70 columns breaks words and
 * numbers without a hyphen.
 *
 *     … Pol Counselor Jane Roe for r      … REASON: 1
 *     eason 1.4 (b)                       .4 (b)
 */
export function joinHardWrap(before: Row, after: Row): '' | ' ' {
  const last = /(?<!\S)\S+$/.exec(before.words.slice(-40))?.[0] ?? ''
  const next = /^\S+/.exec(after.words.slice(0, 40))?.[0] ?? ''
  if (/^[.,:;)]/.test(next)) return ''
  // `Jane R` / `oe`, `1.4 (b) a` / `nd (d)`: no word ends so, however short the line.
  if (/^[A-Z]$/.test(last) && /^[a-z]{2}/.test(next) && !isBehindName(next)) return ''
  if (/^an?$/i.test(last) && /^n?d$/i.test(next)) return ''
  if (before.length < hardWrapCharacters || after.gap === 'blank') return ' '
  if (/\d[.,]$/.test(last) && /^[4-6]\b/.test(next)) return ''
  if (/\d$/.test(last) && /^\d/.test(next)) return ''
  const letters = (last + next).toLowerCase().replace(/[^a-z']/g, '')
  if (knownWords.has(letters) && !knownWords.has(last.toLowerCase())) return ''
  if (wholeWords.test(last) || !/^[a-z]/.test(next)) {
    if (capitalsCut(last, next)) return ''
    // `JANE RO` / `E FOR REASONS`; from the last column on `COUNSELOR JAN` / `E ROE FOR` as well
    const rest =
      /^[A-Z] (?:FOR|PER|UNDER|REASONS?)\b/.test(after.words) ||
      (before.length >= lastColumn && /^[A-Z] [A-Z]{2,}/.test(after.words))
    return rest && /^[A-Z]{2,}$/.test(last) ? '' : ' '
  }
  // `Jane Ro` / `e for reasons`: the rest of a name, no word of this field.
  return /^[A-Z][a-z]*$/.test(last) && !isBehindName(next) ? '' : ' '
}

function isBehindName(word: string): boolean {
  return wordsBehindName.has(word.toLowerCase().replace(/[^a-z.]|\.$/g, ''))
}

/** `JA` / `NE`: halves of a word in capitals, neither of them long. */
function capitalsCut(last: string, next: string): boolean {
  return /^[A-Z]{1,2}$/.test(last) && /^[A-Z]{2,}[,.]?$/.test(next) && !wholeWords.test(last)
}
