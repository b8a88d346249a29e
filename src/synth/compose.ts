import { addressOf, drawAddressees } from './addressees.ts'
import { isPlainly } from './chronicle.ts'
import {
  type Authority,
  type Cited,
  type Draft,
  type InventedDialect,
  idOf,
  type Prosign,
} from './draft.ts'
import { drawCaptions, drawLevel, drawOrder, drawTags } from './era.ts'
import { drawParagraphs } from './paragraphs.ts'
import { drawSubject } from './prose.ts'
import { mix, openRandom, type Random } from './random.ts'
import { hashOf, type Numbered } from './series.ts'
import { drawName } from './vocabulary.ts'

const titles = [
  'Ambassador',
  'DCM',
  'Pol Counselor',
  'Econ Counselor',
  'Charge d’Affaires',
  'PolOff',
]
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

/** What is decided before a draft is written. */
export interface Plan {
  readonly seed: number
  readonly dialect: InventedDialect
  readonly number: Numbered
  /** An older cable of the archive; undefined where there is none. */
  readonly older: () => Numbered | undefined
}

/** Share of the citing cables that answer the first they cite, and say so in the subject. */
const answeringShare = 0.15

/** Invents everything a telegram says. */
export function composeDraft(random: Random, plan: Plan): Draft {
  const { seed, dialect, number } = plan
  const { date } = number
  const level = drawLevel(random, date)
  const prosigns: readonly Prosign[] = ['R', 'R', 'R', 'P', 'P', 'O']
  const action = random.pick(prosigns)
  const classified = level === 'C' || level === 'S'
  const cited = drawReferences(random, plan)
  const [first] = cited
  const answers = first !== undefined && random.chance(answeringShare) ? first.number : undefined
  return {
    dialect,
    number,
    date,
    precedence: { action, info: action === 'R' ? 'R' : random.pick(['R', action]) },
    from: addressOf(number.post),
    ...drawAddressees(random, dialect, number),
    level,
    captions: drawCaptions(random, date, level),
    passing: random.chance(0.5)
      ? [`DEPT FOR ${random.pick(offices)}, ${random.pick(offices)}`]
      : [],
    order: drawOrder(random, date, level),
    tags: drawTags(random, date),
    subject:
      answers === undefined ? subjectOf(seed, number) : `FOLLOW-UP: ${subjectOf(seed, answers)}`,
    references: cited,
    ...(classified && date >= '1985' && { authority: drawAuthority(random, number.year) }),
    ...drawParagraphs(random, date, level),
    signature: drawName(random).toUpperCase(),
  }
}

/** The subject of a number, which a later cable may take up without reading that one. */
function subjectOf(seed: number, { post, year, serial }: Numbered): string {
  return drawSubject(openRandom(seed ^ 0x51ab, mix(hashOf(post), year), serial))
}

/** Share of the cited numbers that the archive does not hold. */
const missingShare = 0.1

function drawReferences(random: Random, { number, older }: Plan): readonly Cited[] {
  if (random.chance(0.36)) return []
  const cited = new Map<string, Cited>()
  for (let wanted = random.pick([1, 1, 1, 2, 2, 3, 5]); wanted > 0; wanted--) {
    const found = older()
    if (found === undefined) continue
    const isMissing = random.chance(missingShare)
    const each = isMissing ? { ...found, serial: found.serial + random.between(1, 9) } : found
    if (each.post === number.post && each.serial === number.serial) continue
    const id = idOf(each)
    const isPlain = isPlainly(each, number) && random.chance(0.95)
    const { station, serial } = each
    cited.set(id, {
      id,
      number: each,
      printed: isPlain ? `${station} ${serial}` : `${id.slice(0, 2)} ${station} ${serial}`,
    })
  }
  return [...cited.values()]
}

function drawAuthority(random: Random, year: number): Authority {
  return {
    title: random.pick(titles),
    name: `${drawPerson(random)} ${drawPerson(random)}`,
    section: year < 2003 ? '1.5' : '1.4',
    reasons: random.pick([['b', 'd'], ['b', 'd'], ['d'], ['b'], ['b', 'c', 'd']]),
  }
}

/** A name that is no slip of `Counselor`, `Charge` or another office. */
function drawPerson(random: Random): string {
  const name = drawName(random)
  return /^(?:Am|Ch|Cou|De|Min|Off|Sec|Con)/.test(name) ? `Ro${name.toLowerCase()}` : name
}
