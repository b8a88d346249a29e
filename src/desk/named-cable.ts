import type { Holding } from '../cable/holding.ts'
import { resolveIdentifier } from '../cable/identifier.ts'
import type { VaultReader } from '../vault/vault-reader.ts'
import { DeskError } from './desk-error.ts'

/** Spellings led to cables. */
export interface FoundCables {
  readonly ids: readonly string[]
  /** Spellings that lead to none, or to several. */
  readonly unknown: readonly string[]
  /** One for each of them. */
  readonly sentences: readonly string[]
}

/** Leads spellings to cables: the id, an alias, or any way to write the number. */
export function findCables(vault: VaultReader, spellings: readonly string[]): FoundCables {
  const ids = new Set<string>()
  const unknown: string[] = []
  const sentences: string[] = []
  for (const spelling of spellings) {
    const found = candidates(vault, spelling)
    const [id] = found
    if (id !== undefined && (found.length === 1 || id === spelling)) ids.add(id)
    else {
      unknown.push(spelling)
      sentences.push(
        found.length > 1
          ? `"${spelling}" may be ${found.join(' or ')}; name the one you mean.`
          : `There is no cable "${spelling}" in this archive.`,
      )
    }
  }
  return { ids: [...ids], unknown, sentences }
}

function candidates(vault: VaultReader, spelling: string): readonly string[] {
  const direct = vault.idsOf(spelling.trim())
  if (direct.length > 0) return direct
  const upper = vault.idsOf(spelling.trim().toUpperCase())
  if (upper.length > 0) return upper
  const { id, candidates: others } = resolveIdentifier(spelling)
  return [...new Set([...(id === undefined ? [] : [id]), ...others])].flatMap((each) =>
    vault.idsOf(each).slice(0, 1),
  )
}

/** The one cable that a spelling means; throws `CABLE_UNKNOWN`. */
export function oneCable(vault: VaultReader, spelling: string): Holding {
  const { ids, sentences } = findCables(vault, [spelling])
  const holding = ids[0] === undefined ? undefined : vault.holding(ids[0])
  if (holding !== undefined) return holding
  throw new DeskError('CABLE_UNKNOWN', sentences.join(' '))
}
