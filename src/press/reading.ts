import { createHash } from 'node:crypto'
import type { ArchiveFacts } from '../cable/facts.ts'
import type { Version } from '../cable/holding.ts'
import { parserVersion } from '../cable/parser-version.ts'
import { readCable } from '../cable/read.ts'
import type { Cable } from '../cable/record.ts'
import type { KeptReading } from '../vault/reading-cache.ts'
import type { Vault } from '../vault/vault.ts'
import { packReading, type Reading, unpackReading } from './packed-reading.ts'

/** Takes a reading that was not kept yet, for the next build. */
export type Remember = (key: string, reading: KeptReading) => void

/** What names a text that is read. */
export type TextRead = Pick<Version, 'sha256' | 'bodyStart'>

/** A text to be read, with its words. */
export interface TextToRead extends TextRead {
  readonly text: string
}

/**
 * What a build asks of every text, kept beside the reading so that nothing has to be unpacked for
 * it: the date it is ordered by, and what speaks for and against its release.
 */
export interface Outline extends Pick<Cable, 'date' | 'partial' | 'protection' | 'diagnostics'> {
  /** Length of the text in UTF-16 code units: how much work the cable is. */
  readonly length: number
}

/** Diagnostics that an outline tells: they decide which text is public, and whether one is. */
const outlinedCodes: ReadonlySet<string> = new Set(['BODY_FOREIGN', 'TEXT_REPEATED'])

/** Name of a reading: SHA-256 over the parser's version, the text and the facts; 64 hex digits. */
export function readingKey(version: TextRead, facts: ArchiveFacts): string {
  return createHash('sha256')
    .update(JSON.stringify([parserVersion, version.sha256, version.bodyStart ?? -1, sorted(facts)]))
    .digest('hex')
}

/** The reading of a text, as it was kept or else from the parser. */
export function readingOf(
  vault: Vault,
  version: TextToRead,
  facts: ArchiveFacts,
  remember?: Remember,
): Reading {
  const { text } = version
  const kept = vault.cachedReading(readingKey(version, facts))
  const reading = kept && unpackReading(text, kept.value)
  return reading ?? readAnew({ ...textRead(version), text }, facts, remember)
}

/** A text as a build reads it: looked up once, parsed once at most. */
export interface TextReading {
  readonly outline: Outline
  /** Record and streams; `text` is that of the version. */
  whole(text: string): Reading
}

/** The reading of a version's text, as it was kept or else from the parser. */
export function textReading(
  vault: Vault,
  version: Version,
  facts: ArchiveFacts,
  remember?: Remember,
): TextReading {
  const kept = vault.cachedReading(readingKey(version, facts))
  let anew: Reading | undefined
  const read = (text: string): Reading => {
    anew ??= readAnew({ ...textRead(version), text }, facts, remember)
    return anew
  }
  const outline = (): Outline => {
    const { text } = version
    return outlineOfRecord(read(text).record, text)
  }
  return {
    outline: kept ? (JSON.parse(kept.outline) as Outline) : outline(),
    whole: (text) => (kept && unpackReading(text, kept.value)) ?? read(text),
  }
}

/** Gives a reading to who remembers it, under its key. */
export function keepReading(
  version: TextToRead,
  facts: ArchiveFacts,
  reading: Reading,
  remember: Remember,
): void {
  remember(readingKey(version, facts), keptReading(version.text, reading))
}

/** A reading as it is kept; costs enough to be worth another thread. */
export function keptReading(text: string, reading: Reading): KeptReading {
  const outline = JSON.stringify(outlineOfRecord(reading.record, text))
  return { outline, value: packReading(text, reading) }
}

function readAnew(
  version: TextToRead,
  facts: ArchiveFacts,
  remember: Remember | undefined,
): Reading {
  const { record, streams } = readCable(version.text, facts, version.bodyStart)
  if (remember) keepReading(version, facts, { record, streams }, remember)
  // As JSON gives it back, so that a build with a cold cache and one with a warm cache see the same.
  return JSON.parse(JSON.stringify({ record, streams })) as Reading
}

function textRead({ sha256, bodyStart }: TextRead): TextRead {
  return { sha256, ...(bodyStart !== undefined && { bodyStart }) }
}

function outlineOfRecord(record: Cable, { length }: string): Outline {
  const { date, partial, protection, diagnostics } = record
  return {
    length,
    ...(date !== undefined && { date }),
    partial,
    protection,
    diagnostics: diagnostics.filter(({ code }) => outlinedCodes.has(code)),
  }
}

/** A value with the keys of its objects in code-unit order, so that equal facts have one name. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]))
}
