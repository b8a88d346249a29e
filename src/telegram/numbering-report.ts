import type { Decision } from './numbering.ts'
import { report, type Source } from './source.ts'

/** Says which numbers were repaired, skipped or used twice (specification 5, 6). */
export function reportNumbering(source: Source, decisions: readonly Decision[]): void {
  let expected = 1
  for (const decision of decisions) {
    if (decision.verdict !== 'paragraph') continue
    const { candidate, number } = decision
    const { start, labelEnd: end } = candidate
    if (decision.repaired)
      report(source, 'PARA_REPAIRED', start, end, { printed: candidate.label.trim(), number })
    if (expected === 1 && number > 1) report(source, 'PARA_START', start, end, { number })
    else if (number > expected) report(source, 'PARA_GAP', start, end, { number, expected })
    else if (number < expected) report(source, 'PARA_DUPLICATE', start, end, { number })
    expected = number + 1
  }
}
