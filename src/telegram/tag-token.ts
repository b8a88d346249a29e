import { partsBetweenSigns } from './tag-code.ts'

/** A word of a TAGS list and where it stands. */
export interface TagToken {
  readonly type: 'tag' | 'person' | 'portion' | 'control' | 'label'
  /** In capitals, signs around it taken off. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** A comma or semicolon stands before it. */
  readonly apart: boolean
}

/**
 * Persons in parentheses (one of which may be lost), markdown links, and words between blanks,
 * commas and semicolons.
 *
 *     PREL, (ROE, JANE A.) (ROE, JANE [CB](#) G-77 U.S.
 */
const token =
  /\((?<person>[^()]{1,120})\)|\((?<open>[A-Z][A-Z'’-]{1,24}, ?[A-Z][A-Z'’-]{1,24}(?: [A-Z]\b\.?)?)(?![A-Z])|(?<close>[A-Z][A-Z'’-]{1,24}, ?[A-Z][A-Z'’-]{1,24}(?: [A-Z]\b\.?)?)\)|\[(?<linked>[^[\]\s]{1,20})\]\(#?[^)\s]{0,80}\)|(?<tag>[^\s,;()[\]]+)/dgi

/** Classification and handling that stray into the list. */
const control = /^(?:SIPDIS|NOFORN|SENSITIVE|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|NODIS|EXDIS)$/
const portion = /^(?:U|C|S|SBU|LOU|UNCLASSIFIED)$/

/** The words of a list in order; signs without a letter are left out. */
export function tagTokens(plain: string, start: number, end: number): TagToken[] {
  const found: TagToken[] = []
  let behind = start
  for (const match of plain.slice(start, end).matchAll(token)) {
    const at = start + match.index
    const apart = /[,;]/.test(plain.slice(behind, at))
    behind = at + match[0].length
    const { person, open, close } = match.groups ?? {}
    const inside = person ?? open ?? close
    if (inside !== undefined) found.push(inParentheses(inside, at, behind, apart))
    else {
      const span = match.indices?.groups?.linked ?? match.indices?.groups?.tag
      if (span !== undefined) found.push(...words(plain, start + span[0], start + span[1], apart))
    }
  }
  return found
}

function inParentheses(inside: string, start: number, end: number, apart: boolean): TagToken {
  const text = plainTag(inside)
  const type = portion.test(text) ? 'portion' : 'person'
  return { type, text, start, end, apart }
}

/** `PREL:` and `TAGS:` inside a list: the label again, or a stray colon; `PREL/PGOV` are two. */
function words(plain: string, start: number, end: number, apart: boolean): TagToken[] {
  const printed = plain.slice(start, end)
  const text = plainTag(printed)
  if (!/[A-Z0-9]/.test(text)) return []
  const stop = /^(?:[A-Z]\.){1,8}$/i.test(printed) ? '' : (/[.:\\]{1,8}$/.exec(printed)?.[0] ?? '')
  const last = end - stop.length
  const from = start + (/^[\\"']{1,8}/.exec(printed)?.[0].length ?? 0)
  if (/^TAGS?:?$/i.test(printed)) return [{ type: 'label', text, start: from, end: last, apart }]
  const type = control.test(text) ? 'control' : 'tag'
  const parts = partsBetweenSigns(text)
  if (parts.length === 0) return [{ type, text, start: from, end: last, apart }]
  let at = start + printed.toUpperCase().indexOf(parts[0] ?? '')
  return parts.map((part, index): TagToken => {
    const begin = at
    at += part.length + 1
    return { type, text: part, start: begin, end: begin + part.length, apart: apart && index === 0 }
  })
}

/**
 * In capitals, blanks joined, signs at the ends taken off; hyphens of U+2010 put right, the stops
 * of `U.S.` left out; the stop behind an initial stays (`ROE, JANE A.`).
 */
export function plainTag(printed: string): string {
  const text = printed
    .toUpperCase()
    .replace(/[‐–]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'[(,;:.\\]+|(?<![\s"'\]),;:.\\])[\s"'\]),;:.\\]+$/g, '')
  if (/^(?:[A-Z]\.)+[A-Z]$/.test(text)) return text.replaceAll('.', '')
  const initial = /\b(?:[A-Z]|JR|SR)$/.test(text) && text.includes(' ')
  return initial && /[A-Z]\.[\s)]*$/i.test(printed) ? `${text}.` : text
}
