import { formatIdentifier } from '../cable/identifier.ts'
import { findPost, issuedSpelling } from '../cable/post.ts'

/** What the head of a document in Foreign Relations of the United States says. */
export interface FrusHead {
  /** Cable number, where station, number and year are sure: `64TOKYO2541`. */
  readonly id?: string
  /** As printed, without the article: `Embassy in Japan`. */
  readonly from?: string
  readonly to?: string
}

/** `10. Telegram 2541/Secto 7 From the Embassy in Togo to the Department of State, May 2, 1972` */
const telegram =
  /^(?:\d{1,4}[a-z]?\.\s+)?(?:Priority )?Telegram(?:\s+(\d[\d,]{0,6})(?:\/\S[^,]{0,40}?)?)?,?\s+from\s/i

/** `, May 2, 1972, 1010Z` behind the addressee. */
const dateBehind = /,\s+(?:[A-Z][a-z]{2,8}\s\d|\d{1,2}\s[A-Z]).*$/

/** `the Ambassador to Togo (Roe) to the Secretary of State`: the `to` before an article is the one. */
const sides =
  /^(.{2,200})\s+to\s+((?:the|an?|certain|all)\s.{2,200})$|^(.{2,200}?)\s+to\s+(.{2,200})$/i

/** Senders whose telegrams are numbered at a place: an embassy or who heads it, and so on. */
const mission =
  /^(?:U\.?S\.?\s|American\s|United States\s)?(?:Embassy|Legation|Consulate(?: General)?|Mission|Liaison Office|Interests Section|Ambassador|Minister|Chargé(?: d.Affaires)?|Consul(?: General)?)\s(?:in|at|to)\s(?:the\s)?([^(]{2,60}?)(?:\s\([^()]{2,60}\))?$/i

/** From then on the Department numbered its telegrams in one series, not for each post apart. */
const oneSeriesFrom = '1966-07-01'

/**
 * Reads the head of a document and derives its cable number: the number in the head, else the one
 * that opens the text (`1234. Subject: …`); the station from the sender and the dateline; the year
 * from the date (specification 7.6). `text` begins with its dateline; `date` is an ISO day or time.
 *
 * No id for the Department's telegrams before July 1966, which were numbered for each post apart,
 * nor for those of delegations and persons.
 */
export function readFrusHead(head: string, text: string, date?: string): FrusHead {
  const line = head.replace(/\s+/g, ' ').trim().slice(0, 800)
  const parties = partiesOf(line)
  const found = telegram.exec(line)
  const serial = found === null ? undefined : serialOf(found[1], text)
  if (serial === undefined || date === undefined) return parties
  const year = Number(date.slice(0, 4))
  for (const name of stationNames(parties.from ?? '', text, serial, date)) {
    const post = findPost(name, year)
    if (post === undefined) continue
    return { id: formatIdentifier(year, issuedSpelling(name, post, year), serial), ...parties }
  }
  return parties
}

function partiesOf(line: string): Pick<FrusHead, 'from' | 'to'> {
  const named = /\bFrom\s(.+)$/i.exec(line)?.[1]?.replace(dateBehind, '').replace(/\.$/, '')
  if (named === undefined) return {}
  const plain = (name: string): string => name.replace(/^the\s+/i, '').trim()
  const [, from, to, only, other] = sides.exec(named) ?? []
  const sender = from ?? only ?? named
  const addressee = to ?? other
  return { from: plain(sender), ...(addressee !== undefined && { to: plain(addressee) }) }
}

/** The head's number; else the text's, of two figures and more: `1.` to `9.` is a paragraph. */
function serialOf(printed: string | undefined, text: string): number | undefined {
  if (printed !== undefined) return Number(printed.replaceAll(',', ''))
  const opening = /^(?:[^\n]{0,160}\n\s*)?(\d{2,6})\.\s/.exec(text.slice(0, 400))?.[1]
  return opening === undefined ? undefined : Number(opening)
}

/** Names of the sender's station, the surest first. */
function stationNames(from: string, text: string, serial: number, date: string): readonly string[] {
  if (/^Department of State$/i.test(from)) {
    return date >= oneSeriesFrom ? ['STATE'] : []
  }
  if (/^(?:U\.?S\.?\s+)?Mission\b.*United Nations$/i.test(from)) return ['USUNNEWYORK']
  const place = mission.exec(from)?.[1]
  if (place === undefined || /NATO|Treaty|Organi[sz]ation|Communit/i.test(place)) return []
  // The city is sure: a country's capital, and where the embassy stood, has changed.
  const dateline = /^([A-Z][^\n,]{1,40}),/.exec(text)?.[1] ?? ''
  const city = place.split(',')[0] ?? place
  return [isMonth(dateline) ? '' : dateline, ...stationsBefore(serial, text), city]
}

/** `TELEGRAM Department of State TEHRAN 04185 R 131310Z`: the text names its own station. */
function stationsBefore(serial: number, text: string): readonly string[] {
  const name = new RegExp(`\\b([A-Z]{4,20}(?: [A-Z]{3,12})?) 0{0,3}${serial}\\b`).exec(
    text.slice(0, 600),
  )?.[1]
  return name === undefined ? [] : [name, name.split(' ').at(-1) ?? name]
}

function isMonth(word: string): boolean {
  return /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
    word,
  )
}
