/** Inverse document frequency of a word that `df` of `cables` hold. */
export function inverseFrequency(cables: number, df: number): number {
  return Math.log(1 + (cables - df + 0.5) / (df + 0.5))
}

/** Occurrences in the subject count this much more, on top of their count in the stream. */
export const subjectWeight = 4

/**
 * One unit's share of a score, a whole number of 1/65536: so that shares add up to the same score
 * in any order. `length` is the stepped number of tokens.
 */
export function share(
  idf: number,
  frequency: number,
  length: number,
  averageLength: number,
): number {
  if (frequency === 0) return 0
  const longness = 0.25 + (0.75 * length) / averageLength
  return Math.round(((idf * frequency * 2.2) / (frequency + 1.2 * longness)) * 65536)
}
