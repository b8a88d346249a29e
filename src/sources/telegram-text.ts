import type { SourceFormat } from './reading.ts'
import { telegramMark } from './telegram-mark.ts'

/** A telegram as plain text, one file one cable: taken as it is, to the last character. */
export const telegramText: SourceFormat = {
  name: 'text',
  recognises: (text) => telegramMark(text) !== undefined,
  read: (text) => ({ text, facts: {} }),
}
