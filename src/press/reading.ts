import { createHash } from 'node:crypto'
import type { ArchiveFacts } from '../cable/facts.ts'
import type { Version } from '../cable/holding.ts'
import { parserVersion, readCable } from '../cable/read.ts'
import type { Cable } from '../cable/record.ts'
import type { Streams } from '../cable/segment.ts'
import type { Vault } from '../vault/vault.ts'

/** What the parser made of a text: kept in the vault, so that a build parses only what is new. */
export interface Reading {
  readonly record: Cable
  readonly streams: Streams
}

/** Takes a reading that was not in the vault, for the next build. */
export type Remember = (key: string, json: string) => void

/** What names a text that is read. */
export type TextRead = Pick<Version, 'sha256' | 'bodyStart'>

/** Name of a reading: SHA-256 over the parser's version, the text and the facts; 64 hex digits. */
export function readingKey(version: TextRead, facts: ArchiveFacts): string {
  return createHash('sha256')
    .update(JSON.stringify([parserVersion, version.sha256, version.bodyStart ?? -1, sorted(facts)]))
    .digest('hex')
}

/** The reading of a text, from the vault or else from the parser. */
export function readingOf(
  vault: Vault,
  version: Version,
  facts: ArchiveFacts,
  remember?: Remember,
): Reading {
  const cached = vault.cachedRecord(readingKey(version, facts))
  if (cached !== undefined) return JSON.parse(cached) as Reading
  const reading = readCable(version.text, facts, version.bodyStart)
  const json = keepReading(version, facts, reading, remember)
  // Read back, so that a build with a cold cache and one with a warm cache see the same value.
  return JSON.parse(json) as Reading
}

/** Gives a reading to who remembers it, under its key; returns it as it is kept. */
export function keepReading(
  version: TextRead,
  facts: ArchiveFacts,
  { record, streams }: Reading,
  remember?: Remember,
): string {
  const json = JSON.stringify({ record, streams } satisfies Reading)
  remember?.(readingKey(version, facts), json)
  return json
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
