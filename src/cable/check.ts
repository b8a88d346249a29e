import type { Diagnostic } from '../telegram/tree.ts'
import { agrees, levelRank } from './classification.ts'
import { minutesOf } from './date.ts'
import { inForceAt } from './declassification.ts'
import { finding } from './finding.ts'
import type { Identity } from './identity.ts'
import { isSister } from './identity.ts'
import type { ReadParagraph } from './paragraph.ts'
import type { NodeOf, Parts } from './parts.ts'
import { findPost, postsNamed } from './post.ts'
import type { Cable, Classification, ExecutiveOrder } from './record.ts'
import { samePost } from './reference-year.ts'

/** What the checks compare. */
export interface Compared {
  readonly parts: Parts
  readonly text?: Classification
  readonly archive?: Classification
  readonly order?: ExecutiveOrder
  readonly classifiedBy?: Cable['classifiedBy']
  readonly paragraphs: readonly ReadParagraph[]
  readonly subjectPortion?: Cable['subjectPortion']
  readonly date?: string
  readonly identity: Identity
  /** A whole cable, no fragment: only then is something missing. */
  readonly whole: boolean
}

/** Compares the fields of a record with each other (specification 6). */
export function checkRecord(compared: Compared): readonly Diagnostic[] {
  return [
    ...checkLevels(compared),
    ...checkPortions(compared),
    ...checkOrder(compared),
    ...checkReasons(compared),
    ...checkNumber(compared),
  ]
}

const securityLevels: Readonly<Record<string, readonly string[]>> = {
  C: ['C'],
  S: ['S'],
  T: ['TS'],
  E: ['U', 'SBU', 'LOU'],
  U: ['U', 'SBU', 'LOU'],
}

function checkLevels({ parts, text, archive }: Compared): readonly Diagnostic[] {
  if (text === undefined) return []
  const found: Diagnostic[] = []
  const line = parts.first('classificationLine')
  const expected = text.level
  if (archive !== undefined && !agrees(text, archive)) {
    const details = { found: text.printed, expected: archive.printed }
    found.push(finding('CLASS_MISMATCH_ARCHIVE', line, details))
  }
  const security = parts.first('security')
  const letters = security && securityLevels[security.letter]
  if (letters !== undefined && security !== undefined && !letters.includes(text.level)) {
    found.push(finding('CLASS_MISMATCH_ZNY', security, { found: security.letter, expected }))
  }
  for (const banner of parts.all('banner')) {
    const words = banner.value.replace(/\s+/g, '').toUpperCase()
    const level = bannerLevels.find(([form]) => form.test(words))?.[1]
    if (level === undefined || levelRank(level) === levelRank(text.level)) continue
    if (level === 'U' && text.level === 'SBU') continue
    const details = { found: banner.value.trim(), expected }
    found.push(finding('CLASS_BANNER_MISMATCH', banner, details))
  }
  return found
}

const bannerLevels: readonly (readonly [RegExp, Classification['level']])[] = [
  [/^TOPSECRET/, 'TS'],
  [/^SECRET/, 'S'],
  [/^CONFIDENTIAL/, 'C'],
  [/^LIMITEDOFFICIALUSE/, 'LOU'],
  [/^UNCLAS/, 'U'],
]

function checkPortions(compared: Compared): readonly Diagnostic[] {
  const { text, paragraphs, subjectPortion, parts, date } = compared
  if (text === undefined) return []
  const overall = levelRank(text.level)
  const marked = paragraphs.flatMap(({ paragraph, node }) =>
    paragraph.portion === undefined ? [] : [{ portion: paragraph.portion, node }],
  )
  const subject = parts.first('subject')
  const all = subjectPortion ? [...marked, { portion: subjectPortion, node: subject }] : marked
  const above = all.filter(({ portion }) => levelRank(portion.level) > overall)
  const found = above
    .filter(({ portion }) => portion.level !== 'SBU' && portion.level !== 'LOU')
    .map(({ portion, node }) => {
      const details = { found: portion.level, expected: text.level }
      return finding('PORTION_ABOVE_OVERALL', node, details)
    })
  // One complaint a cable: where the caption is missing, every part is marked so.
  const sensitive = above.length - found.length
  const first = above.find(({ portion }) => portion.level === 'SBU' || portion.level === 'LOU')
  if (sensitive > 0) found.push(finding('PORTION_SBU_ON_UNCLAS', first?.node, { found: sensitive }))
  if (overall < 2) return found
  const expected = text.level
  if (marked.length > 0 && !all.some(({ portion }) => levelRank(portion.level) >= overall)) {
    found.push(finding('PORTION_NONE_AT_LEVEL', parts.first('classificationLine'), { expected }))
  }
  const bare = paragraphs.filter(
    ({ paragraph, node }) => node.type === 'paragraph' && paragraph.portion === undefined,
  )
  const entire = paragraphs.some(({ node }) => node.portion?.entireText === true)
  if (bare.length > 0 && !entire && (date ?? '') >= '1996') {
    const numbers = bare.map(({ paragraph }) => paragraph.number).join(', ')
    found.push(finding('PORTION_MISSING', bare[0]?.node, { found: numbers }))
  }
  return found
}

function checkOrder({ parts, text, order, date, whole }: Compared): readonly Diagnostic[] {
  if (text === undefined) return []
  const node = parts.first('executiveOrder')
  const classified = levelRank(text.level) >= 2
  if (order === undefined) return classified && whole ? [finding('EO_MISSING', undefined)] : []
  const found: Diagnostic[] = []
  const none = /^\s*(?:DECL\w*:?\s*)?N(?:\s*[/.'’])?\s*A\b/i.test(order.printed)
  if (classified && none) found.push(finding('EO_NA_ON_CLASSIFIED', node))
  const on = order.declassifyOn
  if (!classified && on !== undefined) {
    found.push(finding('EO_DATE_ON_UNCLAS', node, { found: on }))
  }
  if (date === undefined) return found
  const day = date.slice(0, 10)
  const released = /DECLASSIFIED/i.test(order.printed)
  if (order.number !== undefined && !released && inForceAt(order.number, day) === false) {
    found.push(finding('EO_NUMBER_ERA', node, { found: order.number, expected: day }))
  }
  if (on !== undefined && on <= day) found.push(finding('DECL_BEFORE_DTG', node, { found: on }))
  const years = on === undefined ? 0 : (minutesOf(on) - minutesOf(day)) / 525_960
  // 25 years and a month.
  if (years > 25.1) found.push(finding('DECL_GT_25Y', node, { found: on ?? '' }))
  return found
}

function checkReasons({ parts, text, classifiedBy, date }: Compared): readonly Diagnostic[] {
  if (text === undefined || classifiedBy === undefined || levelRank(text.level) < 2) return []
  const node = parts.first('authority')
  const { reasons, section, derivedFrom } = classifiedBy
  if (reasons.length === 0 && derivedFrom === undefined) return [finding('REASON_MISSING', node)]
  const year = Number(date?.slice(0, 4))
  const early = section === '1.4' && year < 2003
  const late = section === '1.5' && year > 2005
  return early || late
    ? [finding('REASON_SECTION_ERA', node, { found: section ?? '', expected: year })]
    : []
}

type Numbered = Pick<
  NodeOf<'classificationLine' | 'sectionMark' | 'pageLine' | 'station'>,
  'position'
> & {
  readonly serial?: number
}

/** Serials and stations on the lines must be those of the id (specification 2.3, 2.4). */
function checkNumber({ parts, identity }: Compared): readonly Diagnostic[] {
  const { post, serial, foreign } = identity
  if (post === undefined || serial === undefined || foreign || post === 'PARTO') return []
  const found: Diagnostic[] = []
  const lines: readonly Numbered[] = [
    ...parts.all('classificationLine'),
    ...parts.all('sectionMark'),
    ...parts.all('pageLine'),
  ]
  const serials: { node: Numbered; serial: number; own: number }[] = lines.flatMap((node) =>
    node.serial === undefined ? [] : [{ node, serial: node.serial, own: serial }],
  )
  const station = parts.first('station')
  if (station !== undefined) {
    serials.unshift({ node: station, serial: station.serial, own: serial % 10_000 })
  }
  const wrong = serials.find((each) => each.serial !== each.own)
  if (wrong !== undefined) {
    const details = { found: wrong.serial, expected: wrong.own }
    found.push(finding('MRN_SERIAL_MISMATCH', wrong.node, details))
  }
  const named = [
    ...parts.all('from').map((node) => ({ node, name: node.name })),
    ...parts.all('classificationLine').flatMap((node) => {
      return node.station === undefined ? [] : [{ node, name: node.station }]
    }),
  ]
  const other = named.find(({ name }) => !isOwnStation(name, post, identity.year))
  if (other !== undefined) {
    const details = { found: other.name, expected: post }
    found.push(finding('MRN_STATION_MISMATCH', other.node, details))
  }
  return found
}

/** True unless the name is surely another post. */
function isOwnStation(name: string, post: string, year: number | undefined): boolean {
  const named = findPost(name.split('//', 1).join(''), year)
  if (named === undefined) return true
  if (samePost(named.canonical, post) || isSister(named.canonical, post)) return true
  return postsNamed(name, year).some(({ canonical }) => samePost(canonical, post))
}
