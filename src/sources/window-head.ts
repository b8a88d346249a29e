import { headBytesMax } from './limits.ts'
import type { Window } from './window.ts'

/** The first signs of what a window shows, as many as tell how a file is written. */
export async function headOf(window: Window): Promise<string> {
  while (window.end - window.start < headBytesMax && (await window.more())) {
    // The first rows must be there.
  }
  const { signs, start, end } = window
  return signs.toString('latin1', start, Math.min(end, start + headBytesMax))
}
