import type { Window } from './window.ts'

/** One line of a stream of bytes. */
export interface ByteLine {
  /** The line as it came, with its line end. */
  readonly bytes: Uint8Array
  /** Its first signs, for looking at: ASCII is right in every encoding, the rest is not decoded. */
  readonly signs: string
}

/** Longest line that is kept together, in units; a longer one goes on as further lines. */
const lineUnitsMax: number = 1024 * 1024

/** Most signs of a line that are looked at. */
const signsMax = 2_048

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Cuts what a window shows into lines, by line feeds, or by carriage returns where there is none. */
export async function* byteLines(window: Window): AsyncIterable<ByteLine> {
  let looked = 0
  const end = hasLineFeed(window) ? lineFeed : carriageReturn
  for (;;) {
    const found = window.signs.subarray(window.start, window.end).indexOf(end, looked)
    const length = found === -1 ? undefined : found + 1
    if (length !== undefined) {
      yield take(window, length)
      looked = 0
      continue
    }
    looked = window.end - window.start
    if (looked >= lineUnitsMax) {
      yield take(window, looked)
      looked = 0
    }
    if (await window.more()) continue
    if (window.end > window.start) yield take(window, window.end - window.start)
    return
  }
}

function hasLineFeed({ signs, start, end }: Window): boolean {
  const sample = signs.subarray(start, end)
  return sample.includes(lineFeed) || !sample.includes(carriageReturn)
}

function take(window: Window, length: number): ByteLine {
  const { start, signs } = window
  const looked = signs.toString('latin1', start, start + Math.min(length, signsMax))
  const bytes = window.bytes(start + length)
  window.drop(start + length)
  return { bytes, signs: looked }
}
