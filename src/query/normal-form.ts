import type { Clause } from './question.ts'

/** Matches no cable; prints as `-*`. */
export const nothing: Clause = { type: 'not', clause: { type: 'all' } }

/**
 * The same question in its one normal form: groups within like groups joined, single members freed,
 * double negations gone, each member once. Equal hits and, since a unit counts once, equal scores.
 */
export function normalForm(clause: Clause): Clause {
  if (clause.type === 'not') return negated(normalForm(clause.clause))
  if (clause.type !== 'and' && clause.type !== 'or') return clause
  return group(clause.type, clause.clauses.map(normalForm))
}

function negated(clause: Clause): Clause {
  return clause.type === 'not' ? clause.clause : { type: 'not', clause }
}

/** Members already in normal form → the group in normal form. */
function group(type: 'and' | 'or', members: readonly Clause[]): Clause {
  // `*` leaves an AND as it is and makes an OR everything; `-*` the other way round.
  const [neutral, decisive] = type === 'and' ? [all, nothing] : [nothing, all]
  const seen = new Map<string, Clause>()
  for (const member of members) {
    const inner = member.type === type ? member.clauses : [member]
    for (const clause of inner) {
      const key = JSON.stringify(clause)
      if (key === keyOf(decisive)) return decisive
      if (key !== keyOf(neutral)) seen.set(key, clause)
    }
  }
  const clauses = [...seen.values()]
  const [only] = clauses
  if (only === undefined) return neutral
  return clauses.length === 1 ? only : { type, clauses }
}

const all: Clause = { type: 'all' }

function keyOf(clause: Clause): string {
  return JSON.stringify(clause)
}
