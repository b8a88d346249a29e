import { runningTextCharacters } from './body-line.ts'
import { readPortion } from './portion.ts'
import { isQuotationMark } from './title.ts'

/** `¶4. `, `[1](#)4. `, and `4. (`, `4 (`, `4, (` where a portion may follow, in running text. */
const numberSign =
  /(?<mark>[\u00c2\u0622]?\u00b6|\ufffd|\[1\]\(#\))?(?<![\d.,:/$-])(?<number>\d{1,3})(?<sign>\.{1,2}|[,)])?(?<gap> {0,2})(?<next>[("'A-Z\u201c])/g

/** What stands before a paragraph in running text: the end of a sentence, a rule. */
const endsBefore = /(?:[.?!:;"'\u201d)\]\-*=](?:\s{1,3}|(?<=[-=]{3}))|[a-z]\s?\u00b6?)$/
/** Stricter, for a bare number: `… it began. 2. They`. */
const sentenceBefore = /(?:[.?!"\u201d)\]]|[-=*]{3})\s{1,3}$/
/** `… see paragraph 6. (C)`: the number belongs to the word before. */
const wantsNumber =
  /\b(?:paragraphs?|paras?|points?|items?|sections?|articles?|refs?|reftel|cable|see|and|or|to|of|in|from|with|by|the)\s$/i

/** `Figures ------- ¶2. The cases`, at the start of a line of any length. */
const titledStart =
  /^\s{0,40}[^\s.][^.\n]{0,90}?\s{1,3}[-=*]{3,90}(?: [-=*]{1,90}){0,3}\s{1,3}(?=(?:\u00b6|\[1\]\(#\))?\d{1,3}\. )/

/** Longest title with its rules, UTF-16 code units. */
const titleReachCharacters = 400

/** Offsets inside a line where a paragraph may begin, ascending. */
export function inlineStarts(plain: string, start: number, end: number): number[] {
  const titled = titleThenNumber(plain, start, end)
  const found = titled === undefined ? [] : [titled]
  const line = plain.slice(start, end)
  // In a short line only a number with a portion mark counts; the rest of a long one is long.
  const isShort = end - start <= runningTextCharacters && !isCut(plain, start)
  if (isShort && !line.includes('. (')) return found
  numberSign.lastIndex = 0
  for (let match = numberSign.exec(line); match !== null; match = numberSign.exec(line)) {
    if (isShort && match.groups?.next !== '(') continue
    if (isStart(line, match)) found.push(start + match.index)
  }
  return [...new Set(found)].sort((a, b) => a - b)
}

/** The piece of a line behind its head: `… SUBJECT: EELS 1. The eels`. */
function isCut(plain: string, start: number): boolean {
  return start > 0 && !/[\n\r\u2028]/.test(plain.charAt(start - 1))
}

function titleThenNumber(plain: string, start: number, end: number): number | undefined {
  const reach = plain.slice(start, Math.min(end, start + titleReachCharacters))
  // Three quick looks spare most lines the closer one.
  if (!reach.includes('-') && !reach.includes('=') && !reach.includes('*')) return undefined
  if (!/[-=*]{3}/.test(reach)) return undefined
  const match = titledStart.exec(reach)
  return match === null ? undefined : start + match[0].length
}

function isStart(line: string, match: RegExpExecArray): boolean {
  const { mark, sign, gap, next } = match.groups ?? {}
  const before = line.slice(Math.max(0, match.index - 7), match.index)
  if (before.trim() === '') return match.index < 6
  if (/\b(?:paras?|nos?|ext)\.\s$/i.test(before)) return false
  if (next === '(') {
    const bracket = match.index + match[0].length - 1
    if (readPortion(line.slice(bracket, bracket + 120)) !== undefined)
      return (
        mark !== undefined ||
        (endsBefore.test(before) && !/[a-z]\s?$/.test(before)) ||
        // `… to reduce emissions 7. (U) When`: the period was forgotten.
        (sign === '.' &&
          gap !== '' &&
          /[a-z]{2},?\s$/.test(before) &&
          !followsWant(line, match.index))
      )
  }
  if (sign !== '.' || gap === '') return false
  // `… three things: 1. Water.`
  if (match.groups?.number === '1' && before.trimEnd().endsWith(':')) return true
  if (mark !== undefined) return endsBefore.test(before)
  return sentenceBefore.test(before) && (match.groups?.number ?? '').length < 3
}

function followsWant(line: string, at: number): boolean {
  return wantsNumber.test(line.slice(Math.max(0, at - 12), at))
}

/** `-----`, `---------- -----`, `= = = = =` at the end of a line. */
const ruleAtEnd = /(?:[-=*]{3,100}(?: [-=*]{1,100}){0,3}|(?:[-=*] ){3,60}[-=*])\s{0,3}$/
/** … and at the end of what stands before a title. */
const ruleBefore = /(?:^|\s)(?:[-=*]{3,100}(?: [-=*]{1,100}){0,3}|(?:[-=*] ){3,60}[-=*])\s{1,3}$/
/** The last words behind a sentence: `… they agreed. Next Steps`. */
const wordsBehindSentence =
  /[.!?"\u201d)\]]\s{1,3}(?<title>["'(\u201c]?[A-Z0-9](?:[^.!?\n]|[.](?=\S)|[!?](?=["'\u201d)]?\s{0,3}$)){1,110})$/
/** `BILATERAL ISSUES`: capitals without a period that no rule underlines. */
const capitalsTitle = /^[A-Z][A-Z0-9 &,'/:-]{1,58}[A-Z?]$/
const closedBlock = /\bend (?:of )?(?:summary|comment|note)[.)]{0,2}\s{1,3}$/i

/**
 * Where a title begins that stands right before a paragraph at the end of running text (4.6):
 *
 *     … they agreed. Next Steps --------     … pays. -------- ------ Water ------- -----
 *     … [Post, 4/4] BILATERAL ISSUES         … End Summary. The Road Ahead
 */
export function titleBefore(plain: string, start: number, at: number): number | undefined {
  const from = Math.max(start, at - titleReachCharacters)
  const reach = plain.slice(from, at).trimEnd()
  if (reach.length < 4 || '.,;:)]"\u201d'.includes(reach.slice(-1))) return undefined
  const rule = ruleAtEnd.exec(reach)
  const words = rule === null ? reach : reach.slice(0, rule.index).trimEnd()
  const top = rule === null ? undefined : (lastRule(words) ?? asLongAs(words, rule[0].trim()))
  if (top !== undefined) return from + top
  const match = wordsBehindSentence.exec(words)
  const title = match?.groups?.title
  if (match === null || title === undefined) return undefined
  const begin = match.index + match[0].length - title.length
  if (rule !== null) return from + begin
  // `… for Obama. END SUMMARY` closes what stands before it.
  if (title.length > 60 || isQuotationMark(title)) return undefined
  // In a text of capitals a sentence cut off looks like a title.
  if (capitalsTitle.test(title) && /[A-Z]{2}.*[A-Z]{2}/.test(title))
    return /[a-z]/.test(words.slice(0, begin)) ? from + begin : undefined
  return closedBlock.test(words.slice(0, begin)) ? from + begin : undefined
}

/** `… the points were: `, `… good luck." `, `… End Comment `: a title may begin behind. */
const titleBoundary =
  /(?:[.!?:;,"\u201d)\]]|\b(?:end|END|End) (?:summary|comment|note|SUMMARY|COMMENT|NOTE|Summary|Comment|Note))\s{1,3}(?=["'(\u201c]?[A-Z0-9])/g

/** Where the words at the end begin that are as long as the rule behind them (2.16). */
function asLongAs(words: string, rule: string): number | undefined {
  if (rule.length < 4) return undefined
  const length = rule.length
  for (const match of words.matchAll(titleBoundary)) {
    const begin = match.index + match[0].length
    if (Math.abs(words.length - begin - length) <= 1) return begin
  }
  return undefined
}

/** The rule above a title, in the last part of some words: `… pays. ------- Water`. */
function lastRule(words: string): number | undefined {
  for (let at = words.length - 3; at > Math.max(0, words.length - 140); at--) {
    const sign = words.charAt(at)
    if (sign !== ' ' || !/[-=*]/.test(words.charAt(at - 1))) continue
    const found = ruleBefore.exec(words.slice(0, at + 1))
    if (found === null) return undefined
    const title = words.slice(at + 1)
    if (!/[A-Za-z]{3}/.test(title) || /[.;] /.test(title)) return undefined
    return found.index + (found[0].length - found[0].trimStart().length)
  }
  return undefined
}
