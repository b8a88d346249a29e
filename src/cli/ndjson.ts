import { once } from 'node:events'
import { writeLine } from './output.ts'

/**
 * A request line longer than this is answered with an error: 128 MiB of UTF-8, room for the longest
 * cable with its line ends as `\\n`.
 */
const requestBytesMax: number = 128 * 1024 * 1024

/** One request line, or what is wrong with it. */
export type RequestLine =
  | { readonly line: number; readonly request: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly problem: string; readonly code?: string }

/**
 * Answers each line of standard input with one line, in order, flushed at once.
 *
 *     {"key": 7, "id": "HANOI 869"}   →   {"key": 7, "candidates": [], …}
 *
 * A bad line gets `{"key", "line", "error": {code, message}}`, and the next one is read.
 */
export async function answerLines(
  answer: (request: Readonly<Record<string, unknown>>) => Promise<object>,
): Promise<boolean> {
  let clean = true
  for await (const line of requestLines(process.stdin)) {
    const reply = await answerLine(line, answer)
    if ('error' in reply) clean = false
    await writeLine(JSON.stringify(reply))
  }
  if (process.stdout.writableLength > 0) await once(process.stdout, 'drain')
  return clean
}

async function answerLine(
  line: RequestLine,
  answer: (request: Readonly<Record<string, unknown>>) => Promise<object>,
): Promise<object> {
  if ('problem' in line) {
    return { line: line.line, error: { code: line.code ?? 'BAD_REQUEST', message: line.problem } }
  }
  const { key } = line.request
  try {
    return { key, ...(await answer(line.request)) }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return { key, line: line.line, error: { code: error.code, message: error.message } }
  }
}

/** A request that is JSON but not what the command asks for. */
export class RequestError extends Error {
  /** Stable name: `BAD_REQUEST`, `TEXT_TOO_LARGE`. */
  readonly code: string

  constructor(sentence: string, code = 'BAD_REQUEST') {
    super(sentence)
    this.code = code
  }
}

/** The field as a string; `RequestError` where it is missing or something else. */
export function textOf(request: Readonly<Record<string, unknown>>, field: string): string {
  const value = request[field]
  if (typeof value === 'string') return value
  throw new RequestError(`"${field}" must be a string.`)
}

/** The field as a string, or nothing where it is absent or null. */
export function optionalText(
  request: Readonly<Record<string, unknown>>,
  field: string,
): string | undefined {
  return request[field] === undefined || request[field] === null
    ? undefined
    : textOf(request, field)
}

/** The field as a whole number of at least 0, or nothing where it is absent or null. */
export function optionalNumber(
  request: Readonly<Record<string, unknown>>,
  field: string,
): number | undefined {
  const value = request[field]
  if (value === undefined || value === null) return undefined
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return number
  throw new RequestError(`"${field}" must be a whole number of at least 0.`)
}

/** Cuts a stream of bytes into lines at `\n`, whatever the chunks; empty lines are passed over. */
async function* requestLines(input: AsyncIterable<Uint8Array>): AsyncIterable<RequestLine> {
  let pieces: Uint8Array[] = []
  let bytes = 0
  let line = 0
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, end))
      bytes += end - start
      start = end + 1
      line += 1
      const request = readLine(pieces, bytes, line)
      if (request !== undefined) yield request
      pieces = []
      bytes = 0
    }
    bytes += chunk.length - start
    // Past the limit nothing more is kept: the line is refused when its end comes.
    if (bytes <= requestBytesMax) pieces.push(chunk.subarray(start))
  }
  const last = readLine(pieces, bytes, line + 1)
  if (last !== undefined) yield last
}

function readLine(pieces: readonly Uint8Array[], bytes: number, line: number) {
  if (bytes > requestBytesMax) {
    const problem = `The line is longer than ${requestBytesMax} bytes (128 MiB).`
    return { line, problem, code: 'LINE_TOO_LARGE' }
  }
  const text = Buffer.concat(pieces).toString('utf8').trim()
  return text === '' ? undefined : parseLine(text, line)
}

function parseLine(text: string, line: number): RequestLine {
  try {
    const request: unknown = JSON.parse(text)
    if (typeof request === 'object' && request !== null && !Array.isArray(request)) {
      return { line, request: request as Readonly<Record<string, unknown>> }
    }
    return { line, problem: 'The line is JSON, but not an object.' }
  } catch {
    return { line, problem: 'The line is not JSON.' }
  }
}
