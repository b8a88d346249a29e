/**
 * Names a container this version does not open, so that it is not swallowed as one long cable;
 * undefined where the text may be a cable.
 */
export function foreignFormat(text: string): string | undefined {
  const head = text.slice(0, 2_048).trimStart()
  return foreign.find(([, pattern]) => pattern.test(head))?.[0]
}

const foreign: readonly (readonly [string, RegExp])[] = [
  // The preview of a database: `node_a|node_b|id`, then `---|---|---`.
  ['a set of tables in Markdown', /^[^\n|]{1,80}\|[^\n]{1,4000}\n-{3}(?:\|-{3})+[ \t]*$/m],
  // `{'id': '07LOME77'}`, `{id: "07LOME77"}`
  [
    'a list of objects as a program prints them, not JSON; write it as JSON',
    /^[[\s]{0,99}\{\s{0,99}(?:'[^'\n]{1,60}'|[A-Za-z_]\w{0,60})\s{0,9}:/,
  ],
  ['an e-mail message', /^(?:Received|Return-Path|MIME-Version|Message-ID): /i],
  ['XML', /^<\?xml(?![\s\S]{0,2000}<(?:!doctype\s{1,9})?html\b)/i],
  ['XML', /^<(?:TEI|teiHeader|rss|feed|svg|urlset)\b/],
]
