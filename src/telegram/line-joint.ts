/** From this slack on a line was ended on purpose even behind a word that wants more. */
const slackMax = 40
/** … and in a text of capitals, where a sentence that goes on cannot be told by its letter. */
const slackOfCapitals = 20

const wanting =
  'of the a an and or to in on for with by from at that as than is are was were be been has have had its his her their our this these which who whose not but between into under over about against will would per during'
/** Words that want another one behind them, small or in a text of capitals. */
const wantingWord = new RegExp(`(?:^|\\s)(?:${wanting.split(' ').join('|')})$`)
const wantingCapitals = new RegExp(
  `(?:^|\\s)(?:${wanting.toUpperCase().replace('A AN ', 'AN ').split(' ').join('|')})$`,
)
/** `Tier`, `see paragraph`, `ext.`, `No.`: a number follows. */
const wantingNumber =
  /(?:^|\s)(?:Tier|[Aa]rticles?|[Pp]aragraphs?|[Pp]aras?|[Ss]ections?|ext\.|No\.|Nos\.|January|February|March|April|June|July|August|September|October|November|December)$/
/** The other half of `15 to 17␤August 2006`. */
const month =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

/** The last word of a line cannot be the last of its text: `… the Minister of`, `SECOND WOMAN WAS`. */
export function wantsMore(words: string): boolean {
  const end = words.slice(-24)
  return (
    wantingWord.test(end) ||
    wantingNumber.test(end) ||
    wantingCapitals.test(end) ||
    / [-\u2010\u2013]$/.test(end)
  )
}

/** Capitals only, at least some of them. */
export function isCapitals(words: string): boolean {
  return !/[a-z]/.test(words) && /[A-Z]{3}/.test(words)
}

/**
 * Whether a line that had room for the next word was ended on purpose (specification 4.3); `slack`
 * is that room. Never before a small letter.
 */
export function endsOnPurpose(before: string, after: string, slack: number): boolean {
  if (beginsSmall(after) || endsInHyphen(before) || before.endsWith('/')) return false
  if (slack < slackMax && wantsMore(before)) return false
  if (/\d$/.test(before) && month.test(after)) return false
  const capitals = isCapitals(before) && isCapitals(after)
  return !capitals || slack >= slackOfCapitals || /[.?!:;"\u201d)\]\d]$/.test(before)
}

function beginsSmall(words: string): boolean {
  const code = words.charCodeAt(0)
  return code >= 0x61 && code <= 0x7a
}

/** A real hyphen at a line end stays and takes no blank; a dash does (`seekers --`). */
export function joinWords(before: string, after: string): '' | ' ' {
  if (isInsideAddress(before, after)) return ''
  // `2-␤and 3-year`: the hyphen stands for a word left out.
  if (endsInHyphen(before))
    return /^[A-Za-z0-9]/.test(after) && !/^(?:and|or|to)\b/.test(after) ? '' : ' '
  return /[A-Za-z0-9]\/$/.test(before.slice(-2)) && /^[A-Za-z0-9]/.test(after) ? '' : ' '
}

/** `asylum-`, with the short hyphen U+2010 too. */
export function endsInHyphen(words: string): boolean {
  return /[A-Za-z0-9][-\u2010]$/.test(words.slice(-2))
}

/** `http://www.example.org/`, `roe@state.` at a line end go on without a blank. */
function isInsideAddress(before: string, after: string): boolean {
  const start = before.lastIndexOf(' ') + 1
  const first = before.charCodeAt(start) | 0x20
  const mayBe = first === 0x68 || first === 0x77 || before.includes('@', start)
  if (!mayBe && !after.startsWith('@')) return false
  const last = before.slice(start)
  if (/^(?:https?:\/\/|www\.)\S{0,400}$/i.test(last))
    return /[/_?=&-]$/.test(last) || (last.endsWith('.') && /^[a-z]/.test(after))
  if (/^[\w.+-]{1,64}@(?:[\w-]{1,64}[.-])?$/.test(last)) return /^[a-z]/i.test(after)
  return after.startsWith('@') && /^[\w.+-]{1,64}$/.test(last)
}
