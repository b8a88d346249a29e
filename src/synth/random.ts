/** A seeded source of chance: the same seed gives the same numbers, on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number below 2³². */
  bits(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True in this share of cases, 0 … 1. */
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** About normally distributed, mean 0, deviation 1, between -6 and 6. */
  normal(): number
}

/**
 * Opens the source for a seed and, within it, a stream: one stream a cable. Its state has 128 bits
 * (sfc32), so that the streams of ten million cables share no stretch.
 */
export function openRandom(seed: number, stream = 0, within = 0): Random {
  let a = mix(seed)
  let b = mix(stream ^ 0x9e3779b9)
  let c = mix(within ^ 0x85ebca6b)
  let counter = 1
  const bits = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) bits()
  const next = (): number => bits() / 4_294_967_296
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    bits,
    between,
    chance: (share) => next() < share,
    pick(items) {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    normal() {
      // A sum of uniform numbers: sines and logarithms may differ between machines.
      let sum = -6
      for (let count = 0; count < 12; count++) sum += next()
      return sum
    },
  }
}

/** A whole number below 2³² that depends on every bit of the given ones. */
export function mix(first: number, second = 0): number {
  let mixed = Math.imul(first ^ 0x2c1b3c6d, 0x85ebca6b) ^ Math.imul(second + 0x297a2d39, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** e to the power of x, by its series: equal on every machine, unlike `Math.exp`. */
export function exponential(x: number): number {
  let halvings = 0
  let rest = x
  for (; Math.abs(rest) > 0.5; halvings++) rest /= 2
  let term = 1
  let sum = 1
  for (let n = 1; n < 18; n++) {
    term = (term * rest) / n
    sum += term
  }
  for (; halvings > 0; halvings--) sum *= sum
  return sum
}
