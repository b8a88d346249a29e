import { isHandling } from './handling.ts'
import type { Label } from './label.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin } from './lines.ts'
import { isRule } from './rule.ts'
import { type Source, wordsOf } from './source.ts'
import type { Authority } from './tree.ts'

/** `1.4 (b)`, `1.5.D`, `1,4 (C)`: the field is complete once its reasons are read (2.14). */
const reasons =
  /(?<!\d)1 ?[.,:/] ?[4-6]\s{0,9}[.,]?\s{0,9}[([ ]{0,9}[a-h](?![a-z])|Declassify on|Derived from/i
/** What begins a paragraph or another part. */
const stopLine =
  /^(?:\u00b6|\[1\]\(#\)\d|\ufffd\d|\d{1,2}[.,)]? ?\(|\d{1,2}\. |SUMMARY\b|REF|SUBJ|TAGS|E\.O\. \d{5}:|INTRODUCTION\b)/i
/** The paragraph that follows in unwrapped copies. */
const stopInLine = /\u00b6?\b1\. ?\((?:U|C|S|SBU|S\/\/?NF|C\/\/?NF)\)|\u00b61\./

/** The field is read at least this far across one blank line while it has no reasons. */
const authorityReachCharacters = 450
const authorityCharactersMax = 2400

/**
 * `Classified By: Charge d'Affaires A. Person, reasons 1.4 (␤b), (d).`
 *
 * Ends at a blank line, unless the reasons are still missing (`Reasons: ␤␤ 1.4 (b)`, 3 %), at the
 * next label, at the first paragraph (specification 2.14).
 */
export function readAuthority(source: Source, label: Label, limit: number): Authority {
  const end = endOfAuthority(source, label, limit)
  const labelEnd = label.start + source.plain.slice(label.start, label.end).trimEnd().length
  return {
    type: 'authority',
    derived: /^(?:classification )?derived/i.test(source.plain.slice(label.start, label.end)),
    children: fill(source, label.start, end, [leaf(source, 'label', label.start, labelEnd)]),
    position: positionOf(source, label.start, end),
  }
}

function endOfAuthority(source: Source, label: Label, limit: number): number {
  let end = label.end
  let blanks = 0
  let lifted = false
  for (const line of linesWithin(source.lines, label.end, limit)) {
    if (line.start - label.start > authorityCharactersMax) break
    const words = wordsOf(source, line)
    if (words === '') {
      // A page line or banner that was lifted out is no empty line.
      if (source.text.slice(line.start, line.end).trim() === '') blanks++
      else lifted = true
      continue
    }
    const so = source.plain.slice(label.end, end)
    const stops = stopLine.test(words) && !isCutSection(so, words)
    if (end > label.end && (stops || isRule(words) || isHandling(words))) break
    if (lifted && end > label.end && !goesOnOverPage(so, words)) break
    if (!lifted && blanks > 0 && end > label.end && !goesOn(so, words, blanks)) break
    const stop = stopInLine.exec(source.plain.slice(line.start, line.end))
    if (stop !== null && line.start + stop.index > label.end) return line.start + stop.index
    end = line.next
    blanks = 0
    lifted = false
  }
  return end
}

/** `… for reasons 1.` ␤ `4 (b) and (d).`: the wrap cut the section, and no paragraph 4 begins. */
function isCutSection(so: string, words: string): boolean {
  return /\D1 ?[.,]\s{0,9}$/.test(so.slice(-20)) && /^[4-6] ?[([]?[a-h]\b/i.test(words)
}

/** Behind a blank line the field goes on only to fetch its reasons. */
function goesOn(so: string, words: string, blanks: number): boolean {
  if (reasons.test(so) || so.length > authorityReachCharacters) return false
  if (/^reasons?\b|^1 ?[.,] ?[4-6]|^declassify on|^derived from/i.test(words)) return true
  if (blanks > 1) return false
  // `… for Reasons ␤␤ 1.4 (b)`: the sentence was cut, and what follows holds the reasons.
  return !/[.!?)"]$/.test(so.trimEnd()) && (reasons.test(words) || /^[a-z]/.test(words))
}

/** `… for reasons 1.4 (b) ␤ (a page ends, another begins) ␤ and (d).`: the sentence goes on (4.4). */
function goesOnOverPage(so: string, words: string): boolean {
  if (so.length > authorityReachCharacters) return false
  return /^[a-z(]/.test(words) || !/[.!?)"]$/.test(so.trimEnd())
}
