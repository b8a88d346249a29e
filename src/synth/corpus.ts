import { openChronicle } from './chronicle.ts'
import { composeDraft } from './compose.ts'
import { damage } from './damage.ts'
import { type Draft, type InventedDialect, idOf } from './draft.ts'
import { archiveFactsOf, layOutHeader } from './envelope.ts'
import { layOutText } from './layout.ts'
import { mix, openRandom, type Random } from './random.ts'
import { hashOf, type Numbered } from './series.ts'

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
  /** What was done to it, by name; absent where it is as drafted. */
  readonly damage?: string
}

/** How many, and which. */
export interface CorpusOptions {
  readonly cables: number
  /** Equal seeds give equal cables. */
  readonly seed: number
  /** First and last year; 1966 to 2010 where absent. */
  readonly years?: readonly [number, number]
  /** Share of damaged cables, 0 … 1; 0.01 where absent. */
  readonly damaged?: number
}

/** Invents cables, one after another in the order of their dates, each under a number of its own. */
export function* inventCables(options: CorpusOptions): Iterable<SyntheticCable> {
  const { cables, seed, years, damaged = 0.01 } = options
  const chronicle = openChronicle(cables, seed, years)
  for (const number of chronicle.numbers()) {
    const random = openRandom(seed, mix(hashOf(number.post), number.year), number.serial)
    const dialect = drawDialect(random, number.date)
    const older = (): Numbered | undefined => chronicle.older(random, number)
    const compose = (each: Numbered): Draft =>
      composeDraft(random, { seed, dialect, number: each, older })
    const other = (): string => layOutText(compose(older() ?? number))
    yield toCable(random, compose(number), damaged, other)
  }
}

/** The manner of writing at a time; several were in use side by side (specification 1.1). */
function drawDialect(random: Random, date: string): InventedDialect {
  const share = random.next()
  if (date < '1973-03') return 'D0'
  if (date < '1976-12') return 'D1'
  if (date < '1985') return 'D2'
  if (share < 0.09) return 'DN'
  if (date < '2005') return share < 0.85 ? 'D3' : 'D4'
  if (share < 0.11) return 'D3'
  return date >= '2009' && share < 0.25 ? 'D5' : 'D4'
}

function toCable(random: Random, draft: Draft, share: number, other: () => string): SyntheticCable {
  const whole = { id: idOf(draft.number), header: layOutHeader(draft), body: layOutText(draft) }
  const done = random.chance(share) ? damage(random, whole, { draft, other }) : { held: whole }
  return {
    ...archiveFactsOf(draft),
    references: draft.references.map(({ id }) => id),
    ...done.held,
    draft,
    ...(done.damage !== undefined && { damage: done.damage }),
  }
}
