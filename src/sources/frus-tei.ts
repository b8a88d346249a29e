import type { ArchiveFacts } from '../cable/facts.ts'
import type { WideEncoding } from './byte-order.ts'
import { readFrusHead } from './frus-head.ts'
import { readFrusSource } from './frus-source.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { entryText } from './record-text.ts'
import { type TeiDocument, teiDocuments } from './tei-scan.ts'
import { readTeiDocument, type TeiText } from './tei-text.ts'
import { openWindow } from './window.ts'

/**
 * A volume of Foreign Relations of the United States in TEI (specification 7.6): every document an
 * item, telegrams, letters and memoranda alike.
 */
export const frusTei: DumpFormat = {
  name: 'frus-tei',
  recognises: (head) => /<TEI\b/.test(head) || /^\s*<div\b[^<>]*\btype="document"/.test(head),
  read: readVolume,
}

async function* readVolume(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    let count = 0
    for await (const document of teiDocuments(window)) {
      count += 1
      yield readDocument(document, count, window.encoding)
    }
    if (count === 0) yield emptyVolume
  } finally {
    await window.close()
  }
}

const emptyVolume: DumpEntry = {
  place: '',
  bytes: new Uint8Array(0),
  encoding: { name: 'utf-8', replaced: 0 },
  reading: {
    code: 'NOT_A_CABLE',
    reason: 'This TEI file holds no document: no <div type="document"> is in it.',
  },
}

function readDocument(
  { bytes, damage }: TeiDocument,
  count: number,
  wide: WideEncoding | undefined,
): DumpEntry {
  let place = `document ${count}`
  function readSource(source: string): Reading {
    place = documentId(source) ?? place
    if (damage === 'large') {
      const reason = 'This document is larger than 64 MiB; its first part is kept.'
      return { code: 'FILE_TOO_LARGE', reason }
    }
    return damage === 'open'
      ? broken('it is not closed before the next one or the end of the file')
      : readTei(source)
  }
  const entry = entryText(bytes, place, readSource, wide && { wide })
  return { ...entry, place }
}

function broken(what: string): Reading {
  const reason = `This document's markup is damaged: ${what}; mend it or fetch the volume again.`
  return { code: 'MARKUP_DAMAGED', reason }
}

/** `d12` of `<div type="document" n="12" xml:id="d12">`. */
function documentId(source: string): string | undefined {
  const tag = /<div\b[^<>]*\btype\s*=\s*["']document["'][^<>]*>/.exec(source)?.[0] ?? ''
  return /\bxml:id\s*=\s*["']([\w.-]{1,60})["']/.exec(tag)?.[1]
}

function readTei(source: string): Reading {
  const start = source.search(/<div\b/)
  const document = readTeiDocument(source.slice(start))
  if (document.broken !== undefined)
    return broken(`<${document.broken}> is not closed where it should be`)
  if (document.text.trim() === '' && document.head === '') {
    return { code: 'NO_TEXT', reason: 'This document is empty.' }
  }
  return {
    text: document.text,
    facts: factsOf(source.slice(0, start), documentId(source), document),
  }
}

function factsOf(shell: string, own: string | undefined, document: TeiText): ArchiveFacts {
  const volume = /<TEI\b[^>]*\bxml:id\s*=\s*["']([\w.-]{1,80})["']/.exec(shell)?.[1]
  const title = /<title\b[^>]*>([^<]*)/.exec(shell)?.[1]?.replace(/\s+/g, ' ').trim()
  const uniqueId = own === undefined ? undefined : volume === undefined ? own : `${volume}/${own}`
  const created = dateOf(document)
  const head = readFrusHead(document.head, document.text, created)
  const { source, ...said } = readFrusSource(document.source ?? '')
  const id = head.id ?? uniqueId
  return {
    ...(id !== undefined && { id }),
    ...(created !== undefined && { created }),
    ...(document.head !== '' && { title: document.head }),
    ...(head.from !== undefined && { from: head.from }),
    ...(head.to !== undefined && { to: [head.to] }),
    ...(document.signed.length > 0 && { signature: document.signed }),
    ...(isWithheld(document) && { textState: 'withdrawn' as const }),
    ...said,
    source: {
      series:
        title === undefined || title === '' ? 'Foreign Relations of the United States' : title,
      ...(uniqueId !== undefined && { uniqueId }),
      ...source,
    },
  }
}

/** `[Source: … 6 pages of source text not declassified.]` is all that is printed below the dateline. */
function isWithheld({ text, dateline = '' }: TeiText): boolean {
  return /^\[Source[^[\]]*not declassified[^[\]]*\]$/.test(text.slice(dateline.length).trim())
}

/** The day; the time too where the dateline prints it in UTC: a post's clock is its own. */
function dateOf({ when, dateline = '' }: TeiText): string | undefined {
  const day = /^\d{4}-\d{2}(?:-\d{2})?/.exec(when ?? '')?.[0]
  const time = /T(\d{2}:\d{2})/.exec(when ?? '')?.[1]
  const printed = /\b(\d{2})(\d{2})Z\b/.exec(dateline)
  if (day === undefined || time === undefined || printed === null) return day
  return `${printed[1]}:${printed[2]}` === time ? `${day}T${time}Z` : day
}
