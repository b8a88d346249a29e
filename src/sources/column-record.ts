import { readDate } from '../cable/date.ts'
import type { ArchiveFacts, StatusFacts } from '../cable/facts.ts'
import { resolveIdentifier } from '../cable/identifier.ts'
import type { SourceFacts } from '../cable/record.ts'
import { countedDate, headerPart, listed, referencesIn } from './cable-row.ts'
import { columnOf, textOf, type Values, valuesOf } from './column-names.ts'
import type { Reading } from './reading.ts'

/** Reads named values, of a row or of an object, as one cable. */
export function readNamedValues(values: Values): Reading {
  const header = textOf(values, 'header')
  const body = textOf(values, 'body') ?? ''
  const facts = factsOf(values)
  const isNamed = facts.id !== undefined || facts.source?.documentNumber !== undefined
  const isEmpty = body.trim() === '' && (header ?? '').trim() === ''
  if (isEmpty && !isNamed && facts.title === undefined && facts.created === undefined) {
    return {
      code: 'NO_TEXT',
      reason: 'Neither a text nor a number, a title or a date is named here.',
    }
  }
  if (isEmpty) return { text: '', facts: { ...facts, textState: 'index-only' } }
  if (header === undefined) return { text: body, facts }
  const head = headerPart(header)
  return { text: head + body, bodyStart: head.length, facts }
}

function factsOf(values: Values): ArchiveFacts {
  const created = dateOf(valuesOf(values, 'created'))
  const drafted = columnOf(values, 'drafted')
  const captions = listed(columnOf(values, 'captions'), /[,;|\n]/)
  const status = statusOf(values)
  const tags = tagsOf(columnOf(values, 'tags'))
  const references = referencesIn(columnOf(values, 'references'))
  const to = namesOf(columnOf(values, 'to'))
  const info = namesOf(columnOf(values, 'info'))
  const media = listed(columnOf(values, 'media'), /\s/).filter((url) => /^https?:/.test(url))
  const { id, source } = identityOf(values, created)
  return {
    ...(id !== '' && { id }),
    ...(created !== undefined && { created }),
    ...(drafted !== '' && { drafted: withoutPadding(drafted) }),
    ...given(values, ['released', 'classification', 'title', 'precedence', 'origin', 'from']),
    ...(tags.length > 0 && { tags }),
    ...(references.length > 0 && { references }),
    ...(to.length > 0 && { to }),
    ...(info.length > 0 && { info }),
    ...(captions.length > 0 && { captions }),
    ...(media.length > 0 && { media }),
    ...(status !== undefined && { status }),
    ...(Object.keys(source).length > 0 && { source }),
  }
}

type Plain =
  | 'released'
  | 'classification'
  | 'title'
  | 'precedence'
  | 'origin'
  | 'from'
  | 'film'
  | 'locator'
  | 'url'
  | 'holder'
  | 'series'

function given(values: Values, columns: readonly Plain[]): { readonly [K in Plain]?: string } {
  const found = columns.map((column) => [column, columnOf(values, column)] as const)
  return Object.fromEntries(found.filter(([, value]) => value !== ''))
}

/** `07LOME77`, `1974LOME00077`, `2007 LOME 77`, damaged ones too; no hash and no day. */
const numberLike = /^#?(?:19|20)?\d{2}[\s_-]?[A-Z](?=.*[\dX]$)/i
const hashLike = /^[0-9a-f]{16,64}$|^[0-9a-f]{8}-[0-9a-f]{4}-/i

/** The cable's number, and the ids its source gives it. */
function identityOf(
  values: Values,
  created: string | undefined,
): { readonly id: string; readonly source: SourceFacts } {
  const ids = valuesOf(values, 'id')
  const number =
    ids.find((id) => numberLike.test(id) && !hashLike.test(id)) ??
    ids.map((id) => resolveIdentifier(id, created).id).find((id) => id !== undefined)
  const own = valuesOf(values, 'ownId').find((id) => id !== number)
  const documentNumber = columnOf(values, 'documentNumber')
  // A number in a row says nothing beyond its own table: `17` of another dump is another document.
  const claims = own !== undefined && /[^\d]/.test(own) && own.length > 5
  const unique = valuesOf(values, 'uniqueId').find((id) => /[1-9a-z]/i.test(id))
  const uniqueId = unique ?? (claims ? own : undefined)
  const named = documentNumber !== '' ? documentNumber : claims ? undefined : own
  const source: SourceFacts = {
    ...given(values, ['holder', 'series']),
    ...(named !== undefined && { documentNumber: named }),
    ...(uniqueId !== undefined && { uniqueId }),
    ...given(values, ['film', 'locator', 'url']),
  }
  return { id: number ?? (claims ? own : ''), source }
}

/** The first that is a date; midnight to the second is padding. */
function dateOf(values: readonly string[]): string | undefined {
  const printed = values.map((date) => (readDate(date) === undefined ? countedDate(date) : date))
  const found = printed.find((date) => readDate(date) !== undefined) ?? printed[0]
  return found === undefined ? undefined : withoutPadding(found)
}

function withoutPadding(date: string): string {
  return date.replace(/(?<![T\s])[T\s]+(?:00:00:00(?:\.0+)?|12:00:00 am)(?:Z|\+00:?00)?$/i, '')
}

/** `OREP, PREL, SP`, `PREL PGOV`, `EWWT, (DOE, JANE)`, `PFOR|XF`, `TRADE - Economic Affairs--Trade | …`. */
function tagsOf(cell: string): readonly string[] {
  const persons = [...cell.matchAll(/\(([^()]{3,60})\)/g)].map(([, person = '']) => person.trim())
  const plain = cell.replace(/\([^()]{3,60}\)/g, '')
  const parts = listed(plain, /[,;|\n]/).map((tag) => tag.split(/\s-\s/)[0]?.trim() ?? tag)
  const isCodes = parts.every((part) => /^[A-Z]{2,5}(?:\s+[A-Z]{2,5})*$/.test(part))
  const codes = isCodes ? parts.flatMap((part) => part.split(/\s+/)) : joinedPersons(parts)
  return [...new Set([...codes, ...persons])]
}

/** A comma parts codes, and the name of a person: `DOE, JANE`. */
function joinedPersons(parts: readonly string[]): readonly string[] {
  const tags: string[] = []
  for (const part of parts) {
    const last = tags.at(-1)
    const isName = /^[A-Z][A-Z .'-]*$/.test(part) && part.length > 4
    if (isName && last !== undefined && /^[A-Z'-]{3,}$/.test(last) && last.length > 4) {
      tags[tags.length - 1] = `${last}, ${part}`
    } else tags.push(part)
  }
  return tags
}

/** `JOHANNESBURG     STATE`: names stand apart by runs of blanks (specification 7.4). */
function namesOf(cell: string): readonly string[] {
  return listed(cell, /[|;\n]|\s{2,}/)
}

/** `Jane Q. Doe Declassified/Released US Department of State EO Systematic Review 30 JUN 2005` */
const reviewed = /Review\s{1,9}(\d{1,2}\s{1,9}[A-Za-z]{3,9}\s{1,9}\d{4})/i
const reviewer = /^\s{0,99}([A-Z][a-z]{1,20}(?: [A-Z]\.)? [A-Z][a-z]{1,20})\s{1,99}Declassified/

function statusOf(values: Values): StatusFacts | undefined {
  const current = columnOf(values, 'currentClassification')
  const original = columnOf(values, 'classification')
  const marked = valuesOf(values, 'markings').find((text) => reviewed.test(text)) ?? ''
  const declassified = reviewed.exec(marked)?.[1]?.replace(/\s+/g, ' ')
  const declassifiedBy = reviewer.exec(marked)?.[1]
  if (declassified === undefined && (current === '' || current === original)) return undefined
  return {
    ...(original !== '' && { original }),
    ...(current !== '' && { current }),
    ...(declassified !== undefined && { declassified }),
    ...(declassifiedBy !== undefined && { declassifiedBy }),
  }
}
