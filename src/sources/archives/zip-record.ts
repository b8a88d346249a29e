/** What a zip's directory says of one entry. */
export interface ZipRecord {
  readonly name: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Where its local header stands. */
  readonly offset: number
  /** Unix mode, 0 where the zip was made elsewhere. */
  readonly mode: number
  /** Bytes of this record in the directory. */
  readonly length: number
}

/** `PK` and two bytes, as little-endian numbers. */
export const zipSignatures = {
  local: 0x04034b50,
  record: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  descriptor: 0x08074b50,
} as const

/** Fixed parts of a record of the directory and of a local header, in bytes. */
export const recordBytes = 46
export const localBytes = 30

/** Flags that count here: encrypted, sizes behind the bytes, directory encrypted. */
export const zipFlags = { encrypted: 1, descriptor: 8, masked: 0x2000 } as const

/**
 * Reads one record of the directory (APPNOTE 4.3.12); undefined where none stands, or not whole.
 *
 * ```
 * PK 1 2, made by 2, needs 2, flags 2, method 2, time 4, crc 4, packed 4, size 4,
 * name 2, extra 2, comment 2, disk 2, attributes 2+4, offset 4; name, extra, comment
 * ```
 */
export function zipRecord(bytes: Buffer, at: number): ZipRecord | undefined {
  if (bytes.length < at + recordBytes) return undefined
  if (bytes.readUInt32LE(at) !== zipSignatures.record) return undefined
  const nameEnd = at + recordBytes + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const end = extraEnd + bytes.readUInt16LE(at + 32)
  if (bytes.length < end) return undefined
  const [size, packedSize, offset] = wideNumbers(
    [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
    bytes.subarray(nameEnd, extraEnd),
  )
  if (size === undefined || packedSize === undefined || offset === undefined) return undefined
  const madeBy = bytes.readUInt8(at + 5)
  return {
    name: Uint8Array.from(bytes.subarray(at + recordBytes, nameEnd)),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
    // 3 is Unix, 19 a Mac: there the upper half of the attributes is the mode.
    mode: madeBy === 3 || madeBy === 19 ? bytes.readUInt16LE(at + 40) : 0,
    length: end - at,
  }
}

/**
 * Numbers that are 0xFFFFFFFF stand with eight bytes in the extra field 1, in their order; a
 * number that is too large for any file makes all of it undefined.
 */
export function wideNumbers(
  narrow: readonly number[],
  extra: Buffer,
): readonly (number | undefined)[] {
  const wide = extraField(extra, 1)
  let at = 0
  return narrow.map((number) => {
    if (number !== 0xffffffff) return number
    if (!wide || wide.length < at + 8) return wide ? undefined : number
    const value = Number(wide.readBigUInt64LE(at))
    at += 8
    return Number.isSafeInteger(value) ? value : undefined
  })
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return undefined
}
