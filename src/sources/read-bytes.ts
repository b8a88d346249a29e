import { createHash } from 'node:crypto'
import type { ArchiveFacts } from '../cable/facts.ts'
import { binaryKind } from './binary.ts'
import { cablegateHtml } from './cablegate-html.ts'
import { cablegatePaste } from './cablegate-paste.ts'
import { decode } from './encoding.ts'
import { foreignFormat } from './foreign-format.ts'
import { markdownScrape } from './markdown-scrape.ts'
import { repairMojibake } from './mojibake.ts'
import type { SourceFormat } from './reading.ts'
import type { SourceResult } from './source.ts'
import { SourceError } from './source-error.ts'
import { telegramMark } from './telegram-mark.ts'
import { telegramText } from './telegram-text.ts'

/** The formats in the order they are tried: the one that says most about itself first. */
const formats: readonly SourceFormat[] = [
  cablegateHtml,
  cablegatePaste,
  markdownScrape,
  telegramText,
]

/** Names that `--format` takes. */
export const formatNames: readonly string[] = formats.map(({ name }) => name)

/** How to read the bytes of a file. */
export interface BytesOptions {
  /** One of `formatNames`; sniffed by content where absent. */
  readonly format?: string
  readonly collection?: string
}

/**
 * Reads the bytes of one file as one cable, or says with a code and a sentence why it is none.
 * `locator` is where they stood; only its last part becomes a fact, `source.file`.
 */
export function readBytes(
  bytes: Uint8Array,
  locator: string,
  options: BytesOptions = {},
): SourceResult {
  const forced = formatNamed(options.format)
  const fail = (code: string, reason: string): SourceResult => ({
    failure: { code, reason, locator, bytes },
  })
  if (bytes.length === 0) return fail('EMPTY_FILE', 'The file is empty.')
  const binary = binaryKind(bytes)
  if (binary) return fail('BINARY', `The file is ${binary}, not the text of a telegram.`)
  const decoded = decode(bytes)
  const { text, repaired } = repairMojibake(decoded.text)
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
  const reading = format.read(text)
  if (reading.code !== undefined) return fail(reading.code, reading.reason)
  return {
    item: {
      text: reading.text,
      ...(reading.bodyStart !== undefined && { bodyStart: reading.bodyStart }),
      facts: {
        ...withSource(reading.facts, bytes, locator, options.collection),
        ...(repaired > 0 && { repairedCharacters: repaired }),
      },
      format: format.name,
      bytes,
      encoding: { name: decoded.name, replaced: decoded.replaced },
      locator,
    },
  }
}

/** Finds a format by the name a person gave; throws `FORMAT_UNKNOWN` with the names there are. */
export function formatNamed(name: string | undefined): SourceFormat | undefined {
  if (name === undefined) return undefined
  const format = formats.find((each) => each.name === name)
  if (format) return format
  throw new SourceError(
    'FORMAT_UNKNOWN',
    `There is no format "${name}"; the formats are ${formatNames.join(', ')}.`,
  )
}

function withSource(
  facts: ArchiveFacts,
  bytes: Uint8Array,
  locator: string,
  collection: string | undefined,
): ArchiveFacts {
  const file = locator.split(/[/\\]/).at(-1) ?? ''
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    ...facts,
    ...(collection !== undefined && { collection }),
    source: { ...facts.source, ...(file !== '' && file !== '-' && { file }), sha256 },
  }
}
