import { byteLines } from './byte-lines.ts'
import { fileBytesMax } from './limits.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { entryText } from './record-text.ts'
import { mayHoldTwo, telegramCutter } from './telegram-cut.ts'
import { telegramMark } from './telegram-mark.ts'
import { openWindow, type Window } from './window.ts'

/** A text of several telegrams, one behind the other; each is an item. */
export const telegramSeries: DumpFormat = {
  name: 'text-series',
  recognises: (head) => !isPage.test(head.slice(0, 4_096)) && holdsTwo(head),
  read: readSeries,
}

/** Pages, and copies of them: they hold one cable, whatever is printed in it. */
const isPage =
  /<(?:!doctype|html|table|pre)\b|\bViewing cable \S|^[^\S\n\r\u2028\u2029]*Reference ID\b|\bCanonical ID\b/im

function holdsTwo(text: string): boolean {
  if (!mayHoldTwo.test(text)) return false
  const cutter = telegramCutter()
  let start = 0
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found === -1 ? text.length : found + 1
    const whole = cutter.push({ signs: text.slice(at, Math.min(end, at + 400)), end })
    if (whole !== undefined) {
      if (telegramMark(text.slice(start, whole)) !== undefined) return true
      start = whole
    }
    at = end
  }
  return false
}

async function* readSeries(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    let count = 0
    for await (const part of telegramsOf(window)) {
      count += 1
      const wide = window.encoding
      yield entryText(part, `telegram ${count}`, readOne, wide && { wide })
    }
  } finally {
    await window.close()
  }
}

/** The bytes of each telegram; what never ends is given up where it is larger than a cable can be. */
async function* telegramsOf(window: Window): AsyncIterable<Uint8Array> {
  const cutter = telegramCutter()
  let held = Buffer.allocUnsafe(heldBytesMin)
  let size = 0
  let given = 0
  let isBlank = true
  for await (const { bytes, signs } of byteLines(window)) {
    if (size + bytes.length > held.length) {
      held = Buffer.concat([held.subarray(0, size)], 2 * (size + bytes.length))
    }
    held.set(bytes, size)
    size += bytes.length
    isBlank &&= !/\S/.test(signs)
    const whole = cutter.push({ signs, end: given + size })
    const length = whole === undefined ? (size > fileBytesMax ? size : 0) : whole - given
    if (length === 0) continue
    yield Buffer.from(held.subarray(0, length))
    held.copyWithin(0, length, size)
    size -= length
    given += length
    isBlank = size === 0
    if (whole === undefined) cutter.clear()
  }
  if (!isBlank) yield Buffer.from(held.subarray(0, size))
}

/** First memory for the telegram that is being read, in bytes; it doubles. */
const heldBytesMin = 64 * 1024

function readOne(text: string): Reading {
  if (telegramMark(text) !== undefined) return { text, facts: {} }
  const reason = 'Nothing in this part of the text looks like a telegram.'
  return { code: 'NOT_A_CABLE', reason }
}
