import { createHash } from 'node:crypto'
import type { ArchiveFacts } from '../cable/facts.ts'
import { binaryKind } from './binary.ts'
import { cablegateHtml } from './cablegate-html.ts'
import { cablegatePaste } from './cablegate-paste.ts'
import { dumpFormats } from './dump-formats.ts'
import { decode } from './encoding.ts'
import { foreignFormat } from './foreign-format.ts'
import { markdownScrape } from './markdown-scrape.ts'
import { repairMojibake } from './mojibake.ts'
import { unwrapPage } from './page-wrapping.ts'
import { plusdHtml, plusdPaste } from './plusd-page.ts'
import type { Standing } from './read-stream.ts'
import { type DumpEntry, repairedReading, type SourceFormat } from './reading.ts'
import type { SourceResult } from './source.ts'
import { SourceError } from './source-error.ts'
import { telegramMark } from './telegram-mark.ts'
import { telegramText } from './telegram-text.ts'

/** The formats in the order they are tried: the one that says most about itself first. */
const formats: readonly SourceFormat[] = [
  plusdHtml,
  cablegateHtml,
  cablegatePaste,
  plusdPaste,
  markdownScrape,
  telegramText,
]

/** Names that `--format` takes. */
export const formatNames: readonly string[] = [...formats, ...dumpFormats].map(({ name }) => name)

/** How to read the bytes of a file. */
export interface BytesOptions {
  /** One of `formatNames`; sniffed by content where absent. */
  readonly format?: string
  readonly collection?: string
}

/**
 * Reads the bytes of one file as one cable, or says with a code and a sentence why it is none.
 * Of where they stood only the last part becomes a fact, `source.file`.
 */
export function readBytes(
  bytes: Uint8Array,
  at: Standing,
  options: BytesOptions = {},
): SourceResult {
  const forced = formats.find(({ name }) => name === options.format)
  const fail = (code: string, reason: string): SourceResult => ({
    failure: { code, reason, ...at, bytes },
  })
  if (bytes.length === 0) return fail('EMPTY_FILE', 'The file is empty.')
  const binary = binaryKind(bytes)
  if (binary) return fail('BINARY', `The file is ${binary}, not the text of a telegram.`)
  const decoded = decode(bytes)
  const { text: whole, repaired } = repairMojibake(decoded.text)
  const text = unwrapPage(whole) ?? whole
  if (text.trim() === '') return fail('EMPTY_FILE', 'The file holds nothing but blanks.')
  const foreign = forced ? undefined : foreignFormat(text)
  if (foreign) {
    return fail('FORMAT_UNSUPPORTED', `The file is ${foreign}, which this version does not read.`)
  }
  const format = forced ?? formats.find((each) => each.recognises(text))
  // A scrape or a paste must be a telegram below its markup, too; a page's table speaks for itself.
  if (!format || (!forced && format === markdownScrape && !telegramMark(text))) {
    return fail('NOT_A_CABLE', 'Nothing in this text looks like a telegram.')
  }
  const encoding = { name: decoded.name, replaced: decoded.replaced }
  const reading = format.read(text)
  const entry: DumpEntry = {
    place: '',
    bytes,
    encoding,
    reading: repairedReading(reading, repaired),
  }
  return resultOf(entry, format.name, at, options)
}

/** What a format read, as the result that leaves this folder. */
export function resultOf(
  { bytes, encoding, reading, place }: DumpEntry,
  format: string,
  at: Standing,
  { collection }: BytesOptions,
): SourceResult {
  if (reading.code !== undefined) {
    const { code, reason } = reading
    return { failure: { code, reason, ...at, bytes } }
  }
  const facts = withSource(reading.facts, bytes, fileName(at.locator, place), collection)
  return { item: { ...reading, facts, format, bytes, encoding, ...at } }
}

/** Throws `FORMAT_UNKNOWN` with the names there are, where a person gave another one. */
export function checkFormat(name: string | undefined): void {
  if (name === undefined || formatNames.includes(name)) return
  throw new SourceError(
    'FORMAT_UNKNOWN',
    `There is no format "${name}"; the formats are ${formatNames.join(', ')}.`,
  )
}

function withSource(
  facts: ArchiveFacts,
  bytes: Uint8Array,
  file: string,
  collection: string | undefined,
): ArchiveFacts {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    ...facts,
    ...(collection !== undefined && { collection }),
    source: { ...facts.source, ...(file !== '' && file !== '-' && { file }), sha256 },
  }
}

/** `dumps/all.zip › cable/cables.csv › row 17` → `cables.csv`; read again, an entry knows no place. */
function fileName(locator: string, place: string): string {
  const parts = locator.split(' › ')
  const last = parts.at(-1) ?? ''
  const isPlace = parts.length > 1 && (last === place || /^[a-z]+ [\d,]+$/.test(last))
  const path = (isPlace ? parts.at(-2) : last) ?? ''
  return path.split(/[/\\]/).at(-1) ?? ''
}
