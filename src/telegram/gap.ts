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
  return (
    !/[.?!:;"\u201d)\]*]$/.test(before.slice(-4).trimEnd()) &&
    before.length >= fullLineCharactersMin
  )
}

/** A line that was cut in mid-sentence is a full one; a shorter one is an item or a title. */
const fullLineCharactersMin = 45
