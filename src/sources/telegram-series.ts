import { type ByteLine, byteLines } from './byte-lines.ts'
import { fileBytesMax } from './limits.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { entryText } from './record-text.ts'
import { telegramCutter } from './telegram-cut.ts'
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

function holdsTwo(head: string): boolean {
  const cutter = telegramCutter<string>()
  for (const line of head.split(/(?<=\n)/)) {
    const whole = cutter.push({ signs: line.slice(0, 400), line })
    if (whole !== undefined && telegramMark(whole.join('')) !== undefined) return true
  }
  return false
}

async function* readSeries(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    let count = 0
    for await (const lines of telegramsOf(window)) {
      count += 1
      const part = Buffer.concat(lines.map((line) => line.bytes))
      const wide = window.encoding
      yield entryText(part, `telegram ${count}`, readOne, wide && { wide })
    }
  } finally {
    await window.close()
  }
}

/** The lines of each telegram; what never ends is given up where it is larger than a cable can be. */
async function* telegramsOf(window: Window): AsyncIterable<readonly ByteLine[]> {
  const cutter = telegramCutter<ByteLine>()
  let size = 0
  for await (const line of byteLines(window)) {
    size += line.bytes.length
    const whole = cutter.push({ signs: line.signs, line })
    if (whole !== undefined) {
      yield whole
      size = 0
    } else if (size > fileBytesMax) {
      yield* cutter.end()
      size = 0
    }
  }
  for (const lines of cutter.end()) {
    if (lines.some(({ signs }) => /\S/.test(signs))) yield lines
  }
}

function readOne(text: string): Reading {
  if (telegramMark(text) !== undefined) return { text, facts: {} }
  const reason = 'Nothing in this part of the text looks like a telegram.'
  return { code: 'NOT_A_CABLE', reason }
}
