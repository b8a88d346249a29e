import { posts } from '../cable/post.ts'
import type { InventedDialect, Recipient } from './draft.ts'
import { mix, type Random } from './random.ts'
import { hashOf, type Numbered, stationOf } from './series.ts'
import { drawName } from './vocabulary.ts'

const department = 'SECSTATE WASHDC'

const collectives = [
  'ECOWAS COLLECTIVE',
  'EUROPEAN POLITICAL COLLECTIVE',
  'ASEAN REGIONAL FORUM COLLECTIVE',
  'NATO EU COLLECTIVE',
]
const agencies = [
  'SECDEF WASHDC',
  'JOINT STAFF WASHDC',
  'NSC WASHDC',
  'CIA WASHDC',
  'DEPT OF TREASURY WASHDC',
  'USDOC WASHDC',
]

const embassies = posts
  .filter(({ canonical, country }) => country !== undefined && !/^(?:US|UN|CD|AIT)/.test(canonical))
  .map(({ canonical }) => canonical)

/** Missions whose name is written in words of its own. */
const missions: Readonly<Record<string, string>> = {
  STATE: department,
  USUNNEWYORK: 'USMISSION USUN NEW YORK',
  USNATO: 'USMISSION USNATO',
  USEUBRUSSELS: 'USEU BRUSSELS',
  USOSCE: 'USMISSION USOSCE',
  UNVIEVIENNA: 'USMISSION UNVIE VIENNA',
  AITTAIPEI: 'AIT TAIPEI',
}

/** The address of a post: `AMEMBASSY LOME`, `SECSTATE WASHDC`. */
export function addressOf(post: string): string {
  return missions[post] ?? `AMEMBASSY ${stationOf(post)}`
}

/** Who a telegram of a post goes to, in action and for information. */
export function drawAddressees(
  random: Random,
  dialect: InventedDialect,
  { post }: Numbered,
): { readonly to: readonly Recipient[]; readonly info: readonly Recipient[] } {
  const named = new Set([addressOf(post)])
  const draw = (name: string): Recipient[] => {
    if (named.has(name)) return []
    named.add(name)
    return [withMarks(random, { name, routing: routeOf(name) })]
  }
  const other = (): Recipient[] => draw(drawAddressee(random, dialect))
  const list = (length: number): Recipient[] => Array.from({ length }, other).flat()
  const first = post === 'STATE' ? addressOf(random.pick(embassies)) : department
  return {
    to: [...draw(first), ...list(random.between(0, 2))],
    info: list(random.between(0, random.chance(0.1) ? 30 : 9)),
  }
}

function drawAddressee(random: Random, dialect: InventedDialect): string {
  const share = random.next()
  if (dialect === 'D4' && share < 0.08) return random.pick(collectives)
  if (share < 0.2) return random.pick(agencies)
  if (share < 0.9) return addressOf(random.pick(embassies))
  return `AMCONSUL ${drawName(random).toUpperCase()}`
}

/** `RUEHQX`: a routing indicator, always the same for one address. */
function routeOf(name: string): string {
  if (name === department) return 'RUEHC'
  const chance = mix(hashOf(name), 3)
  return `RUEH${String.fromCharCode(65 + (chance % 26), 65 + ((chance >>> 8) % 26))}`
}

function withMarks(random: Random, recipient: Recipient): Recipient {
  const urgent = random.chance(0.3)
  return {
    ...recipient,
    ...(urgent && { precedence: random.pick(['PRIORITY', 'IMMEDIATE'] as const) }),
    ...(random.chance(0.5) && { mcn: String(random.between(0, 9999)).padStart(4, '0') }),
  }
}
