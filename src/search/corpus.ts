import type { Segment } from '../cable/segment.ts'
import type { Edition } from '../edition/edition.ts'
import { steppedLength } from '../words/length-table.ts'
import { tokenize } from '../words/token.ts'
import { batchCables } from './limits.ts'

/** The words of an edition, as the scan needs them. */
export interface Corpus {
  /** Number of cables. */
  readonly cables: number
  /** Exact token → its number. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** By token number: how many cables hold it. */
  readonly documentFrequency: readonly number[]
  /** By document number: tokens of the stream in steps of the length table. */
  readonly lengths: Float64Array
  readonly averageLength: number
  /** True where the pair was seen joined by a hyphen or apostrophe, or parted at a line end. */
  isCompound(first: string, second: string): boolean
  /** Texts of these cables, in that order; those not kept in memory are read. */
  texts(numbers: readonly number[]): readonly NumberedText[] | Promise<readonly NumberedText[]>
}

/** The stream of one cable as token numbers. */
export interface NumberedText {
  readonly tokens: Uint32Array
  /** First and end token of each piece of the subject, one after the other. */
  readonly subjects: readonly number[]
}

/** Reads every cable of the edition once, in batches. */
export async function readCorpus(edition: Edition, heldTokensMax: number): Promise<Corpus> {
  const cables = edition.catalogue.length
  const words = new Lexicon()
  const lengths = new Float64Array(cables)
  const held: NumberedText[] = []
  let tokens = 0
  let isFull = false
  for (let first = 0; first < cables; first += batchCables) {
    const numbers = numbersFrom(first, Math.min(batchCables, cables - first))
    const batch = await edition.read(numbers)
    for (const [index, cable] of batch.entries()) {
      const text = words.add(cable.segments)
      lengths[first + index] = steppedLength(text.tokens.length)
      tokens += text.tokens.length
      isFull ||= tokens > heldTokensMax
      if (!isFull) held.push(text)
    }
  }
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return {
    cables,
    vocabulary: words.vocabulary,
    documentFrequency: words.documentFrequency,
    lengths,
    averageLength: total === 0 ? 1 : total / cables,
    isCompound: (first, second) => words.isCompound(first, second),
    texts: (numbers) => {
      const known = numbers.map((number) => held[number])
      return known.every((text) => text !== undefined)
        ? known
        : edition.read(numbers).then((read) => read.map((cable) => words.look(cable.segments)))
    },
  }
}

/** What is known of an edition whose texts are not read: all that its filters need. */
export function unreadCorpus(edition: Edition): Corpus {
  const cables = edition.catalogue.length
  return {
    cables,
    vocabulary: new Map(),
    documentFrequency: [],
    lengths: new Float64Array(cables),
    averageLength: 1,
    isCompound: () => false,
    texts: () => [],
  }
}

function numbersFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

/** Numbers the tokens and counts in how many cables each stands. Closed: it is only added to. */
class Lexicon {
  readonly vocabulary = new Map<string, number>()
  readonly documentFrequency: number[] = []
  readonly #lastCable: number[] = []
  readonly #pairs = new Set<string>()
  #cable = 0

  /** Takes in the stream of the next cable. */
  add(segments: readonly Segment[]): NumberedText {
    this.#cable++
    return this.#number(segments, (token) => this.#seen(token), this.#pairs)
  }

  /** The stream of a cable that was added before. */
  look(segments: readonly Segment[]): NumberedText {
    return this.#number(segments, (token) => this.vocabulary.get(token) ?? 0)
  }

  isCompound(first: string, second: string): boolean {
    return this.#pairs.has(`${first} ${second}`)
  }

  #seen(token: string): number {
    let number = this.vocabulary.get(token)
    if (number === undefined) {
      number = this.documentFrequency.length
      this.vocabulary.set(token, number)
      this.documentFrequency.push(0)
    }
    if (this.#lastCable[number] !== this.#cable) {
      this.#lastCable[number] = this.#cable
      this.documentFrequency[number] = (this.documentFrequency[number] ?? 0) + 1
    }
    return number
  }

  #number(
    segments: readonly Segment[],
    numberOf: (token: string) => number,
    pairs?: Set<string>,
  ): NumberedText {
    const tokens: number[] = []
    const subjects: number[] = []
    for (const { kind, text } of segments) {
      const first = tokens.length
      let before: { readonly token: string; readonly end: number } | undefined
      for (const token of tokenize(text)) {
        tokens.push(numberOf(token.token))
        if (pairs !== undefined && before !== undefined && joins(text, before.end, token.start)) {
          pairs.add(`${before.token} ${token.token}`)
        }
        before = token
      }
      if (isSubject(kind)) subjects.push(first, tokens.length)
    }
    return { tokens: Uint32Array.from(tokens), subjects }
  }
}

/** The title an archive gives stands for the subject where the text does not hold it. */
function isSubject(kind: Segment['kind']): boolean {
  return kind === 'subject' || kind === 'title'
}

/** Longest gap at a line end that still joins: the hyphen, blanks, the line end, an indent. */
const gapMax = 40

/** What stands between two tokens joins them: `co-operate`, `O’Brien`, `nego-` at a line end. */
function joins(text: string, end: number, start: number): boolean {
  if (start - end === 1) return /[-‐‑'’]/.test(text.charAt(end))
  if (start - end > gapMax || !/[-‐‑]/.test(text.charAt(end))) return false
  return /^[ \t]*\r?\n[ \t]*$/.test(text.slice(end + 1, start))
}
