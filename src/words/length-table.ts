/**
 * Number of tokens of a text as scores see it: the largest of 256 steps that is not above it.
 *
 * Steps are exact up to 40 and keep four binary digits from there, so that one byte holds any
 * length. It is the published encoding of Lucene (`SmallFloat.intToByte4`); `lengthSteps` lists it.
 */
export function steppedLength(tokens: number): number {
  return lengthSteps[lengthStep(tokens)] ?? 0
}

/** Index of the step of that number of tokens, 0 to 255. */
export function lengthStep(tokens: number): number {
  let low = 0
  let high = lengthSteps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lengthSteps[middle] ?? 0) <= tokens) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** The 256 lengths, ascending, in tokens. */
export const lengthSteps: readonly number[] = steps()

function steps(): readonly number[] {
  const free = 24
  const result: number[] = []
  for (let code = 0; code < 256; code++) {
    if (code < free) result.push(code)
    else result.push(free + expand(code - free))
  }
  return result
}

/** Three bits of fraction, the rest exponent: 0 … 7 as they are, then 8, 9, …, 15, 16, 18, … */
function expand(code: number): number {
  const exponent = (code >>> 3) - 1
  return exponent < 0 ? code & 7 : ((code & 7) | 8) * 2 ** exponent
}
