import { isBannerWords } from './class-words.ts'
import { positionOf } from './leaf.ts'
import { linesWithin, type SourceLine } from './lines.ts'
import { liftOut, type Source, shortWordsOf } from './source.ts'

import type { Artefact, Banner } from './tree.ts'

/**
 * Classification words (or SIPDIS) alone on a line that touch a page line or section mark:
 *
 *     CONFIDENTIAL                                     ← banner
 *
 *     PAGE 02        LOME  00077  01 OF 02  041010Z
 *                        CONFIDENTIAL                  ← banner
 *
 * Only blank lines and other banners may stand between (specification 1.3, 4.2).
 */
export function readBanners(source: Source, from: number): Banner[] {
  const anchors = anchorLines(source)
  if (anchors.size === 0) return []
  const found: Banner[] = []
  let touching = false
  const pending: SourceLine[] = []
  for (const line of source.lines) {
    if (anchors.has(line.start)) {
      for (const each of pending) found.push(toBanner(source, each))
      pending.length = 0
      touching = true
      continue
    }
    const words = shortWordsOf(source, line)
    if (words === '' && line.end - line.start <= 240) continue
    if (line.start < from || !isPageFurniture(words)) {
      touching = false
      pending.length = 0
    } else if (touching) found.push(toBanner(source, line))
    else pending.push(line)
  }
  return found
}

function isPageFurniture(words: string): boolean {
  return words === 'SIPDIS' || words === 'NNNN' || isBannerWords(words)
}

function anchorLines(source: Source): Set<number> {
  const starts = new Set<number>()
  for (const artefact of source.artefacts) {
    if (isAnchor(artefact)) starts.add(artefact.position.start.offset)
  }
  return starts
}

function isAnchor(artefact: Artefact): boolean {
  return (
    artefact.type === 'pageLine' || (artefact.type === 'sectionMark' && artefact.inline === false)
  )
}

/**
 * Banners of the body whose page line was lost: SIPDIS turns up anywhere, and a classification
 * between empty lines is the foot of a page, unless nothing but the signature follows it.
 */
export function liftBodyBanners(source: Source, start: number, end: number): void {
  const lines = linesWithin(source.lines, start, end)
  const words = lines.map((line) => shortWordsOf(source, line))
  const found = lines.filter((line, index) => {
    const here = words[index] ?? ''
    if (here === '' || here.length > 60 || line.start < start) return false
    if (/^SIPDIS(?: SIPDIS)?$/.test(here)) return true
    const isFree = (words[index - 1] ?? '') === '' && (words[index + 1] ?? '') === ''
    return isFree && here === here.toUpperCase() && isBannerWords(here)
  })
  liftOut(
    source,
    found.map((line) => toBanner(source, line)),
  )
}

/** One banner line. */
export function toBanner(source: Source, line: SourceLine): Banner {
  return {
    type: 'banner',
    value: source.text.slice(line.start, line.next),
    position: positionOf(source, line.start, line.next),
  }
}
