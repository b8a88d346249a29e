import { readdirSync, readFileSync } from 'node:fs'
import type { ArchiveFacts } from '../src/cable/facts.ts'
import type { ParseOptions } from '../src/telegram/parse.ts'
import sections from './specification.json' with { type: 'json' }

/** What stands in a folder of golden pairs: trees by `factsOf`, or records by `readCable`. */
export type Kind = 'telegram' | 'cable'

/**
 * `golden/NAME.json` beside `golden/NAME.txt`: what is expected of an invented text.
 *
 * Everything but `all` is written by hand and never refreshed. In `expect`, null means that the
 * field is absent.
 */
export interface Golden {
  /** The one behaviour it shows, a sentence. */
  readonly what: string
  /** Sections of the specification that ask for it, between commas: `2.13`, `1.7 P3`, `wild 7`. */
  readonly spec: string
  /** How the text is parsed; trees only. */
  readonly options?: ParseOptions
  /** What the archive knows beside the text; records only. */
  readonly facts?: ArchiveFacts
  /** Facts of the tree, each whole; or a part of the record. */
  readonly expect: Readonly<Record<string, unknown>>
  /** Other names that the record answers to, all of them; records only. */
  readonly aliases?: readonly string[]
  /** Codes of all diagnostics, sorted. */
  readonly codes?: readonly string[]
  /** Codes that are among the diagnostics. */
  readonly has?: readonly string[]
  /** Codes that are not among the diagnostics. */
  readonly lacks?: readonly string[]
  /** Everything that the tree says; `UPDATE=1` writes it anew; trees only. */
  readonly all?: Readonly<Record<string, unknown>>
}

/** A golden pair as it was read from its folder. */
export interface Pair {
  readonly kind: Kind
  readonly name: string
  readonly file: URL
  readonly text: string
  readonly golden: Golden
}

/** All golden pairs of one kind, by name. */
export function goldenPairs(kind: Kind): Pair[] {
  const folder = new URL(`./${kind}/golden/`, import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .map((name) => {
      const file = new URL(`${name}.json`, folder)
      const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
      return { kind, name, file, text, golden: JSON.parse(readFileSync(file, 'utf8')) as Golden }
    })
}

const numbers = new Set(sections.map(([number]) => number))
const keys = 'what spec options facts expect aliases codes has lacks all'.split(' ')

/** What the form of a golden pair lacks, a line for each; none if all is well. */
export function flaws(golden: Golden): string[] {
  const wrong = Object.keys(golden).filter((key) => !keys.includes(key))
  if ((golden.what ?? '').trim() === '') wrong.push('what: say in one sentence what it shows')
  if (Object.keys(golden.expect ?? {}).length === 0) wrong.push('expect: say what matters, by hand')
  for (const item of (golden.spec ?? '').split(', ')) {
    const [, number = ''] = /^((?:wild )?\d+(?:\.\d+)?)(?: (?:P|FL|step )\d+)?$/.exec(item) ?? []
    if (!numbers.has(number))
      wrong.push(`spec: “${item}” is no section (2.13, 1.7 P3, wild 7: test/specification.json)`)
  }
  return wrong
}
