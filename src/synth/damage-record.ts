import type { DamageKind, Held } from './damage.ts'
import type { Draft } from './draft.ts'
import { archiveFactsOf } from './envelope.ts'

const rule = '-----------------'

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const months =
  'January February March April May June July August September October November December'.split(' ')

/** `Monday, 05 May 2008, 10:10` in the manner of an index. */
function weekdayLine({ date }: Draft): string {
  const weekday = weekdays[new Date(date).getUTCDay()]
  const month = months[Number(date.slice(5, 7)) - 1]
  return `${weekday}, ${date.slice(8, 10)} ${month} ${date.slice(0, 4)}, ${date.slice(11, 16)}`
}

/** A body with a foreign record before it. */
function before(name: string, lines: (held: Held, draft: Draft) => string): DamageKind {
  return {
    name,
    change: (held, _random, { draft }) => ({ ...held, body: `${lines(held, draft)}${held.body}` }),
  }
}

const row = ({ id, header }: Held, draft: Draft, separator: string): string => {
  const { created, origin, classification } = archiveFactsOf(draft)
  const references = draft.references.map((each) => each.id).join('|')
  const cells = [`${created}:00`, id, origin, classification, references]
  return `${cells.join(separator)}${separator}${header.trimEnd().replaceAll('\n', '\\\n')}${separator}`
}

/** Damages of the whole record: leaks, cuts, other texts, wrong numbers (specification 1.7, 3.2, 7). */
export const recordDamages: readonly DamageKind[] = [
  before('weekday line', (_held, draft) => `${weekdayLine(draft)}\n`),
  before('archive values', ({ id }, draft) => {
    const { created, origin, classification } = archiveFactsOf(draft)
    return `${id}\n${created}\n${classification}\n${origin}\n\n`
  }),
  before('key list', ({ id, header }, draft) => {
    const { created, origin, classification } = archiveFactsOf(draft)
    const references = draft.references.map((each) => each.id).join('|')
    return `id: ${draft.number.serial}\ndate: ${created}\nrefid: ${id}\norigin: ${origin}\nclassification: ${classification}\ndestination: ${references}\nheader:\n${header}\n${rule} header ends ${rule}\n`
  }),
  before('row with tabs', (held, draft) => row(held, draft, '\t')),
  before('row with commas', (held, draft) => row(held, draft, ',')),
  before('glued date', (_held, { date }) => `Cable dated:${date.slice(0, 16)}:00`),
  before('preview', ({ body }) => `${body.slice(0, 300)}...\n\n\n`),
  {
    name: "another cable's text",
    change: (held, _random, { other }) => ({ ...held, body: other() }),
  },
  {
    name: 'two cables',
    change: (held, _random, { other, draft }) => ({
      ...held,
      body: `${held.body}\n${weekdayLine(draft)}\n${other()}`,
    }),
  },
  {
    name: 'cut',
    change: (held, random) => ({
      ...held,
      body: held.body.slice(0, Math.floor(held.body.length * (0.4 + random.next() / 2))),
    }),
  },
  { name: 'empty body', change: (held) => ({ ...held, body: '' }) },
  { name: 'header lost', change: (held) => ({ ...held, header: '' }) },
  {
    name: 'text lost',
    change: (held, _random, { draft }) => ({
      ...held,
      body: `MRN: ${draft.number.station} ${draft.number.serial} SEGMENT NUMBER: 000001\nERROR READING TEXT INDEX FILE\n`,
    }),
  },
  { name: 'filled lines', change: (held) => ({ ...held, body: `${'¿'.repeat(70)}\n`.repeat(20) }) },
  {
    name: 'section in the id',
    change: (held) => ({ ...held, id: held.id.replace(/^\d\d/, '$&SECTION01OF02') }),
  },
  {
    name: 'section cut in the id',
    change: (held) => ({ ...held, id: held.id.replace(/^\d\d/, '$&ECTON01OF03') }),
  },
  {
    name: 'caption in the id',
    change: (held) => ({ ...held, id: held.id.replace(/^\d\d/, '$&NOFORN') }),
  },
  {
    name: 'post cut in the id',
    change: (held) => ({ ...held, id: held.id.replace(/^(\d\d.)./, '$1') }),
  },
  {
    name: 'year twice in the id',
    change: (held) => ({ ...held, id: `${held.id.slice(0, 2)}${held.id}` }),
  },
  {
    name: 'repeat in the id',
    change: (held) => ({ ...held, id: `${held.id}ZDK${held.id.length}` }),
  },
]
