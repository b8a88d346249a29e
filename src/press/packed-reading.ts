import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Cable } from '../cable/record.ts'
import type { Streams } from '../cable/segment.ts'
import { readSegments, type SegmentSpan, segmentSpans } from '../edition/segment-spans.ts'

/** What the parser made of a text: kept beside the vault, so that a build parses only what is new. */
export interface Reading {
  readonly record: Cable
  readonly streams: Streams
}

/** A reading as it is packed: the pieces of the text as spans of it. */
interface Packed {
  readonly record: Cable
  readonly header: string
  readonly segments: readonly SegmentSpan[]
}

/**
 * Packs a reading: zstd, with the text itself as the dictionary, since a record is made of its
 * words. About an eighth of the text's size remains, where without it it would be the half.
 */
export function packReading(text: string, { record, streams }: Reading): Uint8Array {
  const { header, segments } = streams
  const packed: Packed = { record, header, segments: segmentSpans(text, segments) }
  const bytes = Buffer.from(JSON.stringify(packed))
  return zstdCompressSync(bytes, {
    dictionary: dictionaryOf(text),
    pledgedSrcSize: bytes.length,
    chunkSize: roomFor(bytes.length),
    // What does not come back to the last byte has to be noticed: it is read from the text again.
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  })
}

/** Unpacks the reading of a text; undefined where it was not packed with this text or is damaged. */
export function unpackReading(text: string, packed: Uint8Array): Reading | undefined {
  try {
    const dictionary = dictionaryOf(text)
    const chunkSize = roomFor(2 * text.length)
    const json = zstdDecompressSync(packed, { dictionary, chunkSize }).toString()
    const { record, header, segments }: Packed = JSON.parse(json)
    return { record, streams: { header, segments: readSegments(text, segments) } }
  } catch {
    return undefined
  }
}

/** Output is made room for in pieces of this many bytes at least and at most. */
const roomMin = 4096
const roomMax: number = 1024 * 1024

function roomFor(bytes: number): number {
  return Math.min(roomMax, Math.max(roomMin, bytes))
}

/** A longer text is no dictionary: to take it in twice would cost more than it saves. */
const dictionaryMax: number = 4 * 1024 * 1024

/** The fields every record has, the text as JSON writes it, and its lines joined, as in paragraphs. */
function dictionaryOf(text: string): Uint8Array {
  if (text.length > dictionaryMax) return Buffer.from(skeleton)
  return Buffer.from(
    skeleton + JSON.stringify(text) + text.replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, ' '),
  )
}

// What comes last in a dictionary is named most cheaply; what matters most stands nearest.
const skeleton = [
  '{"code":"","start":{"offset":,"line":,"column":},"end":{"offset":,"line":,"column":},',
  '"severity":"warning","message":"',
  '{"kind":"cable","id":"","printed":"","yearInferred":true,"label":"A"},{"kind":"cable","id":"',
  '"transmission":{"id":"","station":"","serial":,"security":"","distribution":{"action":[],"info":[],',
  '"origin":[{"code":"","copies":1}]}}',
  '"precedence":{"action":"IMMEDIATE","info":"PRIORITY"},"dateFrom":"dtg","datePrecision":"minute",',
  '"from":"","origin":"Embassy ","to":[{"name":"SECSTATE WASHDC","routing":"RUEHC","mcn":"',
  '"info":[{"name":"AMEMBASSY ","routing":"RUEH","precedence":"IMMEDIATE","mcn":"","offices":"',
  '"excluded":[],"executiveOrder":{"number":"12958","declassifyOn":"","printed":"DECL: ',
  '"tags":[{"code":"PREL","kind":"subject","name":"External Political Relations"},',
  '{"code":"PGOV","kind":"subject","name":"Internal Governmental Affairs"},',
  '{"code":"","kind":"geo","name":"","kind":"org","kind":"program","kind":"unknown"}],',
  '"classifiedBy":{"names":[""],"title":"Ambassador","section":"1.4","reasons":["b","d"]},',
  '"signature":[""],"sections":{"held":[1,2],"of":2},"partial":false,"media":[],"collection":"',
  '"text":"full","status":{"original":"C","current":"U","declassified":{"on":"',
  '"protection":[],"source":{"holder":"","series":"","uniqueId":"","file":"',
  '"}',
  '"diagnostics":[]},"header":"","segments":[["subject",-1,["tags",-1,["reference",-1,',
  '["other",-1,["heading",-1,["signature",-1,["summary",0,["comment",["body",1,',
  '{"record":{"id":"","post":"","year":2009,"serial":,"subject":"","title":"",',
  '"classification":{"level":"C","controls":[],"printed":"CONFIDENTIAL"},',
  '"captions":["SIPDIS"],"passing":[],"date":"2009-01-01T00:00Z",',
  '"references":[],"paragraphs":[{"number":1,"label":"1.",',
  '"portion":{"level":"C","controls":[]},"anchor":"p1","textAnchor":"t-","kind":"summary","text":"',
  '"},{"number":2,"label":"2.","portion":{"level":"C","controls":[]},"anchor":"p2","textAnchor":"t-',
  '","kind":"body","heading":"","text":"',
].join('')
