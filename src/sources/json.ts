import { type JsonObject, jsonObjects } from './json-objects.ts'
import { readJsonRecord } from './json-record.ts'
import { parseLoosely } from './json-value.ts'
import { jsonDepthMax, jsonMembersMax, rowBytesMax } from './limits.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { entryText } from './record-text.ts'
import { telegramMark } from './telegram-mark.ts'
import { openWindow, type Window } from './window.ts'

/**
 * Objects in JSON: one a line, one behind the other, or the members of one array.
 *
 *     {"id": "07LOME77", "date": "2007-03-04T09:10Z", "subject": "A crane", "text": "…"}
 */
export const json: DumpFormat = {
  name: 'json',
  recognises: (head) => firstObject.test(head) || holdsObjects(head),
  read: readJson,
}

const firstObject =
  /^\s{0,999}(?:\[\s{0,999}){0,3}\{\s{0,999}(?:"[^"\n]{1,200}"\s{0,9}:|\}\s*[\]\n,])/

/** Lines that are objects, below one that is damaged or a remark. */
function holdsObjects(head: string): boolean {
  if (/^\s{0,999}</.test(head)) return false
  const lines = head.matchAll(/^[ \t]{0,9}\{"[^"\n]{1,200}"[ \t]{0,9}:/gm)
  const first = lines.next().value
  if (first === undefined) return false
  return telegramMark(head.slice(0, first.index)) === undefined || !lines.next().done
}

async function* readJson(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    let number = 0
    for await (const object of jsonObjects(window)) {
      number += 1
      yield toEntry(object, number, window)
    }
  } finally {
    await window.close()
  }
}

function toEntry(object: JsonObject, number: number, window: Window): DumpEntry {
  const { bytes } = object
  const place = `object ${number.toLocaleString('en')}`
  const refused = refusal(object)
  if (refused === undefined) return entryText(bytes, place, readObject, { wide: window.encoding })
  const encoding = { name: window.encoding ?? 'utf-8', replaced: 0 }
  return { place, bytes, encoding, reading: refused }
}

function refusal({ state, depth }: JsonObject): Reading | undefined {
  if (state === 'tooLarge') {
    const most = rowBytesMax / 1024 / 1024
    return {
      code: 'ROW_TOO_LARGE',
      reason: `The object is larger than ${most} MiB; its first part is kept.`,
    }
  }
  if (state === 'truncated') {
    return {
      code: 'ROW_TRUNCATED',
      reason: 'The dump breaks off in the middle of this object; fetch the file again.',
    }
  }
  if (state === 'broken') {
    return { code: 'JSON_DAMAGED', reason: 'The object is not closed before the next one opens.' }
  }
  if (state === 'other') {
    return { code: 'JSON_DAMAGED', reason: 'This is no object of JSON.' }
  }
  if (depth > jsonDepthMax) {
    return {
      code: 'JSON_TOO_DEEP',
      reason: `The object is nested deeper than ${jsonDepthMax} levels.`,
    }
  }
  return undefined
}

function readObject(text: string): Reading {
  const object = parseLoosely(text)
  if (object === undefined) {
    return {
      code: 'JSON_DAMAGED',
      reason: 'This is not well-formed JSON; mend it and retry, or fetch the file again.',
    }
  }
  const members = Object.keys(object).length
  if (members > jsonMembersMax) {
    return {
      code: 'JSON_MEMBERS',
      reason: `The object has ${members.toLocaleString('en')} members, and at most ${jsonMembersMax.toLocaleString('en')} are read.`,
    }
  }
  return readJsonRecord(object)
}
