import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originalBytesOf, recipeOf, textByRecipe } from '../../src/vault/recipe.ts'

const words = Array.from({ length: 400 }, (_, n) => `word ${n} of the "invented" harbour`).join(
  '\n',
)

describe('a recipe', () => {
  it('makes a quoted text again from a few bytes', () => {
    const original = Buffer.from(`"1","05/19/2005","OSLO","${words.replaceAll('"', '""')}"\n`)
    const recipe = recipeOf(original, Buffer.from(words)) ?? new Uint8Array()
    expect(recipe.length).toBeLessThan(words.length / 4)
    expect(originalBytesOf(recipe)).toBe(original.length)
    expect(Buffer.from(textByRecipe(recipe, original)).toString()).toBe(words)
  })

  it('is not made where a text shares nothing with its original', () => {
    const original = Buffer.from(words.replace(/./g, (letter) => letter.charCodeAt(0).toString(16)))
    expect(recipeOf(original, Buffer.from(words))).toBeUndefined()
  })

  it('makes every text again to the last byte, or does not come about', () => {
    const piece = fc.constantFrom('"', '""', '\\"', '\n', '&#x000A;', 'é', words.slice(0, 90), 'xy')
    const pieces = fc.array(fc.tuple(piece, fc.boolean(), fc.boolean()), { maxLength: 60 })
    fc.assert(
      fc.property(pieces, (list) => {
        const side = (n: 1 | 2): Uint8Array =>
          Buffer.from(list.flatMap((each) => (each[n] ? each[0] : [])).join(''))
        const recipe = recipeOf(side(1), side(2))
        if (recipe) expect(Buffer.compare(textByRecipe(recipe, side(1)), side(2))).toBe(0)
      }),
    )
  })

  it('that is damaged gives an error, or another text of bounded size', () => {
    const original = Buffer.from(words.replaceAll('"', '""'))
    const recipe = recipeOf(original, Buffer.from(words)) ?? new Uint8Array()
    fc.assert(
      fc.property(fc.nat(recipe.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Uint8Array.from(recipe)
        damaged[at] = byte
        try {
          const text = textByRecipe(damaged, original)
          expect(text.length).toBeLessThanOrEqual(original.length + recipe.length)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})
