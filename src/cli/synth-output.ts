import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { csvRow, htmlPage, jsonLine, pagePath, plainText, truthLine } from '../synth/container.ts'
import type { SyntheticCable } from '../synth/corpus.ts'
import { write } from './output.ts'
import { Progress } from './progress.ts'
import type { SynthFormat } from './synth.ts'

/** Where and how cables are written. */
export interface SynthPlan {
  /** How many there will be. */
  readonly cables: number
  readonly format: SynthFormat
  /** File for what each cable says. */
  readonly truth?: string
}

/** What was written. */
export interface SynthDone {
  readonly bytes: number
  readonly damaged: number
  readonly seconds: number
  /** Most memory the process held at any time. */
  readonly peakBytes: number
}

/**
 * Writes cables to a file, to standard output (`-`) or into a folder, as fast as the place takes
 * them. Nothing that exists is written over.
 */
export async function writeCables(
  out: string,
  cables: Iterable<SyntheticCable>,
  { cables: total, format, truth }: SynthPlan,
): Promise<SynthDone> {
  const started = performance.now()
  const progress = new Progress()
  const sinks: Sink[] = []
  const toFolder = format === 'html' || format === 'text'
  try {
    const texts = toFolder ? undefined : await openSink(out)
    if (texts !== undefined) sinks.push(texts)
    const said = truth === undefined ? undefined : await openSink(truth)
    if (said !== undefined) sinks.push(said)
    let items = 0
    let bytes = 0
    let damaged = 0
    for (const cable of cables) {
      items++
      if (cable.damage !== undefined) damaged++
      const text = written(cable, format, items)
      bytes += Buffer.byteLength(text)
      if (texts === undefined) await writePage(out, cable, format, text)
      else if (texts.put(text)) await texts.flush()
      if (said?.put(truthLine(cable))) await said.flush()
      progress.show({ items, bytes, bytesTotal: Math.round((bytes / items) * total) })
    }
    for (const sink of sinks) await sink.flush()
    const seconds = (performance.now() - started) / 1000
    return { bytes, damaged, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }
  } finally {
    progress.end()
    for (const sink of sinks) await sink.close()
  }
}

function written(cable: SyntheticCable, format: SynthFormat, number: number): string {
  switch (format) {
    case 'csv':
      return csvRow(cable, number)
    case 'jsonl':
      return jsonLine(cable)
    case 'html':
      return htmlPage(cable)
    case 'text':
      return plainText(cable)
  }
}

async function writePage(
  out: string,
  cable: SyntheticCable,
  format: SynthFormat,
  text: string,
): Promise<void> {
  const file = join(out, ...pagePath(cable, format === 'html' ? 'html' : 'txt'))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text, { flag: 'wx' })
}

/** A place for text, written to in large pieces. */
interface Sink {
  /** Takes a text; true when enough waits to be flushed. */
  put(text: string): boolean
  flush(): Promise<void>
  close(): Promise<void>
}

/** Texts are written together until this many characters wait. */
const waitingMax = 1_000_000

async function openSink(out: string): Promise<Sink> {
  const file: FileHandle | undefined = out === '-' ? undefined : await open(out, 'wx', 0o600)
  let waiting = ''
  return {
    put(text) {
      waiting += text
      return waiting.length >= waitingMax
    },
    async flush() {
      const text = waiting
      waiting = ''
      await (file === undefined ? write(text) : file.appendFile(text))
    },
    async close() {
      await file?.close()
    },
  }
}
