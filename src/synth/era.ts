import { tagTable } from '../cable/facts-tags.ts'
import type { LevelCode } from '../telegram/tree.ts'
import type { Draft } from './draft.ts'
import type { Random } from './random.ts'

/** From here on the archive's own posts could read it: nearly every cable says SIPDIS. */
const sipdisFrom = '2000'

/** The classification, in the shares of the time (specification 2.7). */
export function drawLevel(random: Random, date: string): LevelCode {
  const share = random.next()
  const middle = date < '1995' ? 'LOU' : 'SBU'
  if (date < '1985') {
    return share < 0.45 ? 'U' : share < 0.65 ? 'LOU' : share < 0.95 ? 'C' : 'S'
  }
  return share < 0.3 ? 'U' : share < 0.53 ? middle : share < 0.94 ? 'C' : 'S'
}

/** Captions of the time, in the order they are printed (specification 2.8). */
export function drawCaptions(random: Random, date: string, level: LevelCode): readonly string[] {
  const isClassified = level === 'C' || level === 'S'
  if (date < sipdisFrom) {
    if (level === 'SBU') return ['SENSITIVE']
    const caption = random.pick(['EXDIS', 'NODIS', 'LIMDIS', 'STADIS', 'NOFORN'])
    return isClassified && random.chance(0.15) ? [caption] : []
  }
  return [
    ...(isClassified && random.chance(0.08) ? ['NOFORN'] : []),
    ...(level === 'SBU' ? ['SENSITIVE'] : []),
    ...(random.chance(0.95) ? ['SIPDIS'] : []),
  ]
}

/** The executive order in force and what the line says of the text (specification 2.10). */
export function drawOrder(random: Random, date: string, level: LevelCode): Draft['order'] {
  const number = orderAt(date)
  if (level !== 'C' && level !== 'S') return { number, value: 'N/A' }
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  if (number === '11652') return { number, value: random.pick(['GDS', 'XGDS-1', 'XGDS-2']) }
  if (number === '12356' && random.chance(0.7)) return { number, value: 'DECL: OADR' }
  const years = number === '12065' ? 6 : random.pick([10, 10, 10, 10, 10, 10, 5, 9, 20, 25])
  const on = `${year + years}-${two(month)}-${two(day)}`
  const printed = `${two(month)}/${two(day)}/${year + years}`
  if (number === '12065')
    return { number, value: `GDS ${printed.replace(/\d\d(?=\d\d$)/, '')}`, on }
  return { number, value: `DECL: ${printed}`, on }
}

function orderAt(date: string): string {
  if (date < '1978-12') return '11652'
  if (date < '1982-08') return '12065'
  return date < '1995-10-14' ? '12356' : '12958'
}

const rows = tagTable
  .trim()
  .split('\n')
  .map((line) => line.split('|'))
  .filter(([code = '']) => /^[A-Z]{2,4}$/.test(code))

const isEarly = ([, , , era = '']: readonly string[]): boolean => /^197/.test(era)
const codesOf = (isOfTime: (row: readonly string[]) => boolean, kind: string): readonly string[] =>
  rows.filter((row) => row[1] === kind && isOfTime(row)).map(([code = '']) => code)

/** Codes of the lists of the seventies and of the later ones. */
const vocabularies = [isEarly, (row: readonly string[]) => !isEarly(row)].map((isOfTime) => ({
  subjects: codesOf(isOfTime, 'subject'),
  places: codesOf(isOfTime, 'geo'),
  programs: codesOf(isOfTime, 'program'),
}))

/** TAGS of the time: subjects, places, later programs; none before 1973 (specification 2.11). */
export function drawTags(random: Random, date: string): readonly string[] {
  const lists = vocabularies[date < '1980' ? 0 : 1]
  if (lists === undefined || date < '1973-03') return []
  const { subjects, places, programs } = lists
  return [
    ...new Set([
      ...Array.from({ length: random.between(1, 4) }, () => frequent(random, subjects)),
      ...Array.from({ length: random.between(1, 2) }, () => frequent(random, places)),
      ...(programs.length > 0 && random.chance(0.25) ? [frequent(random, programs)] : []),
    ]),
  ]
}

/** The first codes of a list come up far more often than the last. */
function frequent(random: Random, codes: readonly string[]): string {
  const share = random.next()
  return codes[Math.floor(share * share * codes.length)] ?? 'PREL'
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
