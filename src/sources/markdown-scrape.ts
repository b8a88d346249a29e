import type { Reading, SourceFormat } from './reading.ts'

/**
 * A page scraped into text with markdown links: tags are `[PREL](#)`, the paragraph anchors have
 * become `[1](#)` before a label.
 */
export const markdownScrape: SourceFormat = {
  name: 'markdown-scrape',
  recognises: (text) => linkPattern().test(text),
  read: (text): Reading => {
    const { text: plain, tags } = readLinks(text)
    return { text: plain, facts: tags.length > 0 ? { tags } : {} }
  },
}

/** A link to nowhere, to a page of the archive, or to the web; both parts bounded. */
function linkPattern(): RegExp {
  return /\[([^[\]\r\n]{1,200})\]\((#[^()\s]{0,200}|\/[^()\s]{1,500}|https?:\/\/[^()\s]{1,500})\)/g
}

/** Text with the links read, and what the links of the TAGS line say. */
export interface LinkedText {
  readonly text: string
  readonly tags: readonly string[]
}

/**
 * Puts each link's own text in its place. `[1](#)` stays as it is: it stands where the page had a
 * paragraph mark, and only the telegram's grammar can tell it from a number (specification 5).
 */
export function readLinks(text: string): LinkedText {
  const tags = new Set<string>()
  let lineStart = 0
  let looked = 0
  let inTags = false
  const plain = text.replace(linkPattern(), (link, inner: string, href: string, offset: number) => {
    if (/^\d{1,3}$/.test(inner)) return link
    // Only what stands between two links is looked at: a page may be one long line of them.
    const end = text.slice(looked, offset).lastIndexOf('\n')
    const start = end === -1 ? lineStart : looked + end + 1
    looked = offset
    if (start !== lineStart || offset < lineStart || lineStart === 0) {
      const head = text.slice(start, start + 24)
      // A second line of tags begins with a link itself.
      inTags = /^\s{0,20}TAGS?\b/i.test(head) || (inTags && start === offset)
      lineStart = start
    }
    if (inTags || /\/tag\/[^/]{1,200}$/i.test(href)) tags.add(inner.trim())
    return inner
  })
  return { text: plain, tags: [...tags] }
}
