import { LzmaError, RangeDecoder } from './range-decoder.ts'

/** How literals and places are modelled: the three numbers of the properties byte. */
export interface LzmaProperties {
  readonly lc: number
  readonly lp: number
  readonly pb: number
}

/** Reads a properties byte, `(pb * 5 + lp) * 9 + lc`; undefined where it is none. */
export function lzmaProperties(byte: number): LzmaProperties | undefined {
  if (byte >= 9 * 5 * 5) return undefined
  const rest = Math.floor(byte / 9)
  return { lc: byte % 9, lp: rest % 5, pb: Math.floor(rest / 5) }
}

/** Smallest window to begin with; it grows with what is unpacked, up to the dictionary's size. */
const firstWindowBytes: number = 256 * 1024

/** Most bytes of input that one step takes. */
const stepBytesMax = 24

const half = 1024

/** Probabilities of lengths: two choices, then 8 short, 8 middle (for 16 places each), 256 long. */
const lengthShort = 2
const lengthMiddle: number = lengthShort + 16 * 8
const lengthLong: number = lengthMiddle + 16 * 8
const lengthProbabilities: number = lengthLong + 256

/**
 * Undoes LZMA: a range coder over adaptive bits, literals and matches into a window of what came
 * before. Input is given in pieces; the state between them is all here, which is why it is a class.
 */
export class LzmaDecoder extends RangeDecoder {
  private window: Uint8Array
  private readonly dictionaryBytes: number
  /** Where the next byte goes, and how many stand before it, up to the size of the dictionary. */
  private position = 0
  private filled = 0
  /** Bytes since the dictionary was reset, modulo 2^32: literals and places are told apart by it. */
  private count = 0

  private state = 0
  private rep0 = 0
  private rep1 = 0
  private rep2 = 0
  private rep3 = 0
  /** Bytes of the current match that found no room yet. */
  private pending = 0

  private lc = 0
  private literalMask = 0
  private placeMask = 0
  private literals: Uint16Array = new Uint16Array(0)
  private readonly isMatch: Uint16Array = new Uint16Array(12 << 4)
  private readonly isRep: Uint16Array = new Uint16Array(12)
  private readonly isRep0: Uint16Array = new Uint16Array(12)
  private readonly isRep1: Uint16Array = new Uint16Array(12)
  private readonly isRep2: Uint16Array = new Uint16Array(12)
  private readonly isRep0Long: Uint16Array = new Uint16Array(12 << 4)
  private readonly slots: Uint16Array = new Uint16Array(4 << 6)
  private readonly special: Uint16Array = new Uint16Array(128)
  private readonly align: Uint16Array = new Uint16Array(16)
  private readonly matchLength: Uint16Array = new Uint16Array(lengthProbabilities)
  private readonly repLength: Uint16Array = new Uint16Array(lengthProbabilities)

  constructor(dictionaryBytes: number) {
    super()
    this.dictionaryBytes = Math.max(dictionaryBytes, 4096)
    this.window = new Uint8Array(Math.min(this.dictionaryBytes, firstWindowBytes))
  }

  /** Forgets what came before. */
  resetDictionary(): void {
    this.filled = 0
    this.count = 0
  }

  /** Starts the model anew, with other properties where some are given. */
  resetState(properties?: LzmaProperties): void {
    if (properties) {
      const { lc, lp, pb } = properties
      this.lc = lc
      this.literalMask = (1 << lp) - 1
      this.placeMask = (1 << pb) - 1
      const size = 0x300 << (lc + lp)
      if (this.literals.length !== size) this.literals = new Uint16Array(size)
    }
    this.state = 0
    this.rep0 = 0
    this.rep1 = 0
    this.rep2 = 0
    this.rep3 = 0
    this.pending = 0
    for (const probabilities of [
      this.literals,
      this.isMatch,
      this.isRep,
      this.isRep0,
      this.isRep1,
      this.isRep2,
      this.isRep0Long,
      this.slots,
      this.special,
      this.align,
      this.matchLength,
      this.repLength,
    ]) {
      probabilities.fill(half)
    }
  }

  /** True where the coder ended as it should: LZMA2 and 7z end every stream so. */
  get isFinished(): boolean {
    return this.code === 0 && this.pending === 0
  }

  /** Takes bytes as they are into the window, and gives them back from there. */
  copy(bytes: Uint8Array): void {
    for (const byte of bytes) this.put(byte)
  }

  /**
   * Unpacks up to so many bytes; stops before where the input could run short, unless it is the
   * last. Gives the bytes as a copy.
   */
  decode(wanted: number, isLast: boolean): Uint8Array {
    const out = new Uint8Array(wanted)
    let done = this.copyPending(out, 0)
    const safe = isLast ? this.input.length : this.input.length - stepBytesMax
    while (done < wanted && this.at <= safe) {
      if (this.at > this.input.length) throw new LzmaError('input ends')
      const place = this.count & this.placeMask
      const { state } = this
      if (this.bit(this.isMatch, (state << 4) + place) === 0) {
        out[done++] = this.literal()
        continue
      }
      const length = this.bit(this.isRep, state) === 0 ? this.match(place) : this.repeat(place)
      if (length === 0) throw new LzmaError('end mark')
      if (this.rep0 >>> 0 >= this.filled) throw new LzmaError('distance')
      this.pending = length
      done = this.copyPending(out, done)
    }
    if (this.at > this.input.length) throw new LzmaError('input ends')
    return done === wanted ? out : out.subarray(0, done)
  }

  private copyPending(out: Uint8Array, from: number): number {
    let done = from
    while (this.pending > 0 && done < out.length) {
      out[done++] = this.put(this.before(this.rep0))
      this.pending -= 1
    }
    return done
  }

  /** The byte so many and one before the next. */
  private before(distance: number): number {
    let at = this.position - distance - 1
    if (at < 0) at += this.window.length
    return this.window[at] as number
  }

  private put(byte: number): number {
    if (this.position === this.window.length) this.turn()
    this.window[this.position++] = byte
    if (this.filled < this.dictionaryBytes) this.filled += 1
    this.count = (this.count + 1) | 0
    return byte
  }

  /** At the window's end: a larger one, or its start again where it has the dictionary's size. */
  private turn(): void {
    const { length } = this.window
    if (length === this.dictionaryBytes) this.position = 0
    else {
      const larger = new Uint8Array(Math.min(length * 2, this.dictionaryBytes))
      larger.set(this.window)
      this.window = larger
    }
  }

  private literal(): number {
    const last = this.filled > 0 ? this.before(0) : 0
    const context = ((this.count & this.literalMask) << this.lc) + (last >>> (8 - this.lc))
    const from = 0x300 * context
    let node = 1
    if (this.state >= 7) {
      let matched = this.before(this.rep0)
      do {
        const matchBit = (matched >>> 7) & 1
        matched <<= 1
        const bit = this.bit(this.literals, from + ((1 + matchBit) << 8) + node)
        node = (node << 1) | bit
        if (matchBit !== bit) break
      } while (node < 0x100)
    }
    while (node < 0x100) node = (node << 1) | this.bit(this.literals, from + node)
    this.state = this.state < 4 ? 0 : this.state < 10 ? this.state - 3 : this.state - 6
    return this.put(node & 0xff)
  }

  /** A new distance; 0 where it is the end mark. */
  private match(place: number): number {
    this.rep3 = this.rep2
    this.rep2 = this.rep1
    this.rep1 = this.rep0
    const length = this.length(this.matchLength, place)
    this.state = this.state < 7 ? 7 : 10
    const slot = this.tree(this.slots, Math.min(length - 2, 3) << 6, 6)
    this.rep0 = slot < 4 ? slot : this.distance(slot)
    return this.rep0 === -1 ? 0 : length
  }

  private distance(slot: number): number {
    const bits = (slot >>> 1) - 1
    const high = ((2 | (slot & 1)) << bits) | 0
    if (slot < 14) return high + this.reverseTree(this.special, high - slot, bits)
    return (high + (this.direct(bits - 4) << 4) + this.reverseTree(this.align, 0, 4)) | 0
  }

  /** One of the last four distances. */
  private repeat(place: number): number {
    const { state } = this
    if (this.filled === 0) throw new LzmaError('nothing to repeat')
    if (this.bit(this.isRep0, state) === 0) {
      if (this.bit(this.isRep0Long, (state << 4) + place) === 0) {
        this.state = state < 7 ? 9 : 11
        return 1
      }
    } else if (this.bit(this.isRep1, state) === 0) {
      const { rep1 } = this
      this.rep1 = this.rep0
      this.rep0 = rep1
    } else {
      const isThird = this.bit(this.isRep2, state) === 0
      const distance = isThird ? this.rep2 : this.rep3
      if (!isThird) this.rep3 = this.rep2
      this.rep2 = this.rep1
      this.rep1 = this.rep0
      this.rep0 = distance
    }
    this.state = state < 7 ? 8 : 11
    return this.length(this.repLength, place)
  }

  private length(probabilities: Uint16Array, place: number): number {
    if (this.bit(probabilities, 0) === 0) {
      return 2 + this.tree(probabilities, lengthShort + (place << 3), 3)
    }
    if (this.bit(probabilities, 1) === 0) {
      return 10 + this.tree(probabilities, lengthMiddle + (place << 3), 3)
    }
    return 18 + this.tree(probabilities, lengthLong, 8)
  }
}
