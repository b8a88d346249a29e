import { composeDraft } from './compose.ts'
import { type Damage, damage } from './damage.ts'
import { type Draft, type InventedDialect, idOf } from './draft.ts'
import { archiveFactsOf, layOutHeader } from './envelope.ts'
import { layOutText } from './layout.ts'
import { openRandom, type Random } from './random.ts'
import { drawEarlyNumber, drawNumber, type Numbered } from './series.ts'

/** An invented cable as an archive would hold it, and what it says. */
export interface SyntheticCable {
  readonly id: string
  /** `2007-03-14 15:30` */
  readonly created: string
  readonly origin: string
  readonly classification: string
  readonly references: readonly string[]
  readonly header: string
  readonly body: string
  readonly draft: Draft
  /** What was done to the body; absent where it is as drafted. */
  readonly damage?: Damage
}

/** How many, and which. */
export interface CorpusOptions {
  readonly cables: number
  /** Equal seeds give equal cables. */
  readonly seed: number
  /** Share of damaged bodies, 0 … 1; 0.01 where absent. */
  readonly damaged?: number
}

/** Shares of the dialects; the newest were sent most. */
const shares: readonly (readonly [InventedDialect, number])[] = [
  ['D4', 0.56],
  ['D3', 0.68],
  ['D5', 0.76],
  ['DN', 0.84],
  ['D1', 0.91],
  ['D2', 0.98],
  ['D0', 1],
]

const eras: Partial<Record<InventedDialect, readonly [number, number]>> = {
  D0: [1966, 1972],
  D1: [1974, 1975],
  D2: [1978, 1979],
}

/** Cables that a later one may cite. */
const citableMax = 4_000

/** Invents cables, one after another, each under a number of its own. */
export function* inventCables(options: CorpusOptions): Iterable<SyntheticCable> {
  const taken = new Set<string>()
  const known: Numbered[] = []
  for (let index = 0; index < options.cables; index++) {
    const random = openRandom(options.seed, index)
    const dialect = drawDialect(random)
    const number = drawFree(random, dialect, taken)
    const older = citable(random, known, number)
    const draft = composeDraft(random, { dialect, number, known: older })
    yield toCable(random, draft, options.damaged ?? 0.01)
    if (known.length < citableMax) known.push(number)
    else known[random.between(0, citableMax - 1)] = number
  }
}

function drawDialect(random: Random): InventedDialect {
  const share = random.next()
  return shares.find(([, upTo]) => share < upTo)?.[0] ?? 'D4'
}

/** Numbers tried before the serial is simply counted on. */
const drawsMax = 20

function drawFree(random: Random, dialect: InventedDialect, taken: Set<string>): Numbered {
  const era = eras[dialect]
  let number = draw()
  for (let tries = 1; taken.has(idOf(number)); tries++) {
    number = tries < drawsMax ? draw() : { ...number, serial: number.serial + 1 }
  }
  taken.add(idOf(number))
  return number

  function draw(): Numbered {
    return era === undefined ? drawNumber(random) : drawEarlyNumber(random, era[0], era[1])
  }
}

/** A few of the known cables that are older than this one, at most four years. */
function citable(random: Random, known: readonly Numbered[], number: Numbered): Numbered[] {
  const found: Numbered[] = []
  for (let tries = 0; tries < 40 && known.length > 0 && found.length < 6; tries++) {
    const other = random.pick(known)
    const years = number.year - other.year
    const isOlder = years > 0 ? years < 5 : years === 0 && other.month < number.month
    if (isOlder) found.push(other)
  }
  return found
}

function toCable(random: Random, draft: Draft, share: number): SyntheticCable {
  const text = layOutText(draft)
  const damaged = random.chance(share) ? damage(random, text) : { text }
  return {
    ...archiveFactsOf(draft),
    references: draft.references.map(({ id }) => id),
    header: layOutHeader(draft),
    body: damaged.text,
    draft,
    ...('damage' in damaged && { damage: damaged.damage }),
  }
}
