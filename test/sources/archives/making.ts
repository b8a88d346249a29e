import { crc32, deflateRawSync, zstdCompressSync } from 'node:zlib'

/** Archives as tests need them: small writers that can also lie. */

/** One entry of a tar to be written. */
export interface TarEntrySpec {
  readonly name: string | Uint8Array
  readonly bytes?: Uint8Array | string
  /** Type flag; `0` where absent. */
  readonly type?: string
  /** Size that the header claims, octal digits as they stand there. */
  readonly claim?: string
  readonly magic?: string
}

/** Writes a tar with its end mark. */
export function tarOf(...entries: readonly TarEntrySpec[]): Buffer {
  return Buffer.concat([...entries.map(tarBlocks), Buffer.alloc(1024)])
}

function tarBlocks({ name, bytes, type, claim, magic }: TarEntrySpec): Buffer {
  const body = Buffer.from(bytes ?? '')
  const header = Buffer.alloc(512)
  Buffer.from(name).copy(header, 0, 0, 100)
  header.write('0000644\0', 100)
  header.write(claim ?? `${body.length.toString(8).padStart(11, '0')}\0`, 124, 12, 'latin1')
  header.write('        ', 148)
  header.write(type ?? '0', 156)
  header.write(magic ?? 'ustar\0', 257, 'latin1')
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)])
}

/** A pax header for the next entry. */
export function paxOf(fields: Readonly<Record<string, string>>): TarEntrySpec {
  const records = Object.entries(fields).map(([key, value]) => {
    const rest = Buffer.from(` ${key}=${value}\n`)
    let length = rest.length + 1
    while (String(length).length + rest.length !== length) length += 1
    return Buffer.concat([Buffer.from(String(length)), rest])
  })
  return { name: 'PaxHeader', type: 'x', bytes: Buffer.concat(records) }
}

/** One entry of a zip to be written. */
export interface ZipEntrySpec {
  readonly name: string | Uint8Array
  readonly bytes?: Uint8Array | string
  /** 0 stored, 8 deflate, 93 zstd; others take `bytes` as packed already. */
  readonly method?: number
  readonly flags?: number
  /** Unix mode with the kind of file. */
  readonly mode?: number
  /** What the directory claims instead of the truth. */
  readonly claim?: Partial<
    Readonly<Record<'size' | 'packedSize' | 'crc' | 'offset' | 'localMethod', number>>
  >
  /** All sizes with eight bytes, as in a zip64. */
  readonly wide?: boolean
  /** Sizes behind the bytes, as a zip has that was written to a pipe. */
  readonly streamed?: boolean
}

/** Writes a zip; `wide` makes it a zip64 with its own end record. */
export function zipOf(entries: readonly ZipEntrySpec[], options: { wide?: boolean } = {}): Buffer {
  const parts: Buffer[] = []
  const records: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { local, record } = zipParts(entry, at)
    parts.push(local)
    records.push(record)
    at += local.length
  }
  const directory = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10)
  end.writeUInt32LE(options.wide ? 0xffffffff : directory.length, 12)
  end.writeUInt32LE(options.wide ? 0xffffffff : at, 16)
  const wide = options.wide ? [wideEnd(directory.length, at)] : []
  return Buffer.concat([...parts, directory, ...wide, end])
}

function wideEnd(size: number, at: number): Buffer {
  const bytes = Buffer.alloc(56 + 20)
  bytes.writeUInt32LE(0x06064b50, 0)
  bytes.writeBigUInt64LE(44n, 4)
  bytes.writeBigUInt64LE(BigInt(size), 40)
  bytes.writeBigUInt64LE(BigInt(at), 48)
  bytes.writeUInt32LE(0x07064b50, 56)
  bytes.writeBigUInt64LE(BigInt(at + size), 64)
  return bytes
}

function zipParts(entry: ZipEntrySpec, at: number): { local: Buffer; record: Buffer } {
  const { method = 8, flags = 0, mode = 0, claim = {}, wide = false, streamed = false } = entry
  const name = Buffer.from(entry.name)
  const content = Buffer.from(entry.bytes ?? '')
  const packed =
    method === 8 ? deflateRawSync(content) : method === 93 ? zstdCompressSync(content) : content
  const truth = { size: content.length, packedSize: packed.length, crc: crc32(content), ...claim }
  const known = streamed ? { size: 0, packedSize: 0, crc: 0 } : truth
  const extra = wide ? wideExtra([truth.size, truth.packedSize]) : Buffer.alloc(0)
  const narrow = (value: number): number => (wide ? 0xffffffff : value)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(flags | (streamed ? 8 : 0), 6)
  local.writeUInt16LE(claim.localMethod ?? method, 8)
  local.writeUInt32LE(known.crc, 14)
  local.writeUInt32LE(narrow(known.packedSize), 18)
  local.writeUInt32LE(narrow(known.size), 22)
  local.writeUInt16LE(name.length, 26)
  local.writeUInt16LE(extra.length, 28)
  const behind = Buffer.alloc(streamed ? 16 : 0)
  if (streamed) {
    behind.writeUInt32LE(0x08074b50, 0)
    behind.writeUInt32LE(truth.crc, 4)
    behind.writeUInt32LE(truth.packedSize, 8)
    behind.writeUInt32LE(truth.size, 12)
  }
  const offset = claim.offset ?? at
  const recordExtra = wide ? wideExtra([truth.size, truth.packedSize, offset]) : extra
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt8(mode === 0 ? 0 : 3, 5)
  record.writeUInt16LE(flags | (streamed ? 8 : 0), 8)
  record.writeUInt16LE(method, 10)
  record.writeUInt32LE(truth.crc, 16)
  record.writeUInt32LE(narrow(truth.packedSize), 20)
  record.writeUInt32LE(narrow(truth.size), 24)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt16LE(recordExtra.length, 30)
  record.writeUInt16LE(mode, 40)
  record.writeUInt32LE(narrow(offset), 42)
  return {
    local: Buffer.concat([local, name, extra, packed, behind]),
    record: Buffer.concat([record, name, recordExtra]),
  }
}

function wideExtra(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8 * numbers.length, 2)
  for (const [at, value] of numbers.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * at)
  return extra
}

/** A telegram of an invented post. */
export function telegramOf(serial: number): string {
  const number = String(serial).padStart(6, '0')
  return `UNCLAS LOME ${number}\n\nSUBJECT: TEST ${serial}\n\n1. (U) It is test ${serial}.\nROE\n`
}
