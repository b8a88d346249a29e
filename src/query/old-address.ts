import { resolveIdentifier } from '../cable/identifier.ts'
import { findPost, squeeze } from '../cable/post.ts'
import {
  cableAddress,
  classificationAddress,
  dateAddress,
  listsAddress,
  originAddress,
  releasedAddress,
  tagAddress,
} from './address.ts'
import { readClassification } from './classification.ts'
import { span } from './date-range.ts'

/** Longest path that is looked at, UTF-16 code units. */
const pathLengthMax = 1024

/**
 * Where a page of an older cable archive is found here, or undefined where the path is none of
 * theirs. Their page numbers are dropped: their pages had other lengths.
 *
 *     /cable/2008/08/08HANOI905.html  /plusd/cables/08HANOI905_a.html   → /cable/08HANOI905
 *     /tag/PREL_0.html  /date/2008-08_0.html  /reldate/2011-08-30_0.html → /browse/…
 */
export function movedAddress(path: string): string | undefined {
  if (path.length > pathLengthMax) return undefined
  const cable =
    /^\/cable\/\d{4}\/\d{2}\/([^/]+)\.html?$/.exec(path) ??
    /^\/plusd\/cables\/([^/]+?)(?:_[a-z])?\.html?$/i.exec(path)
  if (cable !== null) return cableMoved(readable(cable[1] ?? ''))
  const list = /^\/(tag|date|reldate|origin|classification)\/(.+?)(?:_\d+)?(?:\.html?)?\/?$/.exec(
    path,
  )
  if (list === null) return undefined
  const value = readable(list[2] ?? '')
  return value === undefined ? undefined : listMoved(list[1] ?? '', value)
}

function cableMoved(name: string | undefined): string | undefined {
  return name === undefined ? undefined : cableAddress(resolveIdentifier(name).id ?? name)
}

function listMoved(list: string, value: string): string | undefined {
  if (list === 'tag') return tagAddress(value.toUpperCase())
  if (list === 'date') return span(value) === undefined ? undefined : dateAddress(value)
  if (list === 'reldate') {
    if (span(value) === undefined) return undefined
    // A list of one day is what there is here.
    return value.length === 'YYYY-MM-DD'.length ? releasedAddress(value) : listsAddress('released')
  }
  if (list === 'origin') {
    // Some of them numbered their posts; nobody has the numbers any more.
    if (/^\d+$/.test(value)) return listsAddress('origin')
    return originAddress(findPost(value)?.canonical ?? squeeze(value))
  }
  // `SECRET__NOFORN` is what is left of `SECRET//NOFORN` in a file's name.
  const label = value.replaceAll('__', '//').replaceAll('_', ' ')
  const level = readClassification(label)?.level
  return level === undefined ? listsAddress('classification') : classificationAddress(level)
}

function readable(part: string): string | undefined {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
