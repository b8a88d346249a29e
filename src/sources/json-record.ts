import { plainName } from './column-names.ts'
import { readNamedValues } from './column-record.ts'
import { isFrusDocument, readFrusDocument } from './frus-json.ts'
import { asText, isRecord, type JsonRecord } from './json-value.ts'
import { isOwnRecord, readOwnRecord } from './own-record.ts'
import type { Reading } from './reading.ts'

/** Reads an object as one cable, by the names of its members; what no name tells is left out. */
export function readJsonRecord(object: JsonRecord): Reading {
  if (isFrusDocument(object)) return readFrusDocument(object)
  if (isOwnRecord(object)) return readOwnRecord(object)
  const held = [object._source, object.doc, object.attributes].find((part) => isRecord(part))
  // What a service keeps beside the document: its own id.
  return readNamedValues(valuesIn(isRecord(held) ? { ...held, ...idsOf(object, held) } : object))
}

function idsOf({ _id, id }: JsonRecord, held: JsonRecord): JsonRecord {
  return 'id' in held || '_id' in held ? {} : { _id: _id ?? id }
}

/** Members by their plain names; of two with one name the first that says something. */
function valuesIn(object: JsonRecord): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(object)) {
    const text = asText(value)
    const plain = plainName(name)
    if (text === undefined || (values.get(plain) ?? '') !== '') continue
    values.set(plain, text)
  }
  return values
}
