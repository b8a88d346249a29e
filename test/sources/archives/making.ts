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

/** A telegram of an invented post. */
export function telegramOf(serial: number): string {
  const number = String(serial).padStart(6, '0')
  return `UNCLAS LOME ${number}\n\nSUBJECT: TEST ${serial}\n\n1. (U) It is test ${serial}.\nROE\n`
}
