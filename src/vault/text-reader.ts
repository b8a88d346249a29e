import type { ReadPlace } from './block-reader.ts'
import { textOfBytes } from './charset.ts'
import type { Place } from './place.ts'
import { originalBytesOf, textByRecipe } from './recipe.ts'

/** How a text is stored: its bytes, or the recipe that makes them of the original before it. */
export type TextForm = 'whole' | 'recipe'

/** Where a text lies, and how. */
export interface TextPlace extends Place {
  readonly form: string
  readonly charset: string
}

/** Reads a text; throws where what is stored of it is damaged. */
export function readText(read: ReadPlace, { form, charset, ...place }: TextPlace): string {
  const bytes = read(place)
  if (form === 'whole') return textOfBytes(charset, bytes)
  const length = originalBytesOf(bytes)
  const original = read({ block: place.block, start: place.start - length, bytes: length })
  return textOfBytes(charset, textByRecipe(bytes, original))
}
