import { readClassificationLine } from './classification-line.ts'
import { lineIndexAt } from './lines.ts'
import type { Source } from './source.ts'
import type { ClassificationLine } from './tree.ts'

/** How far the second copy of a head may stand behind the first, UTF-16 code units. */
const repeatReachCharacters = 4000
/** A head has its labels within this many UTF-16 code units. */
const labelReachCharacters = 1500
/** More repetitions of one line than any telegram has sections. */
const repeatsMax = 200

/**
 * Where the whole head begins anew, its first copy cut short by `...` (specification 1.7, 2.7):
 *
 *     S E C R E T LOME 000077
 *     SUBJECT: TALKS ON YAMS AND EXP...
 *
 *     S E C R E T LOME 000077        ← here
 *     SUBJECT: TALKS ON YAMS AND EXPORTS
 *
 * A line that only turns up again, in a list of references or at the head of section 2, has no
 * labels behind it, or paragraphs before it.
 */
export function findRepeatedHead(source: Source, start: number, end: number): number | undefined {
  const first = readClassificationLine(source, start)?.node
  if (first === undefined) return undefined
  const from = first.position.end.offset
  const to = Math.min(end, from + repeatReachCharacters)
  for (const each of repeats(source, first, from, to)) {
    if (each.section !== first.section) continue
    const at = each.position.start.offset
    const before = source.plain.slice(from, at)
    if (!cutShort.test(before.slice(-80)) && /^[ \t]*\u00b6?2\. ?\S/m.test(before)) return undefined
    const behind = each.position.end.offset
    if (hasLabels(source.plain.slice(behind, behind + labelReachCharacters))) return at
  }
  return undefined
}

/** The first copy breaks off in mid-word: `The min...␤␤` */
const cutShort = /\S\.{3}\s{1,20}$/

function hasLabels(words: string): boolean {
  return /^[ \t]*(?:E\.?[O0]\.? {0,2}\d{5}|TAGS|SUBJ)/im.test(words)
}

/** Classification lines with the same station and number, in source order. */
function* repeats(
  source: Source,
  line: ClassificationLine,
  from: number,
  to: number,
): Generator<ClassificationLine> {
  const printed = line.children.find((child) => child.type === 'number')?.value
  if (line.serial === undefined || line.station === undefined || printed === undefined) return
  let at = source.plain.indexOf(printed, from)
  for (let count = 0; at >= 0 && at < to && count < repeatsMax; count++) {
    const here = source.lines[lineIndexAt(source.lines, at)]
    if (here !== undefined && here.start >= from && at - here.start <= labelColumnMax) {
      const node = readClassificationLine(source, here.start)?.node
      if (node?.serial === line.serial && node.station === line.station) yield node
    }
    at = source.plain.indexOf(printed, here?.next ?? at + printed.length)
  }
}

/** The serial stands within this many characters of its line. */
const labelColumnMax = 120
