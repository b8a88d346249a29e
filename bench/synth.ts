import { csvRow } from '../src/synth/container.ts'
import { inventCables } from '../src/synth/corpus.ts'
import { tokenize } from '../src/words/token.ts'

const cablesDefault = 25_129
const seed = 7

/** What invented cables are like, and how fast they are made: sizes, words, references. */
export function bench(args: string[]): Promise<void> {
  const cables = Number(args[0] ?? cablesDefault)
  if (!Number.isInteger(cables) || cables < 1) throw new Error('Say how many cables: a number.')
  console.log(`Inventing ${cables.toLocaleString('en-US')} cables, seed ${seed} …`)
  console.table(speed(cables))
  console.table(words(cables))
  return Promise.resolve()
}

/** Rows are made and forgotten. */
function speed(cables: number): object {
  const before = process.cpuUsage()
  let bytes = 0
  let number = 0
  for (const cable of inventCables({ cables, seed })) {
    bytes += Buffer.byteLength(csvRow(cable, ++number))
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  return {
    'bytes a row': Math.round(bytes / cables),
    'MB of csv': Math.round(bytes / 1e6),
    'CPU s': seconds.toFixed(1),
    'MB per CPU second': (bytes / 1e6 / seconds).toFixed(1),
  }
}

/** In how many cables a term stands, by the tokens of the index. */
function words(cables: number): object {
  const documents = new Map<string, number>()
  const ids = new Set<string>()
  let tokens = 0
  let cited = 0
  let resolved = 0
  let damaged = 0
  for (const { id, body, references, damage } of inventCables({ cables, seed })) {
    ids.add(id)
    cited += references.length
    resolved += references.filter((each) => ids.has(each)).length
    if (damage !== undefined) damaged++
    const all = tokenize(body)
    tokens += all.length
    for (const token of new Set(all.map((each) => each.token))) {
      documents.set(token, (documents.get(token) ?? 0) + 1)
    }
  }
  const once = [...documents.values()].filter((count) => count === 1).length
  const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`
  return {
    'different ids': ids.size,
    'words a cable': Math.round(tokens / cables),
    'different terms': documents.size,
    'terms in one cable only': percent(once, documents.size),
    'references held': percent(resolved, cited),
    'damaged cables': percent(damaged, cables),
  }
}
