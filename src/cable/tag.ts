import { isoSlips, isSubjectCode, takeApart } from '../telegram/tag-code.ts'
import { groupTags, isConcept, type TagGroup, type TagWord } from '../telegram/tag-group.ts'
import { plainTag } from '../telegram/tag-token.ts'
import type { Tag } from './record.ts'
import { editDistance } from './station-match.ts'
import { isKnownTag, tagCodes, tagKind, tagName } from './tag-names.ts'

/** A word of the TAGS list as the tree gives it. */
export interface TagText {
  readonly text: string
  /** Stood in parentheses: `(DOE, JANE)`. */
  readonly person: boolean
}

/** A tag with the words it was read from. */
export interface ReadTag {
  readonly tag: Tag
  /** Indexes of the first word and after the last. */
  readonly from: number
  readonly to: number
  /** What was printed where it was repaired: `POGOV`. */
  readonly repairedFrom?: string
}

/** Words of classification and handling that stray into the list. */
const strays =
  /^(?:SIPDIS|NOFORN|SENSITIVE|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|TAGS?|SBU|NODIS|EXDIS|N\/A|NONE|PAGE|AND)$/

/** Reads the list of TAGS (specification 2.11). Doubles are left out; the order is the text's. */
export function readTags(words: readonly TagText[], year?: number): readonly ReadTag[] {
  const plain = words.map(({ text, person }): TagWord => {
    const isStray = text !== 'AND' && strays.test(plainTag(text)) ? 'other' : undefined
    return { text: plainTag(text), whole: person ? 'person' : isStray }
  })
  const found = groupTags(plain).flatMap((group) => tagAt(words, group, year))
  const seen = new Set<string>()
  return found.filter(({ tag }) => !seen.has(tag.code) && seen.add(tag.code))
}

function tagAt(
  words: readonly TagText[],
  { from, to, kind }: TagGroup,
  year: number | undefined,
): readonly ReadTag[] {
  const text = plainTag(
    words
      .slice(from, to)
      .map((word) => word.text)
      .join(' '),
  )
  const read = { from, to }
  if (text === '' || strays.test(text)) return []
  if (kind === 'person' || words[from]?.person === true) return persons(text, read, year)
  if (isKnownTag(text)) return [{ tag: named(text, year), ...read }]
  if (isConcept(text)) return [{ tag: { code: text, kind: 'subject' }, ...read }]
  const repaired = repair(text)
  if (repaired.length === 0) return [{ tag: { code: text, kind: kindByShape(text) }, ...read }]
  return repaired.map((code) => {
    return { tag: { ...named(code, year), printed: text }, ...read, repairedFrom: text }
  })
}

/** The codes that a word stands for: of another standard, fused, misspelt. */
function repair(text: string): readonly string[] {
  const slip = isoSlips[text]
  if (slip !== undefined) return [slip]
  const parts = takeApart(text)
  if (parts.length > 0) return parts.map((code) => isoSlips[code] ?? code)
  const near = uniqueNeighbour(text)
  return near === undefined ? [] : [near]
}

function named(code: string, year: number | undefined): Tag {
  const name = tagName(code, year)
  const kind = tagKind(code, year) ?? kindByShape(code)
  return name === undefined ? { code, kind } : { code, kind, name }
}

/**
 * `ROE, JANE A.`; `ROE JANE` → ROE, JANE; two in one pair of parentheses are two. `(PREL)` and
 * `(PREL, PGOV)` are codes all the same.
 */
function persons(
  text: string,
  read: { readonly from: number; readonly to: number },
  year: number | undefined,
): readonly ReadTag[] {
  const words = text.split(/ ?, ?/)
  if (words.every(isKnownTag)) return words.map((word) => ({ tag: named(word, year), ...read }))
  return namesIn(text).map((code) => ({ tag: { code, kind: 'person' }, ...read }))
}

/** Words before the first name: `DE LA ROE JANE`. */
const surname = /^(?:(?:DE|LA|DEL|VAN|VON|DER|DEN|BIN|AL|EL|ST) ){0,3}[^ ]+/

function namesIn(text: string): readonly string[] {
  const parts = text.split(/ ?; ?| AND (?=[^,]+,)/).flatMap((each) => {
    const words = each.split(/ ?, ?/).filter((word) => word !== '')
    // `ROE, JANE A., POE, EDGAR`: surname and first name in turn.
    if (words.length < 4 || words.length % 2 === 1) return [words.join(', ')]
    return words.flatMap((word, at) => (at % 2 === 0 ? [`${word}, ${words[at + 1] ?? ''}`] : []))
  })
  return parts.map((part) => {
    const first = surname.exec(part)?.[0] ?? part
    return part.includes(',') || first === part ? part : `${first},${part.slice(first.length)}`
  })
}

/** Codes the typos of which are put right: subjects and programs of four letters. */
const repairable: readonly string[] = [...tagCodes()].filter(isSubjectCode)

/** The one known code a letter away: `MOPPS` → MOPS; none where several are (specification 2.11). */
function uniqueNeighbour(text: string): string | undefined {
  // Three letters are acronyms more often than a code that lost one.
  if (!/^[A-Z]{4,5}$/.test(text)) return undefined
  const near = repairable.filter((code) => code.length === 4 && editDistance(text, code, 1) === 1)
  return near.length === 1 ? near[0] : undefined
}

function kindByShape(code: string): Tag['kind'] {
  if (/^[XZ][A-Z]$/.test(code)) return 'region'
  if (/^[A-Z]{2}$/.test(code)) return 'geo'
  if (/^K[A-Z]{3}$/.test(code)) return 'program'
  return /^[A-Z]{2,}(?:[/-][A-Z]*)?[-/]\w+$|^[A-Z]{1,4}-?\d+$/.test(code) ? 'org' : 'unknown'
}
