/** A tag, or a section of plain data, of a document. */
export interface TeiMarkup {
  /** Where it stands in the text, UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Name of the element without its prefix; empty for what is no tag. */
  readonly name: string
  readonly attributes: string
  /** It opens an element, closes one, or both. */
  readonly opens: boolean
  readonly closes: boolean
  /** Words of `<![CDATA[…]]>`. */
  readonly plain?: string
}

/** How what is no tag ends, by its opening. */
const ends: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' }

/** All markup of a document in its order. What is never closed is text; no part is searched twice. */
export function* teiMarkup(source: string): Iterable<TeiMarkup> {
  const markup = /(<!--|<!\[CDATA\[|<\?)|<(\/?)([A-Za-z][\w:.-]{0,60})((?:\s[^<>]*?)?)(\/?)>/g
  const missing = new Set<string>()
  for (let found = markup.exec(source); found !== null; found = markup.exec(source)) {
    const [all, opening = '', slash = '', printed = '', attributes = '', empty = ''] = found
    const start = found.index
    const close = ends[opening]
    if (close === undefined) {
      const name = printed.replace(/^\w+:/, '')
      // `<x:>` names nothing.
      const [opens, closes] = [
        slash === '' && name !== '',
        `${slash}${empty}` !== '' && name !== '',
      ]
      yield { start, end: start + all.length, name, attributes, opens, closes }
      continue
    }
    const at = missing.has(close) ? -1 : source.indexOf(close, start + opening.length)
    if (at === -1) {
      missing.add(close)
      continue
    }
    const end = at + close.length
    markup.lastIndex = end
    const none = { start, end, name: '', attributes: '', opens: false, closes: false }
    yield opening === '<![CDATA[' ? { ...none, plain: source.slice(start + 9, at) } : none
  }
}
