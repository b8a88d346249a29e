import type { Cable } from '../cable/record.ts'
import type { EditionCable, EditionVersion } from './edition.ts'
import { readSegments, type SegmentSpan, segmentSpans } from './segment-spans.ts'

/** A cable as it stands in a block: its text, and then its record, so that deflate sees both. */
export interface CableBytes {
  readonly text: Uint8Array
  readonly record: Uint8Array
  /** The text is UTF-16, little endian, because it holds a lone surrogate; else it is UTF-8. */
  readonly wide: boolean
}

/** What stands in a block beside the text, as JSON. */
interface StoredRecord {
  readonly record: Cable
  /** The header stream: a prefix of the text by its length, or its words. */
  readonly header: number | string
  readonly segments: readonly SegmentSpan[]
  readonly aliases: readonly string[]
  readonly invented?: boolean
  readonly added?: string
  /** Without the text of the current one, which is the cable's. */
  readonly versions?: readonly StoredVersion[]
}

type StoredVersion = Omit<EditionVersion, 'text'> & { readonly text?: string }

/** Writes a cable; `cableFromBytes` gives an equal one back, whatever its strings hold. */
export function bytesOfCable(cable: EditionCable): CableBytes {
  const { record, text, header, segments, aliases, invented, added, versions } = cable
  const stored: StoredRecord = {
    record,
    header: text.startsWith(header) ? header.length : header,
    segments: segmentSpans(text, segments),
    aliases,
    ...(invented !== undefined && { invented }),
    ...(added !== undefined && { added }),
    ...(versions !== undefined && { versions: versions.map((each) => storedVersion(each, text)) }),
  }
  const wide = !text.isWellFormed()
  return {
    text: wide ? wideBytes(text) : new TextEncoder().encode(text),
    // JSON.stringify escapes lone surrogates, so that its text is always well formed.
    record: new TextEncoder().encode(JSON.stringify(stored)),
    wide,
  }
}

/** Reads a cable back; throws where the bytes are none. */
export function cableFromBytes({ text: bytes, record, wide }: CableBytes): EditionCable {
  const text = wide ? wideText(bytes) : utf8(bytes)
  const stored = JSON.parse(utf8(record)) as StoredRecord
  const { header, segments, ...rest } = stored
  return {
    record: rest.record,
    text,
    header: typeof header === 'string' ? header : text.slice(0, header),
    segments: readSegments(text, segments),
    aliases: rest.aliases,
    ...(rest.invented !== undefined && { invented: rest.invented }),
    ...(rest.added !== undefined && { added: rest.added }),
    ...(rest.versions !== undefined && {
      versions: rest.versions.map((version) => ({ ...version, text: version.text ?? text })),
    }),
  }
}

function storedVersion(version: EditionVersion, shown: string): StoredVersion {
  const { text, ...rest } = version
  return text === shown ? rest : version
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function wideBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    bytes[at * 2] = unit & 0xff
    bytes[at * 2 + 1] = unit >> 8
  }
  return bytes
}

function wideText(bytes: Uint8Array): string {
  // String.fromCharCode takes its units as arguments, of which a runtime allows some ten thousand.
  const unitsAtOnce = 8192
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += unitsAtOnce * 2) {
    const piece = bytes.subarray(at, at + unitsAtOnce * 2)
    const units = new Uint16Array(piece.length >> 1)
    for (let n = 0; n < units.length; n += 1) {
      units[n] = (piece[n * 2] ?? 0) | ((piece[n * 2 + 1] ?? 0) << 8)
    }
    pieces.push(String.fromCharCode(...units))
  }
  return pieces.join('')
}
