import { rowsOf } from '../telegram/row.ts'
import type * as tree from '../telegram/tree.ts'
import { unwrap } from '../telegram/unwrap.ts'
import { authorityLine, readAuthority } from './authority.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ReadParagraph } from './paragraph.ts'
import type { Parts } from './parts.ts'
import type { ClassifiedBy } from './record.ts'

/** `Classified by DCM X …` that opens a sentence of a paragraph. */
const inParagraph = /(?:^|[.:)]\s{1,3})((?:Class?ified|CLASS?IFIED) (?:[Bb]y|BY)\b\s?[:;]?)/
/** Reads this far behind the label, in UTF-16 code units; real ones have up to 450. */
const reachMax = 450
/** Reasons, or who derived it: what tells an authority from a sentence about one. */
const reasoned = /(?<!\d)1 ?[.,] ?[4-6]|\breasons?\b|\be\.? ?o\.? ?1[1-3]\d{3}/i

/**
 * Who classified the text, from all authorities it names; the first with a name leads. Telegrams of
 * the 1990s have it as a numbered paragraph, which stays one (specification 2.14).
 *
 *     1. (U) CLASSIFIED BY DCM JANE ROE FOR REASONS 1.5 (B) AND (D).
 */
export function readClassifiedBy(
  telegram: tree.Telegram,
  parts: Parts,
  paragraphs: readonly ReadParagraph[],
  log: EvidenceLog,
): ClassifiedBy | undefined {
  const nodes = parts.all('authority')
  const read = nodes.map((node) => {
    const joined = unwrap(node, telegram.wrapping).text
    const text = authorityLine(joined, firstLineOf(node, joined))
    return readAuthority(node.derived && !/derived/i.test(text) ? `Derived from: ${text}` : text)
  })
  if (nodes.length > 0) log.noteAll('/classifiedBy', 'authority', nodes)
  else {
    const found = fromParagraph(paragraphs)
    if (found === undefined) return undefined
    log.note('/classifiedBy', 'authority-paragraph', found.node)
    read.push(readAuthority(found.text))
  }
  const named = read.find(({ names }) => names.length > 0) ?? read[0]
  const withReasons = read.find(({ reasons }) => reasons.length > 0)
  const derived = read.find(({ derivedFrom }) => derivedFrom !== undefined)?.derivedFrom
  const section = withReasons?.section ?? named?.section
  return {
    names: named?.names ?? [],
    ...(named?.title !== undefined && { title: named.title }),
    ...(named?.organization !== undefined && { organization: named.organization }),
    ...(section !== undefined && { section }),
    reasons: withReasons?.reasons ?? [],
    ...(derived !== undefined && { derivedFrom: derived }),
  }
}

/** Length of the first line within the joined text; 0 where it is all there is. */
function firstLineOf(node: tree.Node, joined: string): number {
  const [first, second] = rowsOf(node)
  const words = first?.words.trimEnd().replace(/\s+/g, ' ') ?? ''
  return second !== undefined && joined.startsWith(words) ? words.length : 0
}

/** The first paragraph with a sentence that names an authority and its reasons. */
function fromParagraph(
  paragraphs: readonly ReadParagraph[],
): { readonly node: tree.Node; readonly text: string } | undefined {
  for (const { node, paragraph } of paragraphs) {
    if (!paragraph.text.includes('lassified') && !paragraph.text.includes('LASSIFIED')) continue
    const label = inParagraph.exec(paragraph.text)
    if (label === null) continue
    const from = label.index + label[0].length
    const text = paragraph.text.slice(from, from + reachMax)
    if (reasoned.test(text)) return { node, text }
  }
  return undefined
}
