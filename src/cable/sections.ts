import type { EvidenceLog } from './evidence.ts'
import type { Parts } from './parts.ts'
import type { Cable } from './record.ts'

/** Most sections a cable is said to have; the longest seen has 14. */
const sectionsMax = 99

/**
 * Which sections of a cable are held: what the classification line, section marks and page lines
 * show. The mark `001.2 OF 002` stands in section 1 (specification 2.4).
 */
export function readSections(parts: Parts, log: EvidenceLog): Cable['sections'] {
  const seen = [
    ...parts.all('classificationLine'),
    ...parts.all('sectionMark'),
    ...parts.all('pageLine'),
    ...parts.all('repetition'),
  ].flatMap((node) =>
    node.section !== undefined && node.of !== undefined
      ? [{ node, section: node.section, of: node.of }]
      : [],
  )
  const of = seen[0]?.of
  if (of === undefined || of < 1 || of > sectionsMax) return undefined
  const marks = seen.map(({ node }) => node)
  log.noteAll('/sections', 'section-marks', marks)
  const inner = seen.filter(({ section }) => section >= 1 && section <= of)
  const held = new Set(inner.map(({ section }) => section))
  // A mark `002` cuts the text in two: what stands before it, from the classification line on, is 1.
  const [first] = seen.filter(({ node }) => node.type === 'sectionMark')
  if (first?.section === 2 && parts.first('classificationLine') !== undefined) held.add(1)
  return { held: [...held].sort((a, b) => a - b), of }
}
