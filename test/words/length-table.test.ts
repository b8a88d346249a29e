import { describe, expect, it } from 'vitest'
import { lengthStep, lengthSteps, steppedLength } from '../../src/words/length-table.ts'

describe('the length table', () => {
  it('has 256 ascending steps, exact up to 40', () => {
    expect(lengthSteps).toHaveLength(256)
    expect(lengthSteps.slice(0, 41)).toEqual(Array.from({ length: 41 }, (_, index) => index))
    expect(
      lengthSteps.every((step, index) => index === 0 || step > (lengthSteps[index - 1] ?? 0)),
    ).toBe(true)
  })

  it.each([
    [0, 0],
    [40, 40],
    [41, 40],
    [42, 42],
    [56, 56],
    [59, 56],
    [88, 88],
    [100, 96],
    [1000, 984],
    [65_535, 61_464],
    [2_013_265_944, 2_013_265_944],
    [9_000_000_000, 2_013_265_944],
  ])('%i tokens count as %i', (tokens, length) => {
    expect(steppedLength(tokens)).toBe(length)
    expect(lengthSteps[lengthStep(tokens)]).toBe(length)
  })
})
