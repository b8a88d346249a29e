/**
 * Reads the readable source texts of the sample collection (`text/*.txt`).
 *
 *     %% 76STRELSAU212
 *     form: plain
 *     date: 1976-03-14 15:30
 *     ref: A. FREDVILLE 88 => 76FREDVILLE88
 *
 *     # Heading
 *
 *     1. (C) Text, re-filled when it is written out. ^^ stands for a page or section break,
 *     ^g for one whose mark was lost.
 *     |  a literal line of a table
 */

/** One invented cable as its author wrote it. */
export interface CableSource {
  readonly id: string
  readonly station: string
  readonly serial: number
  /** Name of the text file the cable stands in, without extension. */
  readonly thread: string
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly blocks: readonly Block[]
}

/** A paragraph to fill, a heading, or lines to keep. */
export interface Block {
  readonly kind: 'text' | 'heading' | 'literal'
  readonly text: string
}

/** Reads every cable of one source text. */
export function readSourceText(thread: string, text: string): CableSource[] {
  return text
    .split(/^%% /m)
    .slice(1)
    .map((chunk) => readCableSource(thread, chunk))
}

/** The one value of a field, or the default. */
export function field(cable: CableSource, name: string, otherwise = ''): string {
  return cable.fields.get(name)?.[0] ?? otherwise
}

/** All values of a field, in order. */
export function fieldLines(cable: CableSource, name: string): readonly string[] {
  return cable.fields.get(name) ?? []
}

function readCableSource(thread: string, chunk: string): CableSource {
  const gap = chunk.indexOf('\n\n')
  const head = chunk.slice(0, gap).split('\n')
  const id = (head[0] ?? '').trim()
  const parts = /^\d{2}([A-Z]+)(\d+)$/.exec(id)
  if (!parts) throw new Error(`${thread}: '${id}' is no cable number`)
  const fields = new Map<string, string[]>()
  for (const line of head.slice(1)) {
    const colon = line.indexOf(':')
    const key = line.slice(0, colon)
    if (!/^[a-z]+$/.test(key)) throw new Error(`${id}: cannot read the line '${line}'`)
    const value = line.slice(colon + 1).replace(/^ /, '')
    fields.set(key, [...(fields.get(key) ?? []), value])
  }
  const station = (fields.get('station')?.[0] ?? parts[1]) as string
  const blocks = readBlocks(chunk.slice(gap + 2))
  return { id, station, serial: Number(parts[2]), thread, fields, blocks }
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = []
  for (const chunk of text.split(/\n\n+/)) {
    const lines = chunk.split('\n').filter((line) => line !== '')
    const first = lines[0]
    if (first === undefined) continue
    if (first.startsWith('|')) {
      blocks.push({ kind: 'literal', text: lines.map((line) => line.slice(1)).join('\n') })
    } else if (first.startsWith('# ')) {
      blocks.push({ kind: 'heading', text: first.slice(2) })
    } else {
      blocks.push({ kind: 'text', text: lines.join('\n') })
    }
  }
  return blocks
}
