import type { Diagnostic, Telegram } from '../telegram/tree.ts'
import { leaves } from '../telegram/visit.ts'
import { sha256 } from './digest.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import { formatIdentifier, parseIdentifier, repairIdentifier } from './identifier.ts'
import type { NodeOf, Parts } from './parts.ts'
import { findPost, issuedSpelling, squeeze } from './post.ts'
import { samePost } from './reference-year.ts'
import { isUnlisted, unlistedMission } from './unlisted-post.ts'

/** Which cable a text is. */
export interface Identity {
  readonly id: string
  readonly post?: string
  readonly year?: number
  readonly serial?: number
  /** Other ids this text goes by: the damaged one it was published under. */
  readonly aliases: readonly string[]
  /** The text is another cable than its page says (specification 1.7). */
  readonly foreign: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Decides which cable a text is: the archive's id, repaired where damaged; else the number on the
 * classification line with the year of the date; else the number of a leaked record; else the
 * source's own id, or `X-` and 12 hex digits of the text's SHA-256.
 */
export function identify(
  tree: Telegram,
  parts: Parts,
  facts: ArchiveFacts,
  date: string | undefined,
  log: EvidenceLog,
): Identity {
  const line = numberedLine(parts)
  const year = date === undefined ? facts.year : Number(date.slice(0, 4))
  const printed = line && numberOnLine(line, year)
  if (facts.id !== undefined && facts.id.trim() !== '') {
    return published(facts.id.trim(), line, printed, log)
  }
  if (printed !== undefined) {
    log.note('/id', 'class-line', line, parts.first('dateTimeGroup'))
    return identity(printed, [], false, [])
  }
  const leaked = parts.first('preface')
  const inPreface = leaked?.id === undefined ? undefined : repairIdentifier(leaked.id).id
  if (inPreface !== undefined) {
    log.note('/id', 'leaked-preface', leaked)
    return identity(inPreface, [], false, [])
  }
  const sent = numberInHeader(parts, year)
  if (sent !== undefined) {
    log.note('/id', 'transmission-header', parts.first('from'), parts.first('station'))
    return identity(sent, [], false, [])
  }
  const unread = numberOfUnread(parts)
  if (unread !== undefined) {
    log.note('/id', 'archive-stamp', ...parts.all('stamp'))
    return identity(unread, [], false, [])
  }
  return ownId(tree, facts, log)
}

/** `MRN: 1975LOME000077 SEGMENT NUMBER: 000001`: all that is left of a telegram (2.19). */
function numberOfUnread(parts: Parts): string | undefined {
  for (const { value } of parts.all('stamp')) {
    const printed = /\bMRN: ?(\d{4}[A-Z]{3,20}\d{4,6})\b/.exec(value)?.[1]
    if (printed !== undefined) return repairIdentifier(printed).id
  }
  return undefined
}

function numberedLine(parts: Parts): NodeOf<'classificationLine'> | undefined {
  const lines = parts.all('classificationLine')
  return lines.find(({ station, serial }) => station !== undefined && serial !== undefined)
}

function numberOnLine(
  line: NodeOf<'classificationLine'>,
  year: number | undefined,
): string | undefined {
  const { station, serial } = line
  if (station === undefined || serial === undefined || year === undefined) return undefined
  const post = findPost(station, year)
  const name = squeeze(station)
  if (post === undefined) return isUnlisted(name) ? formatIdentifier(year, name, serial) : undefined
  return formatIdentifier(year, issuedSpelling(station, post, year), serial)
}

/** The station line knows the serial modulo 10000: enough for a post, not for the Department. */
function numberInHeader(parts: Parts, year: number | undefined): string | undefined {
  const from = parts.first('from')
  const station = parts.first('station')
  const page = parts.first('pageLine')
  if (year === undefined) return undefined
  const sender = from && (findPost(from.name, year) ?? unlistedMission(from.name))
  if (sender !== undefined && station !== undefined && sender.canonical !== 'STATE') {
    return formatIdentifier(year, issuedSpelling(sender.canonical, sender, year), station.serial)
  }
  const cut = page === undefined ? undefined : findPost(page.station, year)
  if (page === undefined || cut === undefined) return undefined
  return formatIdentifier(year, issuedSpelling(cut.canonical, cut, year), page.serial)
}

/** The archive's id is the id; what the text says is only compared with it. */
function published(
  id: string,
  line: NodeOf<'classificationLine'> | undefined,
  printed: string | undefined,
  log: EvidenceLog,
): Identity {
  const { id: canonical, candidates, repaired } = repairIdentifier(id)
  log.noteSpans('/id', repaired ? 'archive-repaired' : 'archive', [])
  if (canonical !== undefined) {
    const details = { found: id, expected: canonical }
    const notes = repaired ? [finding('ID_REPAIRED', undefined, details)] : []
    const aliases = canonical === id ? [] : [id]
    const foreign = isForeign(canonical, line)
    const wrong = { found: foreign ?? '', expected: canonical }
    if (foreign !== undefined) notes.push(finding('BODY_FOREIGN', line, wrong))
    return identity(canonical, aliases, foreign !== undefined, notes)
  }
  // `04STRELSAU880`: whole as it is, though no list holds the post.
  const whole = parseIdentifier(id)
  if (whole !== undefined && isUnlisted(whole.post)) return identity(id, [], false, [])
  // `06ANOI582`: several posts, or one too short to be sure; the text may decide.
  if (printed !== undefined && candidates.includes(printed)) {
    log.note('/id', 'archive-repaired-by-class-line', line)
    const note = finding('ID_REPAIRED', line, { found: id, expected: printed })
    return identity(printed, [id], false, [note])
  }
  const damaged = /^\d{2}[A-Z0-9]*$/i.test(id)
  if (damaged && printed !== undefined && printed.slice(0, 2) === id.slice(0, 2)) {
    log.note('/id', 'class-line', line)
    const note = finding('ID_REPAIRED', line, { found: id, expected: printed })
    return identity(printed, [id], false, [note])
  }
  const expected = candidates.length === 0 ? 'nothing known' : candidates.join(', ')
  const notes = damaged ? [finding('ID_UNRESOLVED', undefined, { found: id, expected })] : []
  return identity(id, [], false, notes)
}

/**
 * `07LOME77` over a text `S E C R E T ACCRA 000009`: another post and another number. Sister
 * missions are the same cable; a station line that agrees with the id is the page's, not the text's.
 */
function isForeign(id: string, line: NodeOf<'classificationLine'> | undefined): string | undefined {
  const own = parseIdentifier(id.replace(/~\d+$/, ''))
  if (own === undefined || line?.station === undefined || line.serial === undefined)
    return undefined
  if (own.post === 'PARTO' || own.serial === line.serial) return undefined
  const post = findPost(line.station, own.year)
  const same =
    post === undefined || samePost(post.canonical, own.post) || isSister(post.canonical, own.post)
  if (same) return undefined
  return `${post.canonical} ${line.serial}`
}

const cities = 'BRUSSELS|VIENNA|GENEVA|ROME|PARIS|DUBAI|TAIPEI|NATO'

/** Missions of one city print each other's names: BRUSSELS for USEUBRUSSELS. */
export function isSister(a: string, b: string): boolean {
  const city = new RegExp(cities).exec(a)?.[0]
  return city !== undefined && b.includes(city)
}

/** A document without a cable number keeps its source's id. */
function ownId(tree: Telegram, facts: ArchiveFacts, log: EvidenceLog): Identity {
  const named = facts.source?.uniqueId ?? facts.source?.documentNumber
  if (named !== undefined && named.trim() !== '') {
    log.noteSpans('/id', 'source-id', [])
    const known = repairIdentifier(named)
    return identity(known.id ?? named.trim(), [], false, [])
  }
  const text = leaves(tree)
    .map(({ value }) => value)
    .join('')
  log.noteSpans('/id', 'text-hash', [{ start: 0, end: text.length }])
  return identity(`X-${sha256(text).slice(0, 12)}`, [], false, [])
}

function identity(
  id: string,
  aliases: readonly string[],
  foreign: boolean,
  diagnostics: readonly Diagnostic[],
): Identity {
  const parsed = parseIdentifier(id.replace(/~\d+$/, ''))
  if (parsed === undefined) return { id, aliases, foreign, diagnostics }
  const { post, year, serial } = parsed
  return { id, post, year, serial, aliases, foreign, diagnostics }
}
