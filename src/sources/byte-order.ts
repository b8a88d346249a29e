/** Encodings of two bytes a unit, by which comes first. */
export type WideEncoding = 'utf-16le' | 'utf-16be'

/** Bytes that are looked at where a file has no mark. */
const lookedAtMax = 4_096

/**
 * The byte order of UTF-16: by its mark, else by the zero bytes that Latin text has at every second
 * place. Undefined where the bytes are no UTF-16.
 */
export function wideEncodingOf(bytes: Uint8Array): WideEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, lookedAtMax) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const most = (length / 2) * 0.6
  const least = (length / 2) * 0.02
  if (odd > most && even <= least) return 'utf-16le'
  if (even > most && odd <= least) return 'utf-16be'
  return undefined
}

/** Length of the mark that opens bytes of UTF-8 or UTF-16; 0 where there is none. */
export function markLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return wide ? 2 : 0
}
