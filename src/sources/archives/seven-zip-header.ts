import { ArchiveError } from './archive-error.ts'

/** One packed stream with the one coder that undoes it; several files may lie in it. */
export interface SevenZipFolder {
  /** Identifier of the coder, in hexadecimal: `21` is LZMA2. */
  readonly coder: string
  readonly properties: Uint8Array
  /** True where it takes more than one coder to undo it. */
  readonly isChain: boolean
  readonly start: number
  readonly packedSize: number
  readonly size: number
  /** Sizes of the files in it, in their order, and their sums where they are known. */
  readonly files: readonly { readonly size: number; readonly crc?: number }[]
}

/** What the header of a 7z says of one file. */
export interface SevenZipFile {
  readonly name: string
  /** False where it has no bytes: a folder, or an empty file. */
  readonly hasStream: boolean
  readonly isFolder: boolean
  /** Unix mode, 0 where it was packed elsewhere. */
  readonly mode: number
}

/** Reads numbers and fields of a header in their order; throws where it ends before. */
export interface HeaderReader {
  byte(): number
  /** A number of one to nine bytes: the high bits of the first say how many follow. */
  number(): number
  bytes(count: number): Buffer
  /** So many bits, the highest of each byte first. */
  bits(count: number): readonly boolean[]
  /** Bits as above behind a byte that says whether all are set. */
  flags(count: number): readonly boolean[]
  skip(count: number): void
}

/** Most streams, folders or files a header may claim. */
const itemsMax = 4_000_000

/** Opens a header for reading. */
export function headerReader(header: Buffer, level: number): HeaderReader {
  let at = 0
  const bytes = (count: number): Buffer => {
    if (count > header.length - at) throw damagedHeader(level)
    at += count
    return header.subarray(at - count, at)
  }
  const byte = (): number => bytes(1)[0] ?? 0
  const number = (): number => {
    const first = byte()
    let value = 0
    for (let index = 0; index < 8; index++) {
      const mask = 0x80 >> index
      if ((first & mask) === 0) return checked(value + (first & (mask - 1)) * 256 ** index)
      value += byte() * 256 ** index
    }
    return checked(value)
  }
  const checked = (value: number): number => {
    if (!Number.isSafeInteger(value)) throw damagedHeader(level)
    return value
  }
  const bits = (count: number): readonly boolean[] => {
    if (count > itemsMax) throw damagedHeader(level)
    const packed = bytes(Math.ceil(count / 8))
    return Array.from({ length: count }, (_, bit) => {
      return ((packed[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
    })
  }
  const flags = (count: number): readonly boolean[] =>
    byte() === 0 ? bits(count) : Array.from({ length: Math.min(count, itemsMax) }, () => true)
  return { byte, number, bytes, bits, flags, skip: (count) => void bytes(count) }
}

/** A header that is none. */
export function damagedHeader(level: number): ArchiveError {
  const reason =
    'The 7z was cut, or is damaged: the list of what is in it, which stands at its end, cannot be read.'
  return new ArchiveError('ARCHIVE_DAMAGED', reason, level)
}

/** Names, kinds and modes of the files (7zFormat.txt, `FilesInfo`). */
export function readFiles(input: HeaderReader, level: number): readonly SevenZipFile[] {
  const count = input.number()
  if (count > itemsMax) throw damagedHeader(level)
  let empty: readonly boolean[] = []
  let emptyFile: readonly boolean[] = []
  let names: readonly string[] = []
  let modes: readonly number[] = []
  for (let property = input.byte(); property !== 0; property = input.byte()) {
    const field = headerReader(input.bytes(input.number()), level)
    if (property === 0x0e) empty = field.bits(count)
    else if (property === 0x0f) emptyFile = field.bits(empty.filter(Boolean).length)
    else if (property === 0x11) names = readNames(field, count)
    else if (property === 0x15) modes = readModes(field, count)
  }
  let empties = 0
  return Array.from({ length: count }, (_, index) => {
    const isEmpty = empty[index] === true
    const isFolder = isEmpty && emptyFile[empties] !== true
    if (isEmpty) empties += 1
    return { name: names[index] ?? '', hasStream: !isEmpty, isFolder, mode: modes[index] ?? 0 }
  })
}

function readNames(field: HeaderReader, count: number): readonly string[] {
  field.skip(1)
  return Array.from({ length: count }, () => {
    const units: number[] = []
    for (;;) {
      const unit = field.bytes(2).readUInt16LE(0)
      if (unit === 0) return String.fromCharCode(...units.slice(-1_000)).toWellFormed()
      units.push(unit)
    }
  })
}

/** Attributes of Windows; where bit 15 is set, the upper half is the mode of Unix. */
function readModes(field: HeaderReader, count: number): readonly number[] {
  const isKnown = field.flags(count)
  field.skip(1)
  return isKnown.map((known) => {
    const attributes = known ? field.bytes(4).readUInt32LE(0) : 0
    return (attributes & 0x8000) === 0 ? 0 : attributes >>> 16
  })
}
