import { damagedHeader, type HeaderReader, type SevenZipFolder } from './seven-zip-header.ts'

/** Bytes before the packed streams: the signature and where the header stands. */
export const signatureBytes = 32

/** Most coders of one folder, and most folders. */
const codersMax = 32
const foldersMax = 4_000_000

interface Coders {
  readonly coder: string
  readonly properties: Uint8Array
  readonly isChain: boolean
  readonly outputs: number
  readonly inputs: number
}

/** The packed streams of a header (7zFormat.txt, `Streams Info`), each with its files. */
export function readStreams(input: HeaderReader, level: number): readonly SevenZipFolder[] {
  let start = signatureBytes
  let packed: readonly number[] = []
  let folders: readonly Coders[] = []
  let sizes: readonly number[] = []
  let sums: readonly (number | undefined)[] = []
  let files: readonly SevenZipFolder['files'][] | undefined
  for (let property = input.byte(); property !== 0; property = input.byte()) {
    if (property === 6) {
      start += input.number()
      packed = readPackInfo(input, level)
    } else if (property === 7) {
      expect(input, 0x0b, level)
      const count = counted(input.number(), foldersMax, level)
      // 1 would say that the folders stand somewhere else; nobody writes that.
      expect(input, 0, level)
      folders = Array.from({ length: count }, () => readCoders(input, level))
      expect(input, 0x0c, level)
      sizes = folders.map(
        ({ outputs }) => Array.from({ length: outputs }, () => input.number()).at(-1) ?? 0,
      )
      sums = folders.map(() => undefined)
      for (let next = input.byte(); next !== 0; next = input.byte()) {
        if (next !== 0x0a) throw damagedHeader(level)
        sums = readSums(input, folders.length)
      }
    } else if (property === 8) files = readFilesIn(input, sizes, sums, level)
    else throw damagedHeader(level)
  }
  let stream = 0
  let at = start
  return folders.map(({ coder, properties, isChain, inputs }, index) => {
    const packedSize = packed.slice(stream, stream + inputs).reduce((sum, size) => sum + size, 0)
    const size = sizes[index] ?? 0
    const folder = { coder, properties, isChain, start: at, packedSize, size }
    at += packedSize
    stream += inputs
    const crc = sums[index]
    return { ...folder, files: files?.[index] ?? [{ size, ...(crc !== undefined && { crc }) }] }
  })
}

function readPackInfo(input: HeaderReader, level: number): readonly number[] {
  const count = counted(input.number(), foldersMax, level)
  let sizes: readonly number[] = []
  for (let property = input.byte(); property !== 0; property = input.byte()) {
    if (property === 9) sizes = Array.from({ length: count }, () => input.number())
    else if (property === 0x0a) readSums(input, count)
    else throw damagedHeader(level)
  }
  return sizes
}

/** The coders of one folder; only of a folder with one does it matter which. */
function readCoders(input: HeaderReader, level: number): Coders {
  const count = counted(input.number(), codersMax, level)
  let coder = ''
  let properties: Uint8Array = new Uint8Array(0)
  let inputs = 0
  let outputs = 0
  for (let left = count; left > 0; left--) {
    const flags = input.byte()
    const id = input.bytes(flags & 15).toString('hex')
    const isComplex = (flags & 0x10) !== 0
    inputs += isComplex ? counted(input.number(), codersMax, level) : 1
    outputs += isComplex ? counted(input.number(), codersMax, level) : 1
    const own = (flags & 0x20) !== 0 ? input.bytes(input.number()) : Buffer.alloc(0)
    // A password is what a person must hear of, wherever it stands in the chain.
    if (coder !== encryption) {
      coder = id
      properties = own
    }
  }
  const pairs = Math.max(0, outputs - 1)
  for (let left = 2 * pairs; left > 0; left--) input.number()
  const packed = inputs - pairs
  if (packed > 1) for (let left = packed; left > 0; left--) input.number()
  return { coder, properties, isChain: count !== 1, outputs, inputs: Math.max(1, packed) }
}

/** AES-256 with SHA-256, the only encryption of 7z. */
export const encryption = '06f10701'

function readFilesIn(
  input: HeaderReader,
  sizes: readonly number[],
  sums: readonly (number | undefined)[],
  level: number,
): readonly SevenZipFolder['files'][] {
  let counts: readonly number[] = sizes.map(() => 1)
  let property = input.byte()
  if (property === 0x0d) {
    counts = sizes.map(() => counted(input.number(), foldersMax, level))
    property = input.byte()
  }
  const hasSizes = property === 9
  const parts = counts.map((count, index) => {
    let left = sizes[index] ?? 0
    return Array.from({ length: count }, (_, at) => {
      const size = hasSizes && at < count - 1 ? input.number() : left
      left -= size
      if (left < 0) throw damagedHeader(level)
      return size
    })
  })
  if (hasSizes) property = input.byte()
  // A folder of one file has its sum as the folder's own.
  const isKnown = (index: number): boolean => counts[index] === 1 && sums[index] !== undefined
  let stated: readonly (number | undefined)[] = []
  if (property === 0x0a) {
    const unknown = counts.reduce((sum, count, index) => sum + (isKnown(index) ? 0 : count), 0)
    stated = readSums(input, unknown)
    property = input.byte()
  }
  if (property !== 0) throw damagedHeader(level)
  let next = 0
  return parts.map((part, index) =>
    part.map((size) => {
      const crc = isKnown(index) ? sums[index] : stated[next++]
      return { size, ...(crc !== undefined && { crc }) }
    }),
  )
}

function readSums(input: HeaderReader, count: number): readonly (number | undefined)[] {
  return input.flags(count).map((isKnown) => (isKnown ? input.bytes(4).readUInt32LE(0) : undefined))
}

function expect(input: HeaderReader, property: number, level: number): void {
  if (input.byte() !== property) throw damagedHeader(level)
}

function counted(count: number, max: number, level: number): number {
  if (count > max) throw damagedHeader(level)
  return count
}
