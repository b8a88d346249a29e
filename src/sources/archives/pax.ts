/** What an extended header says of the entry behind it; it wins over the entry's own header. */
export interface TarExtension {
  readonly name?: Uint8Array
  readonly size?: number
  readonly sparse?: boolean
}

/**
 * Reads the records of a pax header, `LENGTH KEY=VALUE` and a line end each:
 *
 * ```
 * 37 path=cable/2007/03/07LOME77.html
 * 20 size=8589934592
 * ```
 */
export function paxExtension(record: Uint8Array): TarExtension {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.length)
  let extension: TarExtension = {}
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at)
    const length = blank < 0 ? 0 : Number(bytes.toString('latin1', at, Math.min(blank, at + 12)))
    const end = at + length
    const equals = bytes.indexOf(0x3d, blank)
    // A record that does not fit ends what is understood; the entry's own header stands.
    if (!Number.isInteger(length) || length < 5 || end > bytes.length || equals >= end) break
    const key = bytes.toString('latin1', blank + 1, equals)
    extension = { ...extension, ...paxField(key, bytes.subarray(equals + 1, end - 1)) }
    at = end
  }
  return extension
}

function paxField(key: string, value: Buffer): TarExtension {
  if (key === 'path') return { name: Uint8Array.from(value) }
  if (key.startsWith('GNU.sparse.')) return { sparse: true }
  if (key !== 'size') return {}
  const size = /^\d{1,16}$/.test(value.toString('latin1')) ? Number(value.toString('latin1')) : -1
  return Number.isSafeInteger(size) && size >= 0 ? { size } : {}
}
