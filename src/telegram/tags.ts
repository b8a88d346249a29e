import type { Label } from './label.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin, type SourceLine } from './lines.ts'
import { artefactsWithin, type Source, wordsOf } from './source.ts'
import { groupTags } from './tag-group.ts'
import { goesOn, stopOf } from './tag-line.ts'
import { type TagToken, tagTokens } from './tag-token.ts'
import type { Leaf, Tags } from './tree.ts'

/**
 * `TAGS: PREL EFIS IC NO (DOE, JANE)` and the lines it wraps to: after a comma always, else only
 * where all words look like tags (specification 2.11).
 */
export function readTags(source: Source, label: Label, limit: number): Tags {
  const end = endOfList(source, label.end, limit)
  const pieces: Leaf[] = readTokens(source, label.end, end)
  const printed = source.plain.slice(label.start, label.end).trimEnd().length
  if (printed > 0) pieces.unshift(leaf(source, 'label', label.start, label.start + printed))
  return {
    type: 'tags',
    children: fill(source, label.start, end, pieces, 'separator'),
    position: positionOf(source, label.start, end),
  }
}

function endOfList(source: Source, start: number, limit: number): number {
  let end = start
  let before = ''
  const lines = linesWithin(source.lines, start, limit)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const words = wordsOf(source, line)
    const isFirst = end === start
    if (words === '') {
      // An empty label line may be followed by the list; artefacts leave empty lines.
      if (isFirst) end = line.next
      else if (before !== '' && !before.endsWith(',')) {
        const next = nextBehindMark(source, lines, index)
        if (next === undefined) break
        index = next - 1
      }
      continue
    }
    if (!(isFirst && line.start === start) && !goesOn(before, words)) break
    const stop = stopOf(source.plain.slice(line.start, line.end))
    if (stop !== undefined) return stop === 0 && !isFirst ? end : line.start + stop
    end = line.next
    before = words
  }
  return end
}

/** Empty lines that stand around a section mark: more are the end of the list. */
const markLinesMax = 6

/** The next line with words, where a mark was lifted out between: `PREL PK␤LOME 00000077 …␤␤RO`. */
function nextBehindMark(
  source: Source,
  lines: readonly SourceLine[],
  from: number,
): number | undefined {
  let lifted = false
  for (let index = from; index < lines.length && index <= from + markLinesMax; index++) {
    const line = lines[index]
    if (line === undefined) return undefined
    if (wordsOf(source, line) !== '') return lifted ? index : undefined
    lifted ||= artefactsWithin(source, line.start, line.next).length > 0
  }
  return undefined
}

/** One leaf for each tag, person, portion, control or label. */
function readTokens(source: Source, start: number, end: number): Leaf[] {
  const tokens = tagTokens(source.plain, start, end)
  const groups = groupTags(
    tokens.map(({ text, type, apart }) => ({
      text,
      apart,
      whole: type === 'tag' ? undefined : type === 'person' ? 'person' : 'other',
    })),
  )
  return groups.flatMap(({ from, to, kind }) => {
    const first = tokens[from]
    const last = tokens[to - 1]
    if (first === undefined || last === undefined) return []
    const isCut = artefactsWithin(source, first.start, last.end).length > 0
    const type = kind === 'person' ? 'person' : 'tag'
    if (to - from > 1 && !isCut) return [leaf(source, type, first.start, last.end)]
    return tokens.slice(from, to).map((each) => toLeaf(source, each, kind))
  })
}

function toLeaf(source: Source, token: TagToken, kind: 'tag' | 'person' | 'concept'): Leaf {
  const type = token.type === 'tag' && kind === 'person' ? 'person' : token.type
  return leaf(source, type, token.start, token.end)
}
