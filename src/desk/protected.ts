import type { Decisions, Holding, Version } from '../cable/holding.ts'
import { markFinder } from '../press/beside.ts'
import { readingOf } from '../press/reading.ts'
import { publicFacts } from '../release/facts.ts'
import { isWaived, type Mark, type Marked } from '../release/mark.ts'
import { isChoiceClosed, isWithheld, lookAtRecord, releaseOf } from '../release/release.ts'
import { openVault } from '../vault/open-vault.ts'
import type { VaultReader } from '../vault/vault-reader.ts'
import { oneCable } from './named-cable.ts'

/** A cable whose text for the public holds marks that keep it back until somebody looked at them. */
export interface ProtectedText {
  readonly id: string
  /** Number of the text, from 1. */
  readonly version: number
  /** Hash of the text. */
  readonly sha256: string
  /**
   * `kept back`: released, but for its marks. `waived`: all marks are; it is released.
   * `withheld`, `not released`: it would not be public in any case.
   */
  readonly status: 'kept back' | 'waived' | 'withheld' | 'not released'
  readonly marks: readonly ProtectedMark[]
}

/** One mark, with what a person needs to judge it. */
export interface ProtectedMark extends Mark {
  /** From 1, in the order of the text: what `waive` takes. */
  readonly number: number
  /** The words before and behind it, in one line. */
  readonly around: string
  readonly waived: boolean
}

/** Every cable with such marks, by id; those named where some are. Throws `CABLE_UNKNOWN`. */
export function* listProtected(
  archiveDir: string,
  spellings: readonly string[] = [],
): Generator<ProtectedText> {
  const vault = openVault(archiveDir)
  try {
    const decisions = vault.decisions()
    const named = spellings.map((spelling) => oneCable(vault, spelling))
    for (const holding of spellings.length > 0 ? named : vault.holdings()) {
      const found = protectedText(vault, holding, decisions)
      if (found !== undefined) yield found
    }
  } finally {
    vault.close()
  }
}

/** The marks of the text that is public, or would be; undefined where it has none. */
export function protectedText(
  vault: VaultReader,
  holding: Holding,
  decisions: Decisions,
): ProtectedText | undefined {
  const { id } = holding
  const [version, rules] = candidate(vault, holding, decisions)
  if (version === undefined) return undefined
  const { sha256 } = version
  const outline = (each: Version): Marked =>
    readingOf(vault, each, publicFacts(holding, each, rules)).record
  const found = markFinder(vault, rules).marks(holding, version, outline)
  const marks = found.map((mark, index) => ({
    ...mark,
    number: index + 1,
    around: wordsAround(version.text, mark),
    waived: isWaived({ id, sha256 }, mark, decisions),
  }))
  if (marks.length === 0) return undefined
  const status = statusOf(holding, decisions, rules, marks)
  return { id, version: holding.versions.indexOf(version) + 1, sha256, status, marks }
}

/**
 * The text that the next `publish` would show, and the decisions under which it would. Where there
 * is none, the one it would be were every collection released: so that marks can be looked at first.
 */
function candidate(
  vault: VaultReader,
  holding: Holding,
  decisions: Decisions,
): readonly [Version | undefined, Decisions] {
  const pick = (rules: Decisions): Version | undefined =>
    releaseOf(holding, rules, 'public', (version) =>
      lookAtRecord(readingOf(vault, version, publicFacts(holding, version, rules)).record),
    )
  const version = pick(decisions)
  if (version !== undefined) return [version, decisions]
  const names = holding.versions.flatMap(({ collections }) => collections)
  const policies = Object.fromEntries(names.map((name) => [name, 'all' as const]))
  const open: Decisions = { ...decisions, withheld: new Set(), policies }
  return [pick(open), open]
}

function statusOf(
  holding: Holding,
  decisions: Decisions,
  rules: Decisions,
  marks: readonly ProtectedMark[],
): ProtectedText['status'] {
  if (isWithheld(holding, decisions)) return 'withheld'
  if (rules !== decisions || isChoiceClosed(holding, decisions)) return 'not released'
  return marks.every(({ waived }) => waived) ? 'waived' : 'kept back'
}

/** How much is shown before a mark and behind it, UTF-16 code units. */
const beforeMax = 60
const behindMax = 30

function wordsAround(text: string, { span, printed }: Mark): string {
  if (span === undefined) return printed
  const start = Math.max(0, span.start - beforeMax)
  const end = Math.min(text.length, Math.min(span.end, span.start + 200) + behindMax)
  const words = text.slice(start, end).toWellFormed().replace(/\s+/g, ' ').trim()
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`
}
