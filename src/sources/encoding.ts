import { isAscii, isUtf8 } from 'node:buffer'
import { type WideEncoding, wideEncodingOf } from './byte-order.ts'
import { type CodePageName, codePageOf, codePages, ibmMarks } from './code-page.ts'

/** Text of a file and how it came about. */
export interface DecodedText {
  readonly text: string
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `windows-1252`, `macintosh` or `ibm437`. */
  readonly name: EncodingName
  /** Bytes that had no meaning in that encoding. */
  readonly replaced: number
}

/** The encodings a dump of cables is met in. */
export type EncodingName = 'utf-8' | 'utf-8-bom' | WideEncoding | CodePageName

/**
 * Decodes bytes: UTF-16 by its mark or its zero bytes, else UTF-8, else one of three code pages.
 *
 * A UTF-8 file with a few damaged bytes stays UTF-8: it is taken for a code page only where the
 * damaged bytes outnumber the well-formed sequences. The mark itself is not part of the text.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const wide = wideEncodingOf(bytes)
  if (wide !== undefined) return decodeUtf16(bytes, wide)
  const plain = isAscii(bytes)
  if (plain && !bytes.includes(0x14)) return { text: ascii(bytes), name: 'utf-8', replaced: 0 }
  const marked = starts(bytes, [0xef, 0xbb, 0xbf])
  const { sequences, damaged } =
    !plain && isUtf8(bytes) ? { sequences: 1, damaged: 0 } : surveyUtf8(bytes)
  if (!marked && damaged > sequences) return decodeCodePage(bytes, codePageOf(bytes))
  // Plain ASCII but for the control character that IBM's code page shows as a paragraph mark.
  if (!marked && sequences === 0 && bytes.includes(0x14) && codePageOf(bytes) === 'ibm437') {
    return decodeCodePage(bytes, 'ibm437')
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  return { text, name: marked ? 'utf-8-bom' : 'utf-8', replaced: damaged }
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

/** Counts well-formed sequences of two and more bytes, and the bytes that belong to none. */
function surveyUtf8(bytes: Uint8Array): { sequences: number; damaged: number } {
  let sequences = 0
  let damaged = 0
  let at = 0
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1
      continue
    }
    const length = sequenceLength(bytes, at)
    if (length === 0) damaged += 1
    else sequences += 1
    at += Math.max(length, 1)
  }
  return { sequences, damaged }
}

/** Length of the well-formed sequence at an offset, 0 where there is none (Unicode table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let next = 2; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

/** Decodes UTF-16 of a known byte order; a mark in front of it is not part of the text. */
export function decodeUtf16(bytes: Uint8Array, name: WideEncoding): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = bytes.length >= 2 && view.getUint16(0, name === 'utf-16le') === 0xfeff ? 2 : 0
  const units = new Uint16Array((bytes.length - from) >> 1)
  for (let index = 0; index < units.length; index++) {
    units[index] = view.getUint16(from + 2 * index, name === 'utf-16le')
  }
  const text = fromUnits(units)
  const whole = text.toWellFormed()
  let replaced = bytes.length % 2
  if (whole !== text) {
    for (let index = 0; index < text.length; index++) {
      if (text[index] !== whole[index]) replaced += 2
    }
  }
  return { text: bytes.length % 2 === 1 ? `${whole}\ufffd` : whole, name, replaced }
}

function decodeCodePage(bytes: Uint8Array, name: CodePageName): DecodedText {
  const table = codePages[name]
  const units = new Uint16Array(bytes.length)
  let replaced = 0
  for (const [index, byte] of bytes.entries()) {
    const mark = name === 'ibm437' ? ibmMarks.get(byte)?.charCodeAt(0) : undefined
    const unit = byte < 0x80 ? (mark ?? byte) : table.charCodeAt(byte - 0x80)
    if (unit === 0xfffd) replaced += 1
    units[index] = unit
  }
  return { text: fromUnits(units), name, replaced }
}

/** Code units to a string in pieces: `String.fromCharCode` takes a limited number of arguments. */
function fromUnits(units: Uint16Array): string {
  let text = ''
  for (let start = 0; start < units.length; start += 8_192) {
    text += String.fromCharCode(...units.subarray(start, start + 8_192))
  }
  return text
}
