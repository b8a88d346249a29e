import { isNoName } from './signature-name.ts'

/** Where a name stands in the words of a line. */
export interface FoundName {
  readonly start: number
  readonly length: number
}

const name =
  "(?<name>[A-Z][A-Z'\\u2019-]{1,20}(?: [A-Z][A-Z'\\u2019-]{1,20}){0,2}(?: JR\\.?)?|(?:van |de |Van |De )?(?:[A-Z][a-z'\\u2019]{2,18}(?:-[A-Z][a-z]{1,15})?|Mc[A-Z][A-Za-z]{2,16}))"
/** `…next week. ROE`: the name behind the last sentence, a redaction, an end mark or a rule. */
const behindSentence = new RegExp(
  `(?:[.?!"\\u201d)\\]*]|XXXX|---|===|\\b(?:END|End) (?:OF )?(?:COMMENT|[Cc]omment|SUMMARY|[Ss]ummary|TEXT|[Tt]ext|NOTE|[Nn]ote|MESSAGE|QUOTE)|UNQUOTE)\\s{0,4}${name}(?:##|\\s?"|\\.)?$`,
)
/** `… http://www.example.org/lome ROE`, `… /lome/ Roe` */
const behindAddress =
  /(?:https?:\/\/|www\.)[^\s]{3,90}\s{1,4}(?<name>[A-Z][A-Z'\u2019-]{2,20}|[A-Z][a-z]{2,18})$/
/** `… yams and maize ROE`: capitals behind words of a sentence, list or table without a period. */
const behindWords = /(?<word>[A-Za-z]{0,40}[a-z]|\d)\s{1,4}(?<name>[A-Z][A-Z'\u2019-]{2,20})$/

/** Words that another word must follow, so that capitals behind them are no signature. */
const openWords =
  /^(?:the|an?|of|and|or|to|in|on|by|for|from|with|at|as|is|was|its|their|this|that|than|via|per|both|into|between|under|over|against|within|visit|join|call|see|new|former|through|inside)$/i
/** Short forms that end a text without a period. */
const shortForms: ReadonlySet<string> = new Set(
  (
    'NATO USAID OSCE ASEAN AMISOM UNICEF UNESCO UNHCR UNDP UNIFIL UNMIK ISAF KFOR SIPDIS NOFORN ' +
    'USTR USDA USUN EXIM OPIC INTERPOL EUCOM CENTCOM PACOM AFRICOM SOCOM NORTHCOM MERCOSUR UNASUR ' +
    'ECOWAS SADC IGAD APEC OPEC IAEA OPCW GMT UTC EST EDT TDY VIP POC FAX USA UAE PRC ROK DPRK ' +
    'FARC ETA PKK LTTE HAMAS AIDS HIV WTO IMF GDP NGO NGOS IDP IDPS WMD TBD ASAP FYI NLT ETA ETD'
  ).split(' '),
)

/** How far back from the end of a long last line the name is searched, UTF-16 code units. */
const tailReachCharacters = 140
/** Shortest line that can hold a sentence and a name: `GP-3. ROE`. */
const lineCharactersMin = 7

/** A number, a mark and a portion, alone or together. */
const opening = /^(?:\u00b6|\[1\]\(#\))?(?:\d{1,4}[.,)]?)?\s{0,3}(?:\([A-Z /]{1,20}\))?\s?$/

/** The name at the end of the last line of a text, behind its last sentence (2.18). */
export function behindLastSentence(words: string): FoundName | undefined {
  if (words.length < lineCharactersMin) return undefined
  const from = Math.max(0, words.length - tailReachCharacters)
  const tail = words.slice(from)
  const match = behindSentence.exec(tail)
  const found = match === null ? undefined : nameOf(words, from, match)
  return found ?? plainEnd(tail, from)
}

function nameOf(words: string, from: number, match: RegExpExecArray): FoundName | undefined {
  // `(SBU) XXXXXXXXXXXX ROE`: what is covered is no part of the name.
  const printed = match.groups?.name ?? ''
  const signer = printed.replace(/^(?:X{4,} ?)+/, '')
  if (signer.length < 2 || isNoName(signer)) return undefined
  // `4. (C) Text` is no signature, whatever its case.
  if (opening.test(words.slice(0, from + match.index + 1))) return undefined
  // `… IN THE FILES. SEE BELOW.` in a text of capitals is its last sentence.
  if (
    match[0].endsWith('.') &&
    / /.test(signer) &&
    !/[a-z]/.test(words.slice(-tailReachCharacters))
  )
    return undefined
  if (signer !== signer.toUpperCase() && !isMixedEnd(words, from + match.index, match[0]))
    return undefined
  return { start: from + match.index + match[0].lastIndexOf(signer), length: signer.length }
}

/**
 * In mixed case only a sentence end before it tells a name from a word; with a period behind it
 * (`…/usa. Roe.`) the word before must be no short form: `… Lt. Gen. Roe.`
 */
function isMixedEnd(words: string, at: number, matched: string): boolean {
  if (!/^[.?!"\u201d]/.test(matched) && !/^e/i.test(matched)) return false
  if (!matched.endsWith('.')) return true
  const before = /(?<!\S)\S+$/.exec(words.slice(Math.max(0, at - 60), at))?.[0] ?? ''
  return /[a-z)]{3}$/.test(before) && !/^[A-Z][a-z]{1,4}$/.test(before)
}

/** Capitals behind an address, or behind a word of a sentence without a period. */
function plainEnd(tail: string, from: number): FoundName | undefined {
  const match = behindAddress.exec(tail) ?? behindWords.exec(tail)
  const signer = match?.groups?.name ?? ''
  if (match === null || signer === '' || isNoName(signer) || shortForms.has(signer))
    return undefined
  if (openWords.test(match.groups?.word ?? '')) return undefined
  return { start: from + match.index + match[0].length - signer.length, length: signer.length }
}
