/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4). */
const constants: Uint32Array = fractions(64, 1 / 3)
/** The same of the square roots of the first eight. */
const initial: Uint32Array = fractions(8, 1 / 2)

function fractions(count: number, power: number): Uint32Array {
  const found = new Uint32Array(count)
  for (let n = 2, at = 0; at < count; n++) {
    if (!isPrime(n)) continue
    const root = n ** power
    found[at++] = Math.floor((root - Math.floor(root)) * 2 ** 32)
  }
  return found
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false
  return true
}

/**
 * SHA-256 of a text's UTF-8 bytes, 64 hex digits. Synchronous, so that a pure function can name a
 * paragraph by its words; a lone surrogate counts as U+FFFD.
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, (bytes.length << 3) >>> 0)
  const state = Uint32Array.from(initial)
  const words = new Uint32Array(64)
  for (let block = 0; block < length; block += 64) compress(state, words, view, block)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

function compress(state: Uint32Array, w: Uint32Array, view: DataView, block: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + i * 4)
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15] as number
    const b = w[i - 2] as number
    const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16] as number) + small0 + (w[i - 7] as number) + small1
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g)
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const one = (h + big1 + choice + (constants[i] as number) + (w[i] as number)) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + big0 + majority) | 0
  }
  const added = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = (state[i] as number) + (added[i] as number)
}

type Eight = [number, number, number, number, number, number, number, number]

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
