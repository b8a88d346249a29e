import { binaryKind } from './binary.ts'
import { decode } from './encoding.ts'
import { fileBytesMax } from './limits.ts'
import { repairMojibake } from './mojibake.ts'
import type { DumpEntry, Reading } from './reading.ts'

/** Decodes one entry of a dump and reads its text: the same way as a file that is one cable. */
export function entryText(
  bytes: Uint8Array,
  place: string,
  read: (text: string) => Reading,
): DumpEntry {
  const fail = (code: string, reason: string): DumpEntry => ({
    place,
    bytes,
    encoding: { name: 'utf-8', replaced: 0 },
    reading: { code, reason },
  })
  if (bytes.length > fileBytesMax) {
    const most = `${fileBytesMax / 1024 / 1024} MiB`
    return fail('FILE_TOO_LARGE', `This part of the file is larger than ${most}; a cable is not.`)
  }
  const binary = binaryKind(bytes)
  if (binary) return fail('BINARY', `This part of the file is ${binary}, not text.`)
  const { text, name, replaced } = decode(bytes)
  const mended = repairMojibake(text)
  const encoding = { name, replaced }
  const reading = read(mended.text)
  if (reading.code !== undefined || mended.repaired === 0) {
    return { place, bytes, encoding, reading }
  }
  const facts = { ...reading.facts, repairedCharacters: mended.repaired }
  return { place, bytes, encoding, reading: { ...reading, facts } }
}
