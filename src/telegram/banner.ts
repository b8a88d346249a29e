import { isBannerWords } from './class-words.ts'
import { positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { type Source, shortWordsOf } from './source.ts'
import type { Artefact, Banner, Stamp } from './tree.ts'

/** `Declassified/Released US Department of State EO Systematic Review 30 JUN 2005` (2.19). */
const stamp = /Declassified\/Released US Department of State EO Systematic Review/i

/** A stamp that names its officer and day on lines of their own, or in one. */
export function readStamp(source: Source, line: SourceLine): Stamp | undefined {
  const words = shortWordsOf(source, line)
  if (words === '' || !stamp.test(words)) return undefined
  return {
    type: 'stamp',
    value: source.text.slice(line.start, line.next),
    position: positionOf(source, line.start, line.next),
  }
}

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
  return words === 'SIPDIS' || isBannerWords(words)
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

/** One banner line. */
export function toBanner(source: Source, line: SourceLine): Banner {
  return {
    type: 'banner',
    value: source.text.slice(line.start, line.next),
    position: positionOf(source, line.start, line.next),
  }
}
