/** A piece of a paragraph as it is set: running text, a list, or lines that keep their columns. */
export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'lines'; readonly text: string }

// "- rice", "-- rice", "* rice", "• rice", "o rice", "a. rice", "(1) rice", "b) rice"
const itemStart = /^\s*(?:--?|[*•o·]|\(?[A-Za-z0-9]{1,3}[.)])\s+\S/
// "WHEAT     1,200     900": columns held apart by blanks
const columns = /\S {3,}\S|\S\t+\S/

/** The blocks of a paragraph's text: a blank line parts them, lists and tables keep their lines. */
export function blocksOf(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n(?:[ \t]*\n)*/)
    .filter((block) => block.trim() !== '')
    .map(blockOf)
}

function blockOf(text: string): Block {
  const lines = text.split('\n')
  if (lines.length === 1) return { type: 'text', text }
  if (lines.filter((line) => columns.test(line)).length >= 2) return { type: 'lines', text }
  const items: string[] = []
  for (const line of lines) {
    if (itemStart.test(line) || items.length === 0) items.push(line.trim())
    else items.push(`${items.pop()} ${line.trim()}`)
  }
  const list = itemStart.test(lines[0] ?? '') && items.length > 1
  return list ? { type: 'list', items } : { type: 'lines', text }
}
