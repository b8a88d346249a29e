/**
 * The gap rule (specification 4.4): is the text before and after a gap one paragraph?
 *
 *     Similarly, according to the institute, "we cannot
 *     (two empty lines, where a page line was)
 *     criticize the North directly
 *
 * Yes where the text before does not end a sentence, or the text after begins in lower case.
 */
export function goesOnAcrossGap(before: string, after: string): boolean {
  if (/^[a-z]/.test(after)) return true
  // `… FRIEND. END SUMMARY` needs no period; `ACTION REQUESTED: We` opens something new.
  if (closed.test(before.slice(-24)) || opening.test(after.slice(0, 40))) return false
  return (
    !/[.?!:;"\u201d)\]*]$/.test(before.slice(-4).trimEnd()) &&
    before.length >= fullLineCharactersMin
  )
}

/** A line that was cut in mid-sentence is a full one; a shorter one is an item or a title. */
const fullLineCharactersMin = 45

const closed = /\bend (?:of )?(?:summary|comment|note|text)$|[-=*]{3}$/i
const opening = /^[A-Z][A-Za-z]{2,16}(?: [A-Za-z]{1,16}){0,2}:\s/
