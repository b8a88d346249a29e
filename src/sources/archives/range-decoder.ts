/** What is wrong with data that is no LZMA. */
export class LzmaError extends Error {
  override readonly name: string = 'LzmaError'
}

const sign = 0x80000000 | 0

/** The range coder of LZMA: bits out of bytes, by a chance that adapts to what came. */
export class RangeDecoder {
  protected input: Uint8Array = new Uint8Array(0)
  protected at = 0
  protected range = 0
  protected code = 0

  /** Takes the five bytes a range coder begins with. */
  startCoder(bytes: Uint8Array): void {
    if (bytes.length < 5 || bytes[0] !== 0) throw new LzmaError('no range coder')
    this.range = -1
    this.code = new DataView(bytes.buffer, bytes.byteOffset).getInt32(1)
  }

  /** The input to go on with; `left` bytes of the last one are to stand before it. */
  feed(bytes: Uint8Array): void {
    this.input = bytes
    this.at = 0
  }

  /** Bytes of the input that were not taken. */
  get left(): number {
    return this.input.length - this.at
  }

  protected bit(probabilities: Uint16Array, index: number): 0 | 1 {
    const probability = probabilities[index] as number
    const bound = Math.imul(this.range >>> 11, probability)
    let bit: 0 | 1 = 0
    if ((this.code ^ sign) < (bound ^ sign)) {
      this.range = bound
      probabilities[index] = probability + ((2048 - probability) >>> 5)
    } else {
      this.range = (this.range - bound) | 0
      this.code = (this.code - bound) | 0
      probabilities[index] = probability - (probability >>> 5)
      bit = 1
    }
    if ((this.range & 0xff000000) === 0) this.normalise()
    return bit
  }

  private normalise(): void {
    this.code = (this.code << 8) | (this.input[this.at++] as number)
    this.range <<= 8
  }

  /** Bits of even chance, the highest first. */
  protected direct(bits: number): number {
    let value = 0
    for (let left = bits; left > 0; left--) {
      this.range >>>= 1
      this.range |= 0
      const isOne = (this.code ^ sign) >= (this.range ^ sign)
      if (isOne) this.code = (this.code - this.range) | 0
      value = (value << 1) | (isOne ? 1 : 0)
      if ((this.range & 0xff000000) === 0) this.normalise()
    }
    return value
  }

  protected tree(probabilities: Uint16Array, from: number, bits: number): number {
    let node = 1
    for (let left = bits; left > 0; left--) {
      node = (node << 1) | this.bit(probabilities, from + node)
    }
    return node - (1 << bits)
  }

  protected reverseTree(probabilities: Uint16Array, from: number, bits: number): number {
    let node = 1
    let value = 0
    for (let shift = 0; shift < bits; shift++) {
      const bit = this.bit(probabilities, from + node)
      node = (node << 1) | bit
      value |= bit << shift
    }
    return value
  }
}
