import type { Decision } from './numbering.ts'
import { report, type Source } from './source.ts'

/** Says which numbers were repaired, skipped, used twice or out of order (specification 5, 6). */
export function reportNumbering(source: Source, decisions: readonly Decision[]): void {
  let expected = 1
  let used = new Set<number>()
  for (const decision of decisions) {
    if (decision.verdict !== 'paragraph') continue
    const { candidate, number } = decision
    const { start, labelEnd: end } = candidate
    if (decision.repaired)
      report(source, 'PARA_REPAIRED', start, end, { printed: candidate.label.trim(), number })
    if (used.size === 0 && number > 1) report(source, 'PARA_START', start, end, { number })
    else if (number > expected) report(source, 'PARA_GAP', start, end, { number, expected })
    else if (number === 1 && expected > 1) {
      report(source, 'PARA_RESTART', start, end, { before: expected - 1 })
      used = new Set()
    } else if (used.has(number)) report(source, 'PARA_DUPLICATE', start, end, { number })
    else if (number < expected)
      report(source, 'PARA_NONMONOTONE', start, end, { number, before: expected - 1 })
    used.add(number)
    expected = number + 1
  }
}
