/** Series whose own ids are written in small letters; all other ids are in capitals. */
const smallLetterSeries: readonly string[] = ['frus']

/** Endings and last parts of a path that mean something else than a cable's page. */
const reservedEnd =
  /(?:\.(?:json|txt|ris|bib|html?|atom|csv|xml)|(?:^|\/)(?:transmission|structure|versions|history))$/i

/** `ID~1a2b3c4d`: how an address that would be shared is told apart. */
const marked = /~[0-9a-f]{8}$/i

/**
 * The path of an id: `08HANOI905`, `frus1969-76v17/d1`. A `/` stays, every other special character
 * is percent-encoded, and no two ids have one path, not even without regard to case: an id that is
 * not written as its series is, or whose plain path would mean something else, gets `~` and 8 hex
 * digits of itself. It depends on the id alone, so that no other cable can move it.
 */
export function encodedId(id: string): string {
  const text = id.toWellFormed()
  if (isPlain(id)) return encodedParts(text)
  return `${encodedParts(text)}~${hash(id)}`
}

/** The id of a path that `encodedId` made; undefined for any other path. */
export function decodedId(path: string): string | undefined {
  const plain = decoded(path)
  if (plain !== undefined && isPlain(plain) && encodedId(plain) === path) return plain
  if (!marked.test(path)) return undefined
  const id = decoded(path.slice(0, -9))
  return id !== undefined && encodedId(id) === path ? id : undefined
}

/** A value of a list as one part of a path: a `/` in it is encoded too. */
export function encodedValue(value: string): string {
  const encoded = percentEncoded(value.toWellFormed())
  // `.` and `..`, even encoded, would be swallowed by whoever resolves the address.
  return /^\.{0,2}~*$/.test(encoded) ? `${encoded}~` : encoded
}

/** Whether the path of the id can be the plain one. */
function isPlain(id: string): boolean {
  const small = id.toLowerCase()
  const series = smallLetterSeries.some((name) => small.startsWith(name))
  const usual = series ? small : id.toUpperCase()
  return (
    id === usual && /^[ -~]+$/.test(id) && !reservedEnd.test(id) && !marked.test(id) && !hasDots(id)
  )
}

/** `a//b`, `/a`, `a/../b`: a reader of addresses would join or drop parts. */
function hasDots(id: string): boolean {
  return id.split('/').some((part) => /^\.{0,2}$/.test(part))
}

function encodedParts(id: string): string {
  return hasDots(id) ? percentEncoded(id) : id.split('/').map(percentEncoded).join('/')
}

/** Everything but letters, digits and `-._~`, the unreserved characters of RFC 3986. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The value of a part that `encodedValue` made; undefined for any other part. */
export function decodedValue(part: string): string | undefined {
  const text = decoded(/^\.{0,2}~+$/.test(part) ? part.slice(0, -1) : part)
  return text !== undefined && encodedValue(text) === part ? text : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** FNV-1a over the UTF-16 code units, mixed at the end: 8 hex digits. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ (text.charCodeAt(at) & 0xff), 0x01000193)
    value = Math.imul(value ^ (text.charCodeAt(at) >>> 8), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
