import { isCaptionLine } from './caption.ts'
import { isPlausibleCase } from './class-case.ts'
import { readClassWords, readControl } from './class-words.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { lineIndexAt, type SourceLine } from './lines.ts'
import { readSectionWords } from './section-words.ts'
import type { Source } from './source.ts'
import type { ClassificationLine, Leaf, LevelCode } from './tree.ts'

/** `HANOI 000905`, `BUENOS AIRES 2481`: a station of one to five words, a serial. */
const stationAndSerial =
  /^(?<station>[A-Z][A-Z.'-]{0,19}(?: {1,3}[A-Z][A-Z.'-]{0,19}){0,4}?) {0,10}(?<serial>\d[\dQO]{2,6}\d(?![A-Z])|\d{1,8})(?![\d:]|\/(?! ?[A-Z])|[.,]\d| OF )/i
/** `TOSEC 340058`, `ZFR 80` behind the serial: a travelling party's own series, a signal (2.3). */
const secondSeries =
  /^ {0,3}\/? ?(?<name>TOSEC|SECTO|PARTO|TEDUL|DUTEL|ZFR|ZDK)(?: ?-?(?<serial>\d{1,6})(?!\d)|(?=\s*$))/
/** `XXXXXXXXXXXX 000077`: the station was covered, in Latin or Cyrillic letters (2.19). */
const covered =
  /^\s{0,4}(?<cover>[Xx]{4,40}|[\u0425\u0445]{4,40})(?: {1,3}(?<serial>\d{4,6})(?!\d))?/
/** Section words that break off where the line ends: `SECTION 01␤OF 02` (2.4). */
const brokenSection = /^\s*S?ECTION(?:\s{1,3}\d{1,2})?\s*$/i
/** The station at the end of a line whose serial is missing. */
const stationAlone = /^(?<station>[A-Z][A-Z.'-]{1,19}(?: {1,3}[A-Z][A-Z.'-]{1,19}){0,3})\s*$/

/** What was understood of a classification line, spans as offsets of the source. */
interface Draft {
  level?: LevelCode
  printed?: string
  distance: number
  controls: string[]
  section?: number
  of?: number
  station?: string
  serial?: number
  series?: { name: string; serial: number }
  pieces: Leaf[]
  start: number
  end: number
}

/** How sure a classification line is: with station and serial, or from its words alone. */
export interface FoundClassificationLine {
  readonly node: ClassificationLine
  readonly strength: 'anchored' | 'full' | 'words'
}

/**
 * Reads a classification line that begins at an offset; its station may stand on the next line.
 *
 *     C O N F I D E N T I A L SECTION 01 OF 02 HANOI 000905
 *     ^ class words           ^ section        ^     ^ serial        (specification 2.7)
 *                                              station
 */
export function readClassificationLine(
  source: Source,
  start: number,
): FoundClassificationLine | undefined {
  const line = source.lines[lineIndexAt(source.lines, start)]
  if (line === undefined) return undefined
  const words = source.plain.slice(start, Math.min(line.end, start + classificationReach))
  const classWords = readClassWords(words)
  if (classWords === undefined) return undefined
  const draft: Draft = {
    level: classWords.level,
    printed: classWords.printed,
    distance: classWords.distance,
    controls: [],
    pieces: [leaf(source, 'classWords', start + classWords.start, start + classWords.end)],
    start,
    end: start + classWords.end,
  }
  readMiddle(source, draft, line)
  const last = lineAt(source, draft.end) ?? line
  const plain = isPlausibleCase(
    words,
    words.slice(classWords.start, draft.end - draft.start),
    source.identity,
  )
  if (plain && readStationAndSerial(source, draft, last.end, words))
    return finish(source, draft, line, 'full')
  if (plain && readNextLine(source, draft, last)) return finish(source, draft, line, 'full')
  if (draft.distance > 0) return undefined
  if (readCovered(source, draft, last.end)) return finish(source, draft, line, 'full')
  const strength = readStationAlone(source, draft, last) ? 'full' : 'words'
  if (strength === 'words' && source.plain.slice(draft.end, line.end).trim() !== '') {
    if (!restIsHead(source.plain.slice(draft.end, draft.end + 60))) return undefined
  }
  return finish(source, draft, line, strength)
}

/** Farthest a classification line is read, UTF-16 code units. */
const classificationReach = 300

/** Captions or labels may follow at once where the station was lost: `UNCLAS SIPDIS E.O. 12958`. */
function restIsHead(rest: string): boolean {
  return /^\s*(?:SIPDIS|E\. ?O\.|EO \d|TAGS|SUBJ|XXXX)/.test(rest)
}

function lineAt(source: Source, offset: number): SourceLine | undefined {
  return source.lines[lineIndexAt(source.lines, offset)]
}

/** Controls and section words, in any order: `UNCLAS E F T O SECTION 01 OF 02`. */
function readMiddle(source: Source, draft: Draft, line: SourceLine): void {
  for (let turn = 0; turn < 6; turn++) {
    const rest = source.plain.slice(draft.end, Math.min(line.end, draft.end + 120))
    if (readSection(source, draft, rest)) continue
    if (brokenSection.test(rest)) {
      const next = lineAt(source, line.next)
      if (next === undefined || next.start !== line.next) return
      readSection(source, draft, source.plain.slice(draft.end, Math.min(next.end, draft.end + 60)))
      return
    }
    const control = readControl(rest)
    if (control === undefined) return
    draft.controls.push(control.name)
    pushPiece(source, draft, 'control', control.start, control.end)
  }
}

function readSection(source: Source, draft: Draft, rest: string): boolean {
  const section = draft.section === undefined ? readSectionWords(rest) : undefined
  if (section === undefined) return false
  draft.section = section.section
  draft.of = section.of
  pushPiece(source, draft, 'section', section.start, section.end)
  return true
}

function pushPiece(
  source: Source,
  draft: Draft,
  type: 'section' | 'control' | 'station' | 'number' | 'label',
  from: number,
  to: number,
): void {
  draft.pieces.push(leaf(source, type, draft.end + from, draft.end + to))
  draft.end += to
}

function readStationAndSerial(
  source: Source,
  draft: Draft,
  lineEnd: number,
  words: string,
): boolean {
  const rest = source.plain.slice(draft.end, Math.min(lineEnd, draft.end + 140))
  const blanks = rest.length - rest.trimStart().length
  const match = stationAndSerial.exec(rest.slice(blanks))
  const groups = match?.groups
  if (match === null || groups === undefined) return false
  const station = (groups.station ?? '').trim()
  const serial = groups.serial ?? ''
  if (isMonth(station) || transmission.test(station) || covered.test(station)) return false
  if (words === words.toLowerCase() && serial.length < 4) return false
  if (station !== station.toUpperCase() && words === words.toUpperCase()) return false
  draft.station = station.replace(/\s+/g, ' ')
  // `00Q021`: a letter in place of a figure; the number is lost, the line is not.
  if (/^\d+$/.test(serial)) draft.serial = Number(serial)
  const from = draft.end + blanks
  draft.pieces.push(leaf(source, 'station', from, from + station.length))
  const at = from + match[0].length - serial.length
  draft.pieces.push(leaf(source, 'number', at, at + serial.length))
  draft.end = at + serial.length
  readSeries(source, draft, lineEnd)
  // `UNCLAS LOME 000077 SECTION 01 OF 02`: the section may stand behind the number.
  readSection(source, draft, source.plain.slice(draft.end, Math.min(lineEnd, draft.end + 40)))
  return true
}

/** `UNCLASSIFIED␤␤VZCZCXRO0042`, `SECRET␤P R 141530Z`: a header stands below an archive's label. */
const transmission = /^(?:V?ZCZC|(?:INFO|ACTION|ORIGIN) |[ZOPR](?: [ZOPR]){0,2}$)/

/** `SECRET 12 MARCH 2004` and `UNCLAS MAR 5` are dates. */
function isMonth(station: string): boolean {
  return /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}$/i.test(station)
}

function readSeries(source: Source, draft: Draft, lineEnd: number): void {
  const match = secondSeries.exec(source.plain.slice(draft.end, Math.min(lineEnd, draft.end + 40)))
  const name = match?.groups?.name
  const serial = match?.groups?.serial
  if (match === null || name === undefined) return
  // A travelling party numbers its messages; a signal may stand without a number.
  if (serial === undefined && !name.startsWith('Z')) return
  const at = draft.end + match[0].indexOf(name)
  const end = draft.end + match[0].length
  draft.pieces.push(leaf(source, 'label', at, at + name.length))
  if (serial !== undefined) {
    draft.series = { name, serial: Number(serial) }
    draft.pieces.push(leaf(source, 'number', end - serial.length, end))
  }
  draft.end = end
}

/** `S E C R E T SECTION 01 OF 02 XXXXXXXXXXXX 000077`: a line without a station. */
function readCovered(source: Source, draft: Draft, lineEnd: number): boolean {
  const match = covered.exec(source.plain.slice(draft.end, Math.min(lineEnd, draft.end + 60)))
  const cover = match?.groups?.cover
  if (match === null || cover === undefined) return false
  const serial = match.groups?.serial
  const at = match[0].indexOf(cover)
  const length = match[0].length
  pushPiece(source, draft, 'station', at, at + cover.length)
  if (serial === undefined) return true
  const end = draft.end + length - at - cover.length
  draft.pieces.push(leaf(source, 'number', end - serial.length, end))
  draft.end = end
  draft.serial = Number(serial)
  return true
}

/** The class words, `OF 02` and the station may each stand on a line (2.4). */
const brokenLinesMax = 2

/** `C O N F I D E N T I A L␤LOME 000077`: broken after the class words or after `OF 02` (2.4). */
function readNextLine(source: Source, draft: Draft, line: SourceLine): boolean {
  const before = { ...draft, pieces: draft.pieces.length, controls: draft.controls.length }
  let last = line
  for (let count = 0; count < brokenLinesMax; count++) {
    if (source.plain.slice(draft.end, last.end).trim() !== '') break
    const next = lineAt(source, last.next)
    if (next === undefined || next.start !== last.next || next.end - next.start > 120) break
    draft.end = next.start
    readMiddle(source, draft, next)
    const rest = source.plain.slice(next.start, next.end)
    if (readStationAndSerial(source, draft, next.end, rest)) return true
    last = next
  }
  draft.end = before.end
  draft.pieces.length = before.pieces
  draft.controls.length = before.controls
  if (before.section === undefined) {
    delete draft.section
    delete draft.of
  }
  return false
}

/**
 * `UNCLAS SECTION 01 OF 02 LOME`: the serial was lost. Accepted behind section words and
 * letter-spaced words, before a line of the head, and where nothing follows at all.
 */
function readStationAlone(source: Source, draft: Draft, line: SourceLine): boolean {
  const rest = source.plain.slice(draft.end, Math.min(line.end, draft.end + 100))
  const blanks = rest.length - rest.trimStart().length
  const match = stationAlone.exec(rest.slice(blanks))
  const station = match?.groups?.station
  if (station === undefined || isCaptionLine(station)) return false
  const spaced = /^\W*[A-Z] [A-Z] /.test(source.plain.slice(draft.start, draft.end))
  const isOwn = station.replace(/[\s.'-]/g, '') === source.identity?.station
  if (draft.section === undefined && !spaced && !isOwn && !headFollows(source, line)) return false
  draft.station = station.replace(/\s+/g, ' ')
  pushPiece(source, draft, 'station', blanks, blanks + station.length)
  return true
}

/** What stands below a classification line: a caption, an attention line, a label; or nothing. */
function headFollows(source: Source, line: SourceLine): boolean {
  const words = source.plain.slice(line.next, line.next + 200).trimStart()
  return words === '' || /^(?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS|E\. ?O|EO \d|TAGS)/i.test(words)
}

/** Captions may follow on the line: then the node ends where they begin, else with its line end. */
function finish(
  source: Source,
  draft: Draft,
  first: SourceLine,
  strength: FoundClassificationLine['strength'],
): FoundClassificationLine {
  const line =
    source.lines[lineIndexAt(source.lines, Math.max(draft.end - 1, first.start))] ?? first
  const rest = source.plain.slice(draft.end, line.end)
  const residue = /^[\s.\-/"]*$/.test(rest.slice(0, 200)) && rest.length <= 200
  const end = residue ? line.next : draft.end
  const node: ClassificationLine = {
    type: 'classificationLine',
    ...(draft.level === undefined ? {} : { level: draft.level }),
    ...(draft.printed === undefined ? {} : { printed: draft.printed }),
    controls: draft.controls,
    ...(draft.section === undefined ? {} : { section: draft.section }),
    ...(draft.of === undefined ? {} : { of: draft.of }),
    ...(draft.station === undefined ? {} : { station: draft.station }),
    ...(draft.serial === undefined ? {} : { serial: draft.serial }),
    ...(draft.series === undefined ? {} : { series: draft.series }),
    children: fill(source, draft.start, end, draft.pieces, 'separator'),
    position: positionOf(source, draft.start, end),
  }
  return { node, strength }
}
