import { toCable } from '../src/cable/cable.ts'
import { readCable } from '../src/cable/read.ts'
import { inventCables, type SyntheticCable } from '../src/synth/corpus.ts'
import { parse } from '../src/telegram/parse.ts'

const cablesDefault = 20_000
const seed = 7
/** Cables read before anything is timed. */
const warmUp = 600
const jsonRounds = 5
/** Megabytes of the single texts that show whether time is linear. */
const sizes = [1, 4, 16, 64]

interface Text {
  readonly text: string
  readonly bodyStart: number
  readonly facts: { readonly id: string; readonly created: string }
  readonly dialect: string
}

/** How fast text becomes a record, beside what `JSON.parse` needs for the same characters. */
export async function bench(args: string[]): Promise<void> {
  const cables = Number(args[0] ?? cablesDefault)
  if (!Number.isInteger(cables) || cables < 1) throw new Error('Say how many cables: a number.')
  console.log(`Inventing ${cables.toLocaleString('en-US')} cables of all dialects, seed ${seed} …`)
  const texts = Array.from(inventCables({ cables, seed }), toText)
  const megabytes = texts.reduce((sum, { text }) => sum + text.length, 0) / 1e6
  const json = JSON.stringify(texts.map(({ text }) => text).join('\n'))
  for (const text of texts.slice(0, warmUp)) read(text)
  const parses = Array.from({ length: jsonRounds }, () => measure(() => JSON.parse(json)))
  const jsonTime = parses.reduce((best, each) => (each.wall < best.wall ? each : best))
  const rows = [
    { what: 'text → record', time: measure(() => texts.forEach(read)) },
    { what: 'text → tree', time: measure(() => texts.forEach(readTree)) },
    { what: 'JSON.parse of the same text', time: jsonTime },
  ]
  console.log(`${megabytes.toFixed(1)} MB, ${process.version}, one core`)
  console.table(
    rows.map(({ what, time }) => ({
      what,
      ...rates(megabytes, time),
      'times JSON.parse': (time.processor / jsonTime.processor).toFixed(1),
    })),
  )
  console.table(byDialect(texts))
  console.table(sizes.map((size) => single(texts, size)))
}

function toText({ id, created, header, body, draft }: SyntheticCable): Text {
  const facts = { id, created }
  return { text: header + body, bodyStart: header.length, facts, dialect: draft.dialect }
}

function read({ text, facts, bodyStart }: Text): void {
  readCable(text, facts, bodyStart)
}

function readTree({ text, bodyStart }: Text): void {
  parse(text, { bodyStart })
}

/** Milliseconds by the clock on the wall, and those in which a processor worked for us. */
interface Time {
  readonly wall: number
  readonly processor: number
}

function measure(work: () => unknown): Time {
  const start = performance.now()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - start, processor: (user + system) / 1000 }
}

/** On a machine that others use, the second rate is the one to compare. */
function rates(megabytes: number, { wall, processor }: Time): object {
  return {
    'wall ms': wall.toFixed(0),
    'MB/s': (megabytes / (wall / 1000)).toFixed(1),
    'CPU ms': processor.toFixed(0),
    'MB per CPU second': (megabytes / (processor / 1000)).toFixed(1),
  }
}

function byDialect(texts: readonly Text[]): readonly object[] {
  const groups = [...Map.groupBy(texts, ({ dialect }) => dialect)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return groups.map(([dialect, all]) => {
    const some = all.slice(0, 1000)
    const megabytes = some.reduce((sum, { text }) => sum + text.length, 0) / 1e6
    const time = measure(() => some.forEach(read))
    return { dialect, cables: all.length, ...rates(megabytes, time) }
  })
}

/** One cable of that many megabytes: a head, then the paragraphs of many. */
function single(texts: readonly Text[], megabytes: number): object {
  const pieces: string[] = []
  let length = 0
  for (let at = 0; length < megabytes * 1e6; at++) {
    const text = texts[at % texts.length]
    const piece = text === undefined ? '' : at === 0 ? text.text : text.text.slice(text.bodyStart)
    pieces.push(piece)
    length += piece.length
  }
  const text = pieces.join('').slice(0, megabytes * 1e6)
  const time = measure(() => toCable(parse(text)))
  return { 'one text of': `${megabytes} MB`, ...rates(megabytes, time) }
}
