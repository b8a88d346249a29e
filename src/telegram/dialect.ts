import type { Dialect, Distribution, ExecutiveOrder, Part } from './tree.ts'

/** Finds the dialect by features of the parts, never by the year alone (specification 1.1). */
export function detectDialect(parts: readonly Part[], artefacts: ReadonlySet<string>): Dialect {
  const has = (type: Part['type']): boolean => parts.some((part) => part.type === type)
  const order = parts.find((part) => part.type === 'executiveOrder')
  if (
    !has('classificationLine') &&
    !has('from') &&
    !has('station') &&
    !has('notice') &&
    !has('preface')
  )
    return 'fragment'
  if (isNewspaper(parts, order)) return 'DN'
  if (isSmart(parts, order)) return 'D5'
  const year = yearOf(parts)
  if (year !== undefined && year < 1973) return 'D0'
  const early = earlyDialect(parts, order, artefacts)
  if (early !== undefined) return early
  if (has('transmissionId') || has('station') || has('security')) return 'D4'
  const distribution = parts.find((part) => part.type === 'distribution')
  if (has('notice') || distribution !== undefined) return 'D3'
  if (order !== undefined || has('tags') || isLater(parts)) return 'D4'
  return has('classificationLine') ? 'D0' : 'fragment'
}

/** What no telegram before 1973 has: portion marks, SIPDIS, a number padded to six digits. */
function isLater(parts: readonly Part[]): boolean {
  return parts.some((part) => {
    if (part.type === 'paragraph') return part.portion !== undefined
    if (part.type === 'caption') return part.captions.includes('SIPDIS')
    if (part.type !== 'classificationLine') return false
    return part.children.some((child) => child.type === 'number' && /^0\d{5}$/.test(child.value))
  })
}

/** `Monday, 05 May 2008, 10:10`, or `EO 12958 DECL:` without periods and colon. */
function isNewspaper(parts: readonly Part[], order: ExecutiveOrder | undefined): boolean {
  if (parts.some((part) => part.type === 'preface' && part.family === 'weekday')) return true
  const label = order?.children.find((child) => child.type === 'label')?.value.trim()
  const colon = order?.children.some((child) => child.type === 'separator' && child.value === ':')
  return label === 'EO' && colon === false && order?.number !== undefined
}

/** `DECL: 2019/07/09`, and the authority's fields behind semicolons. */
function isSmart(parts: readonly Part[], order: ExecutiveOrder | undefined): boolean {
  if (order !== undefined && /\b(?:19|20)\d{2}\/\d{1,2}\/\d{1,2}\b/.test(order.value)) return true
  const authority = parts.find((part) => part.type === 'authority')
  const words = authority?.children.map((child) => ('value' in child ? child.value : '')).join(' ')
  const order13526 = order?.number === '13526'
  return words !== undefined && order13526 && /; REASON: ?1\.4/.test(words)
}

/** The Department's copies of 1973–79: page lines, dash lines, E.O. 11652 and 12065. */
function earlyDialect(
  parts: readonly Part[],
  order: ExecutiveOrder | undefined,
  artefacts: ReadonlySet<string>,
): Dialect | undefined {
  const distribution = parts.find((part): part is Distribution => part.type === 'distribution')
  if (distribution?.counter !== undefined && /[A-F]/.test(distribution.counter)) return 'D3'
  const isOld = order?.number === '11652' || order?.number === '12065'
  if (distribution?.counter !== undefined && distribution.received !== undefined) {
    if (isOld || order === undefined) return 'D2'
  }
  if (!isOld)
    return artefacts.has('pageLine') && distribution?.counter !== undefined ? 'D1' : undefined
  const year = yearOf(parts)
  if (order?.number === '12065' || (year !== undefined && year >= 1977)) return 'D2'
  return 'D1'
}

function yearOf(parts: readonly Part[]): number | undefined {
  const group = parts.find((part) => part.type === 'dateTimeGroup')
  return group?.iso === undefined ? undefined : Number(group.iso.slice(0, 4))
}
