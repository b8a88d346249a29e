import type { Draft, DraftParagraph } from './draft.ts'
import { wrap } from './prose.ts'

/** Lines of one section before the next mark (specification 2.4). */
const sectionLines = 68

/** The text below the header, in the manner of the dialect. */
export function layOutText(draft: Draft): string {
  const body = bodyLines(draft)
  const of = draft.dialect === 'D4' ? Math.ceil(body.length / sectionLines) : 1
  const text = [classLine(draft, of), '', ...headLines(draft), '', ...marked(draft, body, of)]
  const lines = isTeletype(draft) ? text.map((line) => line.toUpperCase()) : text
  return `${lines.join('\n')}\n`
}

/** The teletypes of the seventies had capitals only. */
export function isTeletype({ dialect }: Draft): boolean {
  return dialect === 'D0' || dialect === 'D1' || dialect === 'D2'
}

const spaced = {
  C: 'C O N F I D E N T I A L',
  S: 'S E C R E T',
  U: 'UNCLAS',
  SBU: 'UNCLAS',
  LOU: 'LIMITED OFFICIAL USE',
  TS: 'T O P  S E C R E T',
}
const plain = { ...spaced, C: 'CONFIDENTIAL', S: 'SECRET' }

function classLine(draft: Draft, of: number): string {
  const words = (isTeletype(draft) ? plain : spaced)[draft.level]
  const section = of > 1 ? ` SECTION 01 OF ${String(of).padStart(2, '0')}` : ''
  const serial = String(draft.number.serial).padStart(isTeletype(draft) ? 4 : 6, '0')
  return `${words}${section} ${draft.number.station} ${serial}`
}

/** `03/14/2017`; the newest client put the year first. */
const yearLast = /(\d\d)\/(\d\d)\/(\d{4})$/

function headLines(draft: Draft): string[] {
  const { captions, passing, order, tags, subject, references, authority, dialect } = draft
  const newspaper = dialect === 'DN'
  const width = newspaper ? Infinity : 60
  const separator = newspaper || dialect === 'D5' || isTeletype(draft) ? ', ' : ' '
  const label = newspaper ? `EO ${order.number}` : `E.O. ${order.number}:`
  const value = dialect === 'D5' ? order.value.replace(yearLast, '$3/$1/$2') : order.value
  return [
    ...captions,
    ...(captions.length > 0 ? [''] : []),
    ...passing,
    ...(passing.length > 0 ? [''] : []),
    ...(dialect === 'D0' ? [] : [`${label} ${value}`]),
    ...(dialect === 'D0' ? [] : [`${newspaper ? 'TAGS' : 'TAGS:'} ${tags.join(separator)}`]),
    ...wrap(`${isTeletype(draft) ? 'SUBJ:' : 'SUBJECT:'} ${subject}`, width),
    ...(references.length > 0 ? [''] : []),
    ...referenceLines(references),
    ...(authority === undefined ? [] : ['', ...authorityLines(authority, width)]),
  ]
}

function referenceLines(references: Draft['references']): string[] {
  const [only] = references
  if (references.length === 1) return [`REF: ${only?.printed}`]
  return references.map(({ printed }, index) => {
    const label = `${String.fromCharCode(65 + index)}. ${printed}`
    return index === 0 ? `REF: ${label}` : `     ${label}`
  })
}

function authorityLines(authority: NonNullable<Draft['authority']>, width: number): string[] {
  const { title, name, section, reasons } = authority
  const letters = reasons.map((reason) => `(${reason})`).join(' and ')
  return wrap(`Classified By: ${title} ${name} for reasons ${section} ${letters}.`, width)
}

function bodyLines(draft: Draft): string[] {
  const width = draft.dialect === 'DN' ? Infinity : isTeletype(draft) ? 55 : 60
  const paragraphs = draft.paragraphs.flatMap((each) => [...paragraphLines(each, width), ''])
  return [...paragraphs.slice(0, -1), draft.signature]
}

/** The words between the number and a list, with the marks of a summary or a comment. */
export function wordsOf({ kind, text }: DraftParagraph): string {
  if (kind === undefined) return text
  const label = kind.toUpperCase()
  return `${label}: ${text} END ${label}.`
}

function paragraphLines(paragraph: DraftParagraph, width: number): string[] {
  const { number, portion, heading, items = [] } = paragraph
  const mark = portion === undefined ? `${number}.` : `${number}. (${portion})`
  const above = heading === undefined ? [] : [heading, '-'.repeat(heading.length), '']
  const below = items.length === 0 ? [] : ['', ...items.map((item) => `-- ${item}`)]
  return [...above, ...wrap(`${mark} ${wordsOf(paragraph)}`, width), ...below]
}

/** Both lines are of one sentence: behind its end a mark would hide whether the paragraph goes on. */
function isRunning(before = '', line: string): boolean {
  return /^[A-Za-z0-9].*[A-Za-z,]$/.test(before) && /^[A-Za-z]/.test(line)
}

/** `REYKJAVIK 00000123  002 OF 003` in mid-sentence wherever a section is full. */
function marked({ number }: Draft, lines: readonly string[], of: number): string[] {
  const station = number.station.slice(0, 10)
  const serial = String(number.serial).padStart(8, '0')
  const total = String(of).padStart(3, '0')
  const found: string[] = []
  let section = 1
  lines.forEach((line, index) => {
    if (section < of && index >= section * sectionLines && isRunning(lines[index - 1], line)) {
      section++
      const mark = `${station} ${serial}  ${String(section).padStart(3, '0')} OF ${total} `
      found.push('', mark, '', '')
    }
    found.push(line)
  })
  return found
}
