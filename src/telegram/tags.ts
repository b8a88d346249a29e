import type { Label } from './label.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin } from './lines.ts'
import { artefactsWithin, type Source, wordsOf } from './source.ts'
import type { Leaf, Tags } from './tree.ts'

/** A line whose every token is `[A-Z]{2,4}`, or longer with a digit or hyphen, goes on (2.11). */
const continuation =
  /^(?:\(?[A-Z]{2,4}\)?|[A-Z0-9]+[-/][A-Z0-9-]+|\([A-Z ,.'-]+\))(?:[\s,;]+(?:[A-Z]{2,7}|[A-Z0-9]+[-/][A-Z0-9-]+|\([A-Z ,.'-]+\)))*[\s,;]*$/
/** In a continuation without comma nothing may be a word such as FROM. */
const ordinaryWord = /\b(?:THE|AND|FOR|FROM|WITH|OF)\b/

/**
 * `TAGS: PREL EFIS IC NO (DOE, JANE)` and the lines it wraps to: after a comma always, else only
 * where all words look like tags (specification 2.11).
 */
export function readTags(source: Source, label: Label, limit: number): Tags {
  const end = endOfList(source, label.end, limit)
  const pieces: Leaf[] = [
    leaf(source, 'label', label.start, label.start + labelLength(source, label)),
    ...readTokens(source, label.end, end),
  ]
  return {
    type: 'tags',
    children: fill(source, label.start, end, pieces, 'separator'),
    position: positionOf(source, label.start, end),
  }
}

function labelLength(source: Source, label: Label): number {
  return source.plain.slice(label.start, label.end).trimEnd().length
}

function endOfList(source: Source, start: number, limit: number): number {
  let end = start
  let before = ''
  for (const line of linesWithin(source.lines, start, limit)) {
    const words = wordsOf(source, line)
    const lifted = artefactsWithin(source, line.start, line.next).length > 0
    if (end === start && before === '') {
      // The first line; an empty label line may be followed by the list.
      end = line.next
      before = words
      continue
    }
    if (words === '' && !lifted) {
      if (before !== '' && !before.endsWith(',')) break
      continue
    }
    if (words === '') continue
    const forced = before.endsWith(',') || before === ''
    if (!forced && (!continuation.test(words) || ordinaryWord.test(words))) break
    if (forced && words.length > 200 && before === '') break
    end = line.next
    before = words
  }
  return end
}

/**
 * Persons in parentheses, markdown links, and tokens between blanks, commas and semicolons.
 *
 *     PREL, (ROE, JANE A.) [CB](#) G-77
 */
const token =
  /\((?<person>[^()\n\r]{2,60})\)|\[(?<linked>[^[\]\s]{1,20})\]\(#?[^)\s]{0,80}\)|(?<tag>[^\s,;()[\]]+)/dg

function readTokens(source: Source, start: number, end: number): Leaf[] {
  const found: Leaf[] = []
  for (const match of source.plain.slice(start, end).matchAll(token)) {
    const at = start + match.index
    if (match.groups?.person !== undefined) {
      found.push(leaf(source, 'person', at, at + match[0].length))
      continue
    }
    const span = match.indices?.groups?.linked ?? match.indices?.groups?.tag
    if (span === undefined) continue
    const printed = source.plain.slice(start + span[0], start + span[1])
    // `PREL:` and `TAGS:` inside a list: the label again, or a stray colon.
    const words = printed.replace(/(?<![.:])[.:]+$/, '')
    if (words === '' || !/[A-Za-z0-9]/.test(words)) continue
    const type = /^TAGS?:?$/i.test(printed) ? 'label' : 'tag'
    found.push(leaf(source, type, start + span[0], start + span[0] + words.length))
  }
  return found
}
