import type { Diagnostic } from '../telegram/tree.ts'

/** How often a diagnostic was met. */
export interface TallyRow {
  readonly code: string
  readonly severity: Diagnostic['severity']
  readonly times: number
  /** In how many cables. */
  readonly cables: number
}

/** Counts diagnostics by code. */
export interface Tally {
  /** The diagnostics of one cable. */
  add(diagnostics: readonly Diagnostic[]): void
  /** The most frequent first; of equals, by code. */
  rows(): readonly TallyRow[]
}

/** Starts with nothing counted. */
export function openTally(): Tally {
  const counted = new Map<
    string,
    { severity: Diagnostic['severity']; times: number; cables: number }
  >()
  return {
    add(diagnostics) {
      const seen = new Set<string>()
      for (const { code, severity } of diagnostics) {
        const row = counted.get(code) ?? { severity, times: 0, cables: 0 }
        row.times += 1
        if (!seen.has(code)) row.cables += 1
        seen.add(code)
        counted.set(code, row)
      }
    },
    rows() {
      return [...counted]
        .map(([code, row]) => ({ code, ...row }))
        .sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1))
    },
  }
}
