/** Choices that are the same for the same seed, on every machine. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number
  /** One of them. */
  pick<T>(from: readonly [T, ...T[]]): T
  /** True in `percent` of 100 cases. */
  often(percent: number): boolean
}

/** Chance from a seed: 32 bits, mixed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit)
  }
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    often: (percent) => below(100) < percent,
  }
}
