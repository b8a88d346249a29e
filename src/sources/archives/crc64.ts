/** The polynomial of ECMA-182 with its bits turned round, as two halves. */
const polynomialHigh = 0xc96c5795 | 0
const polynomialLow = 0xd7870f42 | 0

const tableHigh = new Int32Array(256)
const tableLow = new Int32Array(256)
for (let byte = 0; byte < 256; byte++) {
  let high = 0
  let low = byte
  for (let bit = 0; bit < 8; bit++) {
    const isOdd = (low & 1) === 1
    low = (low >>> 1) | (high << 31)
    high >>>= 1
    if (isOdd) {
      high ^= polynomialHigh
      low ^= polynomialLow
    }
  }
  tableHigh[byte] = high
  tableLow[byte] = low
}

/** The sum xz keeps of a block, over pieces of it. */
export interface Crc64 {
  update(bytes: Uint8Array): void
  /** Eight bytes, the lowest first, as they stand in the file. */
  digest(): Uint8Array
}

/** CRC-64 as xz uses it (its specification, section 6). */
export function crc64(): Crc64 {
  let high = -1
  let low = -1
  return {
    update: (bytes) => {
      let nowHigh = high
      let nowLow = low
      for (let at = 0; at < bytes.length; at++) {
        const index = (nowLow ^ (bytes[at] as number)) & 0xff
        nowLow = ((nowLow >>> 8) | (nowHigh << 24)) ^ (tableLow[index] as number)
        nowHigh = (nowHigh >>> 8) ^ (tableHigh[index] as number)
      }
      high = nowHigh
      low = nowLow
    },
    digest: () => {
      const bytes = new Uint8Array(8)
      const view = new DataView(bytes.buffer)
      view.setInt32(0, ~low, true)
      view.setInt32(4, ~high, true)
      return bytes
    },
  }
}
