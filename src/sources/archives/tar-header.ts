/** What the 512 bytes before an entry of a tar say. */
export interface TarHeader {
  /** Name as it stands there, with the prefix of ustar before it. */
  readonly name: Uint8Array
  /** Bytes of the entry. */
  readonly size: number
  /** The type flag, one character; `0` where a tar of old has none. */
  readonly type: string
  readonly sparse?: boolean
}

/**
 * Reads a header; undefined where its sum is wrong or its size is none.
 *
 * ```
 * 0 name 100 mode 108 uid 116 gid 124 size 136 mtime 148 sum 156 type 157 link 257 "ustar" 345 prefix
 * ```
 */
export function tarHeader(bytes: Uint8Array): TarHeader | undefined {
  if (!tarSumHolds(bytes)) return undefined
  const size = tarNumber(bytes.subarray(124, 136))
  if (size === undefined) return undefined
  const flag = bytes[156] ?? 0
  const type = flag === 0 ? '0' : String.fromCharCode(flag)
  const own = terminated(bytes.subarray(0, 100))
  // POSIX ends the mark with NUL, GNU with a blank and keeps other things where the prefix stands.
  const isPosix = Buffer.from(bytes.subarray(257, 263)).equals(Buffer.from('ustar\0'))
  const prefix = isPosix ? terminated(bytes.subarray(345, 500)) : bytes.subarray(0, 0)
  const name = prefix.length === 0 ? own : Buffer.concat([prefix, Buffer.from('/'), own])
  return { name: Uint8Array.from(name), size, type, ...(type === 'S' && { sparse: true }) }
}

/** True where 512 bytes carry the right sum of themselves, as a header of a tar does. */
export function tarSumHolds(bytes: Uint8Array): boolean {
  const stated = tarNumber(bytes.subarray(148, 156))
  if (stated === undefined || stated === 0 || bytes.length < 512) return false
  let sum = 8 * 0x20
  for (let at = 0; at < 512; at++) sum += at >= 148 && at < 156 ? 0 : (bytes[at] ?? 0)
  return sum === stated
}

/** Octal digits, or the 64 low bits where the first byte is 0x80; undefined where it is no size. */
function tarNumber(field: Uint8Array): number | undefined {
  if (((field[0] ?? 0) & 0x80) !== 0) {
    if (field[0] !== 0x80) return undefined
    let value = 0
    for (const byte of field.subarray(1)) value = value * 256 + byte
    return Number.isSafeInteger(value) ? value : undefined
  }
  const digits = Buffer.from(terminated(field)).toString('latin1').trim()
  if (digits === '') return 0
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}

function terminated(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0)
  return end < 0 ? field : field.subarray(0, end)
}
