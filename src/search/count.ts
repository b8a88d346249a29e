import type { NumberedText } from './corpus.ts'
import type { Unit } from './plan.ts'

/** Counts the units of a question in one text after another. */
export interface Counter {
  /** By unit: occurrences in the stream. Holds until the next text. */
  readonly stream: Uint32Array
  /** By unit: occurrences that lie in the subject. */
  readonly subject: Uint32Array
  count(text: NumberedText): void
}

interface Sequence {
  readonly unit: number
  /** Token numbers. */
  readonly tokens: readonly number[]
}

/** A counter for these units; sequences with a word that the edition lacks never occur. */
export function counterOf(
  units: readonly Unit[],
  vocabulary: ReadonlyMap<string, number>,
): Counter {
  const byFirst: Sequence[][] = []
  // By token number: 1 + the place in `byFirst` of the sequences that begin with it.
  const heads = new Uint16Array(vocabulary.size)
  for (const [unit, { sequences }] of units.entries()) {
    for (const words of sequences) {
      const tokens = words.map((word) => vocabulary.get(word) ?? -1)
      const [first = -1] = tokens
      if (tokens.includes(-1)) continue
      if (heads[first] === 0) heads[first] = byFirst.push([])
      byFirst[(heads[first] ?? 0) - 1]?.push({ unit, tokens })
    }
  }
  const stream = new Uint32Array(units.length)
  const subject = new Uint32Array(units.length)
  return {
    stream,
    subject,
    count({ tokens, subjects }) {
      stream.fill(0)
      subject.fill(0)
      for (let at = 0; at < tokens.length; at++) {
        const head = heads[tokens[at] ?? 0] ?? 0
        if (head === 0) continue
        for (const sequence of byFirst[head - 1] ?? []) {
          if (!standsAt(sequence.tokens, tokens, at)) continue
          stream[sequence.unit] = (stream[sequence.unit] ?? 0) + 1
          if (isWithin(subjects, at, at + sequence.tokens.length)) {
            subject[sequence.unit] = (subject[sequence.unit] ?? 0) + 1
          }
        }
      }
    },
  }
}

function standsAt(sequence: readonly number[], tokens: Uint32Array, at: number): boolean {
  for (let offset = 1; offset < sequence.length; offset++) {
    if (tokens[at + offset] !== sequence[offset]) return false
  }
  return true
}

function isWithin(ranges: readonly number[], start: number, end: number): boolean {
  for (let index = 0; index + 1 < ranges.length; index += 2) {
    if (start >= (ranges[index] ?? 0) && end <= (ranges[index + 1] ?? 0)) return true
  }
  return false
}
