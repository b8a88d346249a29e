import { tagTable } from './facts-tags.ts'
import type { Tag } from './record.ts'

/** One row of the vocabulary. */
interface Entry {
  readonly kind: Tag['kind']
  readonly name: string
  /** From the lists of the 1970s; the later vocabulary otherwise. */
  readonly early: boolean
}

const vocabulary: ReadonlyMap<string, readonly Entry[]> = readTable()

function readTable(): Map<string, readonly Entry[]> {
  const found = new Map<string, readonly Entry[]>()
  for (const line of tagTable.trim().split('\n')) {
    const [code = '', kind = '', name = '', era = ''] = line.split('|')
    const entry = { kind: kind as Tag['kind'], name, early: /^197/.test(era) }
    found.set(code, [...(found.get(code) ?? []), entry])
  }
  return found
}

/** Which kind a code has where it stands in the list twice: `AL` is Albania before an airline. */
const kindOrder: readonly Tag['kind'][] = ['geo', 'region', 'subject', 'program', 'org', 'unknown']

/** The row of a code for a year: names changed, codes did not (specification 2.11). */
function entryOf(code: string, year?: number): Entry | undefined {
  const rows = vocabulary.get(code)
  if (rows === undefined) return undefined
  const kind = kindOrder.find((each) => rows.some((row) => row.kind === each))
  const same = rows.filter((row) => row.kind === kind)
  const early = year !== undefined && year < 1980
  const era = same.filter((row) => row.early === early)
  return era.find((row) => row.name !== '') ?? same.find((row) => row.name !== '') ?? same[0]
}

/** True for a code of the vocabulary. */
export function isKnownTag(code: string): boolean {
  return vocabulary.has(code)
}

/** Kind of a code of the vocabulary. */
export function tagKind(code: string, year?: number): Tag['kind'] | undefined {
  return entryOf(code, year)?.kind
}

/** Name of a code as it was at the time: `KN` → `Korea, North`; undefined where unknown. */
export function tagName(code: string, year?: number): string | undefined {
  return entryOf(code, year)?.name || undefined
}

/** All codes of the vocabulary. */
export function tagCodes(): Iterable<string> {
  return vocabulary.keys()
}
