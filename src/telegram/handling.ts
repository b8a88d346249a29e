import { fill, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { type Source, wordsOf } from './source.ts'
import type { Handling } from './tree.ts'

/**
 * Sentences about how to treat the message (specification 1.4, part 10):
 *
 *     Sensitive but unclassified; please protect accordingly.
 *     (U) This message has been approved by the Charge.
 */
const handling =
  /^\(?(?:\((?:U|SBU|C)\) ?)?(?:SENSITIVE BUT UNCLAS|SENSITIVE, BUT UNCLAS|SENSITIVE - |UNCLASSIFIED\b.*PROTECT|SBU\b.*(?:PROTECT|HANDLE)|PLEASE (?:PROTECT|HANDLE|TREAT)|(?:ENTIRE (?:TEXT|CABLE|MESSAGE)|THIS (?:CABLE|MESSAGE|DOCUMENT|TELEGRAM) (?:IS|HAS|WAS|CONTAINS|MAY|SHOULD))|MISSION[- ]COORDINATED|NOT FOR (?:INTERNET|PUBLICATION|DISTRIBUTION)|FOR OFFICIAL USE ONLY|PROTECT ACCORDINGLY|NOFORN - |(?:CONFIDENTIAL|SECRET|C|S) ?-+ ?ENTIRE TEXT)/i

/** Longest first line, UTF-16 code units. */
const handlingCharactersMax = 400

/** True where a line opens a handling sentence. */
export function isHandling(words: string): boolean {
  return words.length <= handlingCharactersMax && handling.test(words)
}

/** Reads a handling sentence up to the next blank line. */
export function readHandling(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  stops: (words: string) => boolean,
): { node: Handling; next: number } | undefined {
  const first = lines[index]
  if (first === undefined || !isHandling(wordsOf(source, first))) return undefined
  let next = index + 1
  for (let line = lines[next]; line !== undefined; line = lines[++next]) {
    const words = wordsOf(source, line)
    if (words === '' || stops(words)) break
  }
  const last = lines[next - 1] ?? first
  const node: Handling = {
    type: 'handling',
    children: fill(source, first.start, last.next),
    position: positionOf(source, first.start, last.next),
  }
  return { node, next }
}
