import { tagCodes, tagKind } from '../cable/tag-names.ts'
import type { LevelCode } from '../telegram/tree.ts'
import type {
  Authority,
  Cited,
  Draft,
  DraftParagraph,
  InventedDialect,
  Prosign,
  Recipient,
} from './draft.ts'
import { drawParagraph, drawSubject } from './prose.ts'
import type { Random } from './random.ts'
import type { Numbered } from './series.ts'
import { drawName } from './word.ts'

const titles = [
  'Ambassador',
  'DCM',
  'Pol Counselor',
  'Econ Counselor',
  'Charge d’Affaires',
  'PolOff',
]
const headings = ['Background', 'Next Steps', 'A Quiet Round', 'What the Ministry Says', 'Outlook']
const offices = [
  'AF/W',
  'EUR/NB',
  'EAP/MLS',
  'NEA/IR',
  'WHA/CEN',
  'SCA/INS',
  'INR',
  'PM/RSAT',
  'DRL',
]
const collectives = [
  'ECOWAS COLLECTIVE',
  'EUROPEAN POLITICAL COLLECTIVE',
  'ASEAN REGIONAL FORUM COLLECTIVE',
]

const subjects = [...tagCodes()].filter(
  (code) => /^[A-Z]{4}$/.test(code) && tagKind(code) === 'subject',
)
const countries = [...tagCodes()].filter(
  (code) => /^[A-Z]{2}$/.test(code) && tagKind(code) === 'geo',
)

/** What is decided before a draft is written. */
export interface Plan {
  readonly dialect: InventedDialect
  readonly number: Numbered
  /** Cables it may cite, all older. */
  readonly known: readonly Numbered[]
}

/** Invents everything a telegram says. */
export function composeDraft(random: Random, plan: Plan): Draft {
  const { dialect, number } = plan
  const level = drawLevel(random, dialect)
  const date = drawDate(random, number)
  const prosigns: readonly Prosign[] = ['R', 'R', 'R', 'P', 'P', 'O']
  const action = random.pick(prosigns)
  const classified = level === 'C' || level === 'S'
  const modern = dialect === 'D3' || dialect === 'D4' || dialect === 'D5' || dialect === 'DN'
  return {
    dialect,
    number,
    date,
    precedence: { action, info: action === 'R' ? 'R' : random.pick(['R', action]) },
    from: `AMEMBASSY ${number.station}`,
    to: drawRecipients(random, dialect, [department], random.between(0, 2)),
    info: drawRecipients(random, dialect, [], random.between(0, 9)),
    level,
    captions: modern ? [...(level === 'SBU' ? ['SENSITIVE'] : []), 'SIPDIS'] : [],
    passing: random.chance(0.5)
      ? [`DEPT FOR ${random.pick(offices)}, ${random.pick(offices)}`]
      : [],
    order: drawOrder(random, dialect, classified, date),
    tags: dialect === 'D0' ? [] : drawTags(random),
    subject: drawSubject(random),
    references: drawReferences(random, plan),
    ...(classified && modern && { authority: drawAuthority(random, number.year) }),
    paragraphs: drawParagraphs(random, dialect, level),
    signature: drawName(random).toUpperCase(),
  }
}

const department: Recipient = { name: 'SECSTATE WASHDC', routing: 'RUEHC' }

function drawLevel(random: Random, dialect: InventedDialect): LevelCode {
  const share = random.next()
  if (dialect === 'D1' || dialect === 'D2' || dialect === 'D0') {
    return share < 0.45 ? 'U' : share < 0.65 ? 'LOU' : share < 0.95 ? 'C' : 'S'
  }
  return share < 0.35 ? 'U' : share < 0.55 ? 'SBU' : share < 0.93 ? 'C' : 'S'
}

function drawDate(random: Random, { year, month }: Numbered): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${year}-${two(month)}-${two(random.between(1, 28))}`
  return `${day}T${two(random.between(0, 23))}:${two(random.between(0, 59))}Z`
}

function drawRecipients(
  random: Random,
  dialect: InventedDialect,
  first: readonly Recipient[],
  more: number,
): readonly Recipient[] {
  const names = new Set<string>(first.map(({ name }) => name))
  const found = first.map((each) => withMarks(random, each))
  for (let count = 0; count < more; count++) {
    const collective = dialect === 'D4' && random.chance(0.1)
    const name = collective
      ? random.pick(collectives)
      : `AMEMBASSY ${drawName(random).toUpperCase()}`
    if (names.has(name)) continue
    names.add(name)
    const letters = String.fromCharCode(65 + random.between(0, 25), 65 + random.between(0, 25))
    found.push(withMarks(random, { name, routing: `RUEH${letters}` }))
  }
  return found
}

function withMarks(random: Random, recipient: Recipient): Recipient {
  const urgent = random.chance(0.3)
  return {
    ...recipient,
    ...(urgent && { precedence: random.pick(['PRIORITY', 'IMMEDIATE'] as const) }),
    ...(random.chance(0.5) && { mcn: String(random.between(0, 9999)).padStart(4, '0') }),
  }
}

function drawOrder(
  random: Random,
  dialect: InventedDialect,
  classified: boolean,
  date: string,
): Draft['order'] {
  const number =
    dialect === 'D0' || dialect === 'D1' ? '11652' : dialect === 'D2' ? '12065' : '12958'
  if (!classified) return { number, value: 'N/A' }
  if (dialect === 'D1' || dialect === 'D0') return { number, value: random.pick(['GDS', 'XGDS-1']) }
  const years = dialect === 'D2' ? 6 : 10
  const on = `${Number(date.slice(0, 4)) + years}${date.slice(4, 10)}`
  const [year = '', month = '', day = ''] = on.split('-')
  if (dialect === 'D2') return { number, value: `GDS ${month}/${day}/${year.slice(2)}`, on }
  const printed = dialect === 'D5' ? `${year}/${month}/${day}` : `${month}/${day}/${year}`
  return { number, value: `DECL: ${printed}`, on }
}

function drawTags(random: Random): readonly string[] {
  const codes = [
    ...Array.from({ length: random.between(1, 4) }, () => random.pick(subjects)),
    ...Array.from({ length: random.between(1, 2) }, () => random.pick(countries)),
  ]
  return [...new Set(codes)]
}

function drawReferences(random: Random, { number, known }: Plan): readonly Cited[] {
  if (known.length === 0 || random.chance(0.36)) return []
  const wanted = Math.min(random.pick([1, 1, 1, 2, 2, 3, 5]), known.length)
  const cited = new Map<string, Cited>()
  for (let count = 0; count < wanted; count++) {
    const { post, station, year, serial } = random.pick(known)
    if (post === number.post && serial === number.serial) continue
    const two = String(year % 100).padStart(2, '0')
    const id = `${two}${post}${serial}`
    const isPlain = year === number.year && random.chance(0.8)
    cited.set(id, { id, printed: isPlain ? `${station} ${serial}` : `${two} ${station} ${serial}` })
  }
  return [...cited.values()]
}

function drawAuthority(random: Random, year: number): Authority {
  return {
    title: random.pick(titles),
    name: `${drawName(random)} ${drawName(random)}`,
    section: year < 2003 ? '1.5' : '1.4',
    reasons: random.pick([['b', 'd'], ['b', 'd'], ['d'], ['b'], ['b', 'c', 'd']]),
  }
}

/** Lengths are log-normal: about 1,000 words in the mean, many short ones, some endless. */
function drawParagraphs(
  random: Random,
  dialect: InventedDialect,
  level: LevelCode,
): readonly DraftParagraph[] {
  const words = Math.min(12_000, Math.max(60, Math.round(Math.exp(6.6 + 0.75 * random.normal()))))
  const count = Math.max(1, Math.min(60, Math.round(words / random.between(70, 140))))
  const marked = (level === 'C' || level === 'S' || level === 'SBU') && dialect >= 'D3'
  const isSummed = dialect >= 'D3' && count > 2 && random.chance(0.6)
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    ...(marked && { portion: random.chance(0.8) ? level : 'U' }),
    ...(dialect >= 'D3' && index > 1 && random.chance(0.2) && { heading: random.pick(headings) }),
    isSummary: index === 0 && isSummed,
    text: drawParagraph(random, words / count),
  }))
}
