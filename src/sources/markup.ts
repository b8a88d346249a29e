import { parseFragment } from 'parse5'

// A body is cable text with a little markup in it, not a document: an ampersand or an angle
// bracket is usually itself (`the &Gold Rule8`, `<_protect>`). So only what is surely markup is
// read as markup, and everything else stays as it stands in the source.

/** Elements met in the bodies of archive pages (specification 1.6, step 1). */
const known: ReadonlySet<string> = new Set(
  'a b br center code div em font i p pre small span strong sub sup table tbody td th thead tr tt u'.split(
    ' ',
  ),
)

/** `<br>`, `</a>`, `<a href='/tag/PREL_0.html'>`; attributes never hold another bracket. */
const tagPattern = /<(\/?)([A-Za-z][A-Za-z0-9]{0,9})((?:[\s/][^<>]{0,4000})?)>/y

/** With its semicolon only: `&notified` in a body is no `¬ified`. */
const entityPattern = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});/g

/** A link in a body: where it points and what it reads. */
export interface BodyLink {
  readonly href: string
  readonly text: string
}

/** Text of a piece of markup, and the links in it. */
export interface MarkupText {
  readonly text: string
  readonly links: readonly BodyLink[]
}

/**
 * Reads the content of a `<pre>` or a cell as text: known tags dropped, `<br>` and U+2028 turned
 * into a line end (one line end where a newline follows), entities decoded, all else kept.
 */
export function markupText(source: string): MarkupText {
  const pieces: string[] = []
  const links: BodyLink[] = []
  let open: { href: string; from: number } | undefined
  let at = 0
  while (at < source.length) {
    const bracket = source.indexOf('<', at)
    pieces.push(decodeEntities(source.slice(at, bracket === -1 ? source.length : bracket)))
    if (bracket === -1) break
    const tag = tagAt(source, bracket)
    if (!tag) {
      pieces.push('<')
      at = bracket + 1
      continue
    }
    at = bracket + tag.length
    if (tag.name === 'br') pieces.push(lineEndMark)
    if (tag.name === 'a') {
      if (open) links.push({ href: open.href, text: pieces.slice(open.from).join('') })
      open = tag.closing ? undefined : { href: tag.href, from: pieces.length }
    }
  }
  return { text: lineEnds(pieces.join('')), links }
}

/** Stands for a `<br>` until it is known whether a newline follows; entities cannot make one. */
const lineEndMark = '\u2028'

function lineEnds(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/<br ?\/?>/gi, lineEndMark)
    .replace(/\u2028\n?/g, '\n')
}

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly href: string
  readonly length: number
}

function tagAt(source: string, offset: number): Tag | undefined {
  tagPattern.lastIndex = offset
  const found = tagPattern.exec(source)
  const name = found?.[2]?.toLowerCase() ?? ''
  const attributes = found?.[3] ?? ''
  if (!found || !known.has(name)) return undefined
  // `<a few>` and `<p 12>` are words in brackets: a tag's attributes have an equals sign.
  if (!/^[\s/]*$/.test(attributes) && !attributes.includes('=')) return undefined
  const href = /\bhref\s{0,9}=\s{0,9}["']?([^"'\s]{0,2000})/i.exec(attributes)?.[1] ?? ''
  return { name, closing: found[1] === '/', href: decodeEntities(href), length: found[0].length }
}

const decoded = new Map<string, string>()
const decodedMax = 4_096

/** Decodes character references that end with a semicolon; unknown ones stay. */
function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(entityPattern, decodeEntity) : text
}

function decodeEntity(entity: string): string {
  const held = decoded.get(entity)
  if (held !== undefined) return held
  const node = parseFragment(entity).childNodes[0]
  const value = node && 'value' in node ? node.value : entity
  if (decoded.size < decodedMax) decoded.set(entity, value)
  return value
}
