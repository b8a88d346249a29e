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
  return sha256OfBytes(encoder.encode(text))
}

/** Scratch of one call, which is never interrupted: nothing is made anew for each block. */
const state = new Int32Array(8)
const words = new Int32Array(64)
const lastBlocks = new Uint8Array(128)

/** SHA-256 of bytes: 64 hex digits, or as many words of eight as are asked for. */
export function sha256OfBytes(bytes: Uint8Array, wordsWanted = 8): string {
  state.set(initial)
  const whole = bytes.length - (bytes.length % 64)
  for (let block = 0; block < whole; block += 64) compress(bytes, block)
  const rest = bytes.length - whole
  for (let at = 0; at < 128; at++) lastBlocks[at] = at < rest ? (bytes[whole + at] as number) : 0
  lastBlocks[rest] = 0x80
  const end = rest < 56 ? 64 : 128
  const bits = [Math.floor(bytes.length / 2 ** 29), (bytes.length << 3) >>> 0] as const
  for (let at = 0; at < 8; at++) {
    lastBlocks[end - 8 + at] = (at < 4 ? bits[0] : bits[1]) >>> (24 - 8 * (at & 3))
  }
  for (let block = 0; block < end; block += 64) compress(lastBlocks, block)
  let digits = ''
  for (let at = 0; at < wordsWanted; at++) {
    digits += ((state[at] as number) >>> 0).toString(16).padStart(8, '0')
  }
  return digits
}

/** The 64 words of a block: its own sixteen, and what is mixed of them. */
function schedule(bytes: Uint8Array, block: number): void {
  const w = words
  for (let i = 0, at = block; i < 16; i++, at += 4) {
    w[i] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
  }
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15] as number
    const b = w[i - 2] as number
    const small0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)
    const small1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10)
    w[i] = ((w[i - 16] as number) + small0 + (w[i - 7] as number) + small1) | 0
  }
}

/**
 * Four rounds a turn, each word left where it is and used under its next name, the rotations
 * written out: nothing is moved between registers, which makes it half as fast again.
 */
function compress(bytes: Uint8Array, block: number): void {
  schedule(bytes, block)
  const w = words
  const k = constants
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let i = 0; i < 64; i += 4) {
    const one = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const x1 = (h + one + (g ^ (e & (f ^ g))) + (k[i] as number) + (w[i] as number)) | 0
    h = (d + x1) | 0
    const two = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    d = (x1 + two + ((a & b) | (c & (a | b)))) | 0

    const three = ((h >>> 6) | (h << 26)) ^ ((h >>> 11) | (h << 21)) ^ ((h >>> 25) | (h << 7))
    const x2 = (g + three + (f ^ (h & (e ^ f))) + (k[i + 1] as number) + (w[i + 1] as number)) | 0
    g = (c + x2) | 0
    const four = ((d >>> 2) | (d << 30)) ^ ((d >>> 13) | (d << 19)) ^ ((d >>> 22) | (d << 10))
    c = (x2 + four + ((d & a) | (b & (d | a)))) | 0

    const five = ((g >>> 6) | (g << 26)) ^ ((g >>> 11) | (g << 21)) ^ ((g >>> 25) | (g << 7))
    const x3 = (f + five + (e ^ (g & (h ^ e))) + (k[i + 2] as number) + (w[i + 2] as number)) | 0
    f = (b + x3) | 0
    const six = ((c >>> 2) | (c << 30)) ^ ((c >>> 13) | (c << 19)) ^ ((c >>> 22) | (c << 10))
    b = (x3 + six + ((c & d) | (a & (c | d)))) | 0

    const seven = ((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7))
    const x4 = (e + seven + (h ^ (f & (g ^ h))) + (k[i + 3] as number) + (w[i + 3] as number)) | 0
    e = (a + x4) | 0
    const eight = ((b >>> 2) | (b << 30)) ^ ((b >>> 13) | (b << 19)) ^ ((b >>> 22) | (b << 10))
    a = (x4 + eight + ((b & c) | (d & (b | c)))) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}
