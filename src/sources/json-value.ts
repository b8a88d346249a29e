/** An object as it was parsed; nothing is known of its members. */
export type JsonRecord = Readonly<Record<string, unknown>>

/**
 * Parses one object. Tolerated are control characters in strings, which JSON asks to be escaped,
 * and what a database shell prints for its own kinds: `ISODate("2007-03-04")`. Undefined where the
 * text is no object.
 */
export function parseLoosely(text: string): JsonRecord | undefined {
  return parseStrictly(text) ?? parseStrictly(mended(text))
}

function parseStrictly(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** True for `{…}`, not for an array. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * What programs print that is no JSON: a comma behind the last member, `NaN`, `None`, `True`.
 */
const strays: readonly (readonly [RegExp, string])[] = [
  [/,(?=\s{0,999}[}\]])/g, ''],
  [/(?<![\w"])-?(?:NaN|Infinity|None|undefined)\b/g, 'null'],
  [/\bTrue\b/g, 'true'],
  [/\bFalse\b/g, 'false'],
]

/** A string, or what stands between two strings. */
const pieces = /"(?:[^"\\]|\\[\s\S])*"|[^"]+/g
const shellKind = /\b(?:ObjectId|ISODate|NumberLong|NumberInt|new Date|Timestamp)\s{0,9}\(\s{0,9}$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is not allowed there
const control = /[\u0000-\u001f]/g

function mended(text: string): string {
  let inCall = false
  return text.replace(pieces, (piece) => {
    if (piece.startsWith('"')) {
      return piece.replace(
        control,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
    const called = inCall ? piece.replace(/^\s{0,9}\)/, '') : piece
    const behind = strays.reduce((plain, [stray, mend]) => plain.replace(stray, mend), called)
    inCall = shellKind.test(behind)
    const numbers = behind.replace(/\bNumber(?:Long|Int)\((-?\d{1,20})\)/g, '$1')
    return inCall ? numbers.replace(shellKind, '') : numbers
  })
}

/**
 * A member as text: strings as they are, numbers and booleans as printed, `{"$oid"}` and `{"$date"}`
 * of a MongoDB export as what they hold, lists as lines. Undefined for anything else.
 */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    const parts = value.slice(0, listMax).flatMap((each) => asText(each) ?? [])
    return parts.length === 0 ? undefined : parts.join('\n')
  }
  if (!isRecord(value)) return undefined
  const held =
    value.$oid ??
    value.$date ??
    value.$numberLong ??
    value.$numberInt ??
    value.$numberDouble ??
    value.$numberDecimal
  if (held !== undefined) return value.$date === undefined ? asText(held) : asDate(held)
  // `{"$timestamp": {"t": 1172999400, "i": 1}}` counts seconds.
  if (isRecord(value.$timestamp)) return asText(value.$timestamp.t)
  return asText(value.id ?? value.code ?? value.name ?? value.printed ?? value.value)
}

/** Members of a list that are read. */
const listMax = 10_000

/** `{"$date": 1172999400000}` and `{"$date": {"$numberLong": "…"}}` count milliseconds. */
function asDate(held: unknown): string | undefined {
  const text = asText(held)
  if (text === undefined || !/^-?\d{5,16}$/.test(text)) return text
  const date = new Date(Number(text))
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
