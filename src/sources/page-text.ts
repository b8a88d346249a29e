import { Tokenizer, TokenizerMode } from 'parse5'

/** Elements whose content nobody reads. */
const unread: ReadonlySet<string> = new Set(
  'script style noscript template select option'.split(' '),
)

/** Elements that stand on lines of their own. */
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)

/**
 * The words of a whole page or of a part of it, a line for each block; line ends of the source stay.
 * Only the tokenizer runs: no tree is built, so hostile nesting costs nothing.
 */
export function pageText(page: string): string {
  const pieces: string[] = []
  let skipped: string | undefined
  const add = (chars: string): void => {
    if (skipped === undefined) pieces.push(chars)
  }
  const endLine = (): void => {
    const last = pieces.at(-1)
    if (last !== undefined && !last.endsWith('\n')) add('\n')
  }
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName, selfClosing }) => {
        if (unread.has(tagName) && !selfClosing) skipped ??= tagName
        if (tagName === 'br') add('\n')
        else if (blocks.has(tagName)) endLine()
      },
      onEndTag: ({ tagName }) => {
        if (tagName === skipped) skipped = undefined
        if (blocks.has(tagName)) endLine()
      },
      onCharacter: ({ chars }) => add(chars),
      onWhitespaceCharacter: ({ chars }) => add(chars),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  )
  tokenizer.state = TokenizerMode.DATA
  tokenizer.write(page.replace(/\r\n?/g, '\n'), true)
  return pieces.join('').replaceAll('\u00a0', ' ')
}
