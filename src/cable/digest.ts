/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4). */
const constants: Int32Array = fractions(64, 1 / 3)
/** The same of the square roots of the first eight. */
const initial: Int32Array = fractions(8, 1 / 2)

function fractions(count: number, power: number): Int32Array {
  const found = new Int32Array(count)
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

const encoder = new TextEncoder()

/**
 * SHA-256 of a text's UTF-8 bytes, 64 hex digits. Synchronous, so that a pure function can name a
 * paragraph by its words; a lone surrogate counts as U+FFFD.
 */
export function sha256(text: string): string {
  const bytes = encoder.encode(text)
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, (bytes.length << 3) >>> 0)
  const state = Int32Array.from(initial)
  const words = new Int32Array(64)
  for (let block = 0; block < length; block += 64) {
    schedule(words, view, block)
    compress(state, words)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The 64 words of a block: its own sixteen, and what is mixed of them. */
function schedule(w: Int32Array, view: DataView, block: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + i * 4)
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15] as number
    const b = w[i - 2] as number
    const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16] as number) + small0 + (w[i - 7] as number) + small1
  }
}

function compress(state: Int32Array, w: Int32Array): void {
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
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
  // Written out: an array of eight for each block costs more than the rounds.
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
