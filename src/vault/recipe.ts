/** So many equal bytes are taken for a place where the original goes on. */
const needleBytes = 8

/** How far ahead the original is searched once the beginning of the text is found. */
const windowBytes = 4096

/** Places looked up in vain: some, and one more for so many bytes of the text. */
const missesMin = 64
const bytesPerMiss = 32

/** A recipe is worth it where the text is so many times as long. */
const gainMin = 4

/**
 * Writes down how a decoded text follows from its original: which stretches of it are copied, and
 * what stands between them. Most texts are their original without its quoting, so that the recipe
 * is a few bytes where the text would be stored a second time. Undefined where it would be long.
 *
 * A recipe is a row of numbers and bytes; numbers are varints (7 bits a byte, the lowest first). It
 * begins with the lengths of original and text. Then follow, to the end of the text: how many bytes
 * are written, these bytes, how many are skipped in the original, and how many of it are copied.
 */
export function recipeOf(original: Uint8Array, text: Uint8Array): Uint8Array | undefined {
  const bytes: number[] = []
  pushNumber(bytes, original.length)
  pushNumber(bytes, text.length)
  const search = searchIn(original, text)
  let at = 0
  let done = 0
  while (done < text.length) {
    const next = search(at, done)
    if (next === undefined) return undefined
    pushNumber(bytes, next.done - done)
    for (const byte of text.subarray(done, next.done)) bytes.push(byte)
    const length = equalBytes(original, next.at, text, next.done)
    pushNumber(bytes, next.at - at)
    pushNumber(bytes, length)
    at = next.at + length
    done = next.done + length
    if (bytes.length * gainMin > text.length) return undefined
  }
  return Uint8Array.from(bytes)
}

/** Bytes of the original that a recipe is for; it stands right behind them. */
export function originalBytesOf(recipe: Uint8Array): number {
  return readNumber(recipe, { at: 0 })
}

/** Makes the text again; throws a `RangeError` where recipe and original do not fit. */
export function textByRecipe(recipe: Uint8Array, original: Uint8Array): Uint8Array {
  const cursor = { at: 0 }
  const expected = readNumber(recipe, cursor)
  const length = readNumber(recipe, cursor)
  if (expected !== original.length || length > original.length + recipe.length) throw misfit()
  const text = new Uint8Array(length)
  let at = 0
  let done = 0
  while (done < length) {
    const written = readNumber(recipe, cursor)
    text.set(recipe.subarray(cursor.at, cursor.at + written), done)
    cursor.at += written
    done += written
    at += readNumber(recipe, cursor)
    const copied = readNumber(recipe, cursor)
    if (at + copied > original.length || written + copied === 0) throw misfit()
    text.set(original.subarray(at, at + copied), done)
    at += copied
    done += copied
  }
  if (done !== length) throw misfit()
  return text
}

interface Place {
  readonly at: number
  readonly done: number
}

/** Gives the function that finds where original and text agree again; the text's end is one. */
function searchIn(
  original: Uint8Array,
  text: Uint8Array,
): (at: number, done: number) => Place | undefined {
  const from = Buffer.from(original.buffer, original.byteOffset, original.byteLength)
  let misses = missesMin + text.length / bytesPerMiss
  return (at, start) => {
    const end = at === 0 ? from.length : Math.min(from.length, at + windowBytes)
    const ahead = from.subarray(at, end)
    for (let done = start; done + needleBytes <= text.length; done++) {
      const found = ahead.indexOf(text.subarray(done, done + needleBytes))
      if (found >= 0) return { at: at + found, done }
      misses -= 1
      if (misses < 0) return undefined
    }
    return { at, done: text.length }
  }
}

function equalBytes(a: Uint8Array, fromA: number, b: Uint8Array, fromB: number): number {
  const max = Math.min(a.length - fromA, b.length - fromB)
  let length = 0
  while (length < max && a[fromA + length] === b[fromB + length]) length += 1
  return length
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}

function readNumber(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0
  for (let factor = 1; factor < 2 ** 42; factor *= 128) {
    const byte = bytes[cursor.at]
    if (byte === undefined) throw misfit()
    cursor.at += 1
    value += (byte & 127) * factor
    if (byte < 128) return value
  }
  throw misfit()
}

function misfit(): RangeError {
  return new RangeError('a recipe does not fit its original')
}
