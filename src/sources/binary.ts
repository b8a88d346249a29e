import { wideEncodingOf } from './byte-order.ts'
import { controlPercentMax } from './limits.ts'

/** First bytes of what dumps hold beside cables, and the word for it. */
const magics: readonly (readonly [string, string])[] = [
  ['89504e470d0a1a0a', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['474946383761', 'a GIF image'],
  ['474946383961', 'a GIF image'],
  ['255044462d', 'a PDF document'],
  // Other zips are opened; see `archives/archive-kind.ts`.
  ['504b0304', 'a document of an office program, an e-book or a program'],
  ['425a68', 'a bzip2 archive; unpack it and give what is in it'],
  ['7f454c46', 'a program'],
  ['53514c69746520666f726d6174203300', 'an SQLite database'],
  ['00000100', 'an icon'],
]

/** Says what bytes are that cannot be a telegram's text; undefined where they can. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  if (wideEncodingOf(bytes) !== undefined) return undefined
  const head = hexadecimal(bytes.subarray(0, 16))
  const known = magics.find(([magic]) => head.startsWith(magic))
  // `BZh` could open a text; a real bzip2 file has a digit and six fixed bytes behind it.
  if (known && (known[0] !== '425a68' || head.slice(8, 20) === '314159265359')) return known[1]
  let control = 0
  for (const byte of bytes) if (isControl(byte)) control += 1
  return control * 100 > bytes.length * controlPercentMax ? 'binary' : undefined
}

/**
 * Control characters no teleprinter sends: all but tab to carriage return, SUB and ESC, and the two
 * that IBM's code page shows as paragraph and section mark.
 */
function isControl(byte: number): boolean {
  return (
    (byte < 0x20 &&
      !(byte >= 0x07 && byte <= 0x0d) &&
      byte !== 0x1a &&
      byte !== 0x1b &&
      byte !== 0x14 &&
      byte !== 0x15) ||
    byte === 0x7f
  )
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
