import { isCaptionLine } from './caption.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { type Source, wordsOf } from './source.ts'
import type { Leaf, Passing } from './tree.ts'

/**
 * `DEPT FOR EUR/NB, EUR/RPM` · `STATE PASS TO USTR - ROE` · `PARIS ALSO FOR USOECD`
 *  ^ to     ^ for                                                      (specification 2.9)
 */
const passing =
  /^(?:(?<to>(?!(?:PLS|PLEASE|ALSO|PASS|FOR|AND)\b)[A-Z][\w/.'&()-]*(?:[,;]? (?:AND )?[A-Z][\w/.'&()-]*){0,6}?):? )?(?<verb>(?:(?:PLS|PLEASE|ALSO) )?PASS(?: ALSO)?(?: TO)?|ALSO FOR|PLS FOR|FOR)(?: |:|$)(?<targets>.*)$/i
/** `OSLO: FOR …`, `NSC: ROE` */
const colonPassing =
  /^(?<to>(?!SUMMARY|COMMENT|NOTE|SUBJ|REF|TAGS?|ACTION|BEGIN|END|QUOTE|INFO|CLASS|INTRO)[A-Z][A-Z/]{1,20}): ?(?<targets>[A-Z].*)$/
/** `WHA/CEN`, `EUR/WE, EUR/RPM`: a bare list of offices. */
const bareOffices = /^[A-Z]{1,6}(?:\/[A-Z0-9-]+)+(?:[,; ]+(?:AND )?[A-Z]{1,6}(?:\/[A-Z0-9-]+)+)*,?$/

/** `STATE INR/R/MR; IIP/R/MR`, `USDOC 4322/MAC/OLAC`: an office of a known house, no verb. */
const houseOffices =
  /^(?:STATE|DEPT|DEPARTMENT|USDOC|DOC|TREASURY|WHITE HOUSE|NSC|USTR|JUSTICE|DOJ|DHS|DOE|USDA|USAID|AID|HHS|CDC|SECDEF|OSD|DOD|COMMERCE|LABOR|ENERGY|FAA|TSA)[ /](?=[^a-z]*\/)[^a-z]{3,}$/

/** `FROM AMBASSADOR ROE`, `TO THE SECRETARY FROM …`: no house before the verb. */
const addressed =
  /^(?:FROM|TO) (?=(?:THE )?(?:(?:DEPUTY |UNDER |ASSISTANT |ACTING )?SECRETARY|A\/S|AMBASSADOR|CHARGE|DCM|CONSUL|PRINCIPAL OFFICER)\b)/

/** Longest attention line, UTF-16 code units; a longer one with FOR in it is prose. */
const passingCharactersMax = 320

interface Draft {
  readonly to: string
  readonly targets: string
}

function readOpening(words: string): Draft | undefined {
  if (words === '' || words.length > passingCharactersMax) return undefined
  // Prose has lower-case words before FOR; an attention line names an office or a post there.
  if (!/^[A-Z0-9("]/.test(words)) return undefined
  const match = passing.exec(words)
  const to = (match?.groups?.to ?? '').trim()
  if (match !== null && isOffice(to)) {
    const targets = match.groups?.targets ?? ''
    if (isTargetList(targets) || isLowerCase(words)) return { to, targets }
  }
  const colon = colonPassing.exec(words)?.groups
  if (colon !== undefined) return { to: colon.to ?? '', targets: colon.targets ?? '' }
  if (houseOffices.test(words)) {
    const to = /^(?:WHITE HOUSE|[^ /]+)/.exec(words)?.[0] ?? ''
    return { to, targets: words.slice(to.length + 1) }
  }
  if (addressed.test(words) && words === words.toUpperCase()) return { to: '', targets: words }
  return bareOffices.test(words) ? { to: '', targets: words } : undefined
}

/** Words no house is called: `… IS BEING REPEATED FOR YOUR INFO`. */
const sentence = /\b(?:IS|ARE|WAS|HAS|HAVE|BEEN|BEING|WILL|REPEATED|FOLLOWING)\b/

/** Capitals throughout, or a short mixed-case name such as `Dept` or `State`. */
function isOffice(to: string): boolean {
  if (sentence.test(to)) return false
  return (
    to === to.toUpperCase() ||
    /^(?:Dept|Department|State|Treasury|Embassy|Commerce|Justice|Energy|Labor|White House|For)\b/i.test(
      to,
    )
  )
}

/** `State for af/w, nsc`: a cable in lower case; an office with its stroke tells it from prose. */
function isLowerCase(words: string): boolean {
  return /^[A-Z][a-z]{2,10} (?:also )?(?:for|(?:please |pls )?pass(?: to)?) [a-z]{1,5}\/[a-z]/.test(
    words,
  )
}

/** In capitals at least in its first word: `EUR/NB`, `THE SECRETARY`, `Ambassador Roe`. */
function isTargetList(targets: string): boolean {
  return targets.trim() === '' || /^[\s(]*[A-Z0-9]/.test(targets)
}

/** True where a line opens an attention line. */
export function isPassing(words: string): boolean {
  return readOpening(words) !== undefined
}

/** Reads an attention line with the lines it wraps to, none at or behind `end`. */
export function readPassing(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): { node: Passing; next: number } | undefined {
  const first = lines[index]
  if (first === undefined || first.end - first.start > passingCharactersMax) return undefined
  const opening = readOpening(wordsOf(source, first))
  if (opening === undefined) return undefined
  let targets = opening.targets
  let next = index + 1
  for (let line = lines[next]; line !== undefined; line = lines[++next]) {
    const words = line.end - line.start > passingCharactersMax ? '' : wordsOf(source, line)
    if (!isContinuation(words, targets)) break
    targets = `${targets} ${words}`
  }
  const last = lines[next - 1] ?? first
  const node: Passing = {
    type: 'passing',
    to: opening.to,
    for: splitTargets(targets),
    children: fill(source, first.start, last.next, piecesOf(source, first, opening)),
    position: positionOf(source, first.start, last.next),
  }
  return { node, next }
}

/** A wrapped line follows a comma, an AND or an open parenthesis, and opens nothing itself. */
function isContinuation(words: string, before: string): boolean {
  if (words === '' || isCaptionLine(words) || readOpening(words)?.to) return false
  if (/^(?:AND |\()/.test(words)) return true
  const open = before.split('(').length > before.split(')').length
  return open || /(?:[,;/&]|\b(?:AND|FOR|TO|THE|FROM))$/i.test(before.trim())
}

function piecesOf(source: Source, line: SourceLine, opening: Draft): Leaf[] {
  if (opening.to === '') return []
  const at = line.start + source.plain.slice(line.start, line.end).indexOf(opening.to)
  return [leaf(source, 'name', at, at + opening.to.length)]
}

/** Between two targets; `AND` only before an office, since `FINANCE AND TRADE SECTION` is one. */
const targetBorder = /([(),;]| AND (?=[A-Z]{1,6}(?:\/| ?[,;(]| AND | ?$))| - )/

/** `AF/W, INR (SMITH, JOHN) AND NEA` → three; a comma inside parentheses binds. */
function splitTargets(targets: string): string[] {
  const found: string[] = []
  let depth = 0
  let current = ''
  const parts = targets.replace(/\s+/g, ' ').split(targetBorder)
  for (const part of parts) {
    if (part === '(') depth++
    if (part === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && (part === ',' || part === ';' || part === ' AND ')) {
      found.push(current)
      current = ''
    } else current += part
  }
  found.push(current)
  return found.map((each) => each.trim().replace(/^AND /, '')).filter((each) => each !== '')
}
