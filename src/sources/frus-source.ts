import type { ArchiveFacts } from '../cable/facts.ts'

/** Facts that a source note gives. */
export type FrusSource = Pick<
  ArchiveFacts,
  'classification' | 'captions' | 'precedence' | 'status' | 'source'
>

/** `Secret; Immediate; Exdis.`: a sentence that begins with a level. */
const marking =
  /(?:^|[.\]] )(Top Secret|Secret|Confidential|Official Use Only|Limited Official Use|Restricted|Unclassified)((?:; [^.;]{2,60})*)(?:\.|$)/

const precedences = /^(?:Flash|Niact(?: Immediate)?|Immediate|Priority|Routine)$/i
const captions =
  /^(?:Exdis|Nodis|Limdis|Noforn|Sensitive|Eyes Only|Stadis|Cherokee|Roger Channel|No Foreign Dissem)/i

/**
 * Reads the note that says where a document was found (specification 7.6).
 *
 *     Source: National Archives, RG 59, Central Foreign Policy Files, D750123-0456. Confidential;
 *     Immediate; Exdis. Repeated to Accra.
 */
export function readFrusSource(note: string): FrusSource {
  const text = note.replace(/^\[?Source[:,]\s*/i, '').slice(0, 4_000)
  const found = marking.exec(text)
  const place = text.slice(0, found?.index ?? /\.\s|\.?$/.exec(text)?.index ?? text.length)
  const words = (found?.[2] ?? '').split(';').map((word) => word.trim())
  const precedence = words.find((word) => precedences.test(word))
  const handling = words.filter((word) => captions.test(word))
  const level = found?.[1]
  return {
    ...(level !== undefined && { classification: level, status: { original: level } }),
    ...(handling.length > 0 && { captions: handling }),
    ...(precedence !== undefined && { precedence }),
    source: placeOf(place),
  }
}

/** `National Archives …, RG 59, Central Files, D750123-0456` → holder, locator, film. */
function placeOf(place: string): NonNullable<ArchiveFacts['source']> {
  const comma = place.indexOf(', ')
  const holder = (comma === -1 ? place : place.slice(0, comma)).trim()
  const locator = comma === -1 ? '' : place.slice(comma + 2).trim()
  const film = /\b[DNP]\d{6}-\d{3,4}\b/.exec(place)?.[0]
  return {
    ...(holder !== '' && holder.length <= 200 && { holder }),
    ...(locator !== '' && { locator: locator.slice(0, 500) }),
    ...(film !== undefined && { film }),
  }
}
