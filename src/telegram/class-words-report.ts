import { report, type Source } from './source.ts'
import type { ClassificationLine } from './tree.ts'

/** Says where a misspelt class word was read as its nearest. */
export function reportClassWords(source: Source, node: ClassificationLine): void {
  const words = node.children.find((child) => child.type === 'classWords')
  if (words === undefined || node.printed === undefined) return
  const closed = words.value.replace(/[^A-Za-z]/g, '').toUpperCase()
  if (closed === node.printed.replace(/ /g, '') || closed === 'LIMOFFUSE') return
  const { start, end } = words.position
  report(source, 'CLASS_WORD_REPAIRED', start.offset, end.offset, {
    printed: words.value.trim(),
    read: node.printed,
  })
}
