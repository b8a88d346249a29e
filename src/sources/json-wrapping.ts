/**
 * Length of what stands before the list of objects in the answer of a service, 0 where there is none.
 *
 *     {"count": 2, "results": [{"id": "07LOME77", …}, …]}
 *     {"took": 1, "hits": {"total": 2, "hits": [{"_id": "1", "_source": {…}}, …]}}
 */
export function wrappingOf(head: string): number {
  return wrapping.exec(head)?.[0].length ?? 0
}

/** True for `"total": 2}`, which stands behind the list. */
export function isMember(bytes: Uint8Array): boolean {
  return bytes.length < 10_000 && member.test(Buffer.from(bytes).toString('latin1'))
}

const lists =
  '(?:documents|docs|results|items|data|records|rows|cables|hits|value|values|entries|response|objects)'
const plain = '(?:"(?:[^"\\\\]|\\\\.){0,400}"|[-+.\\w]{1,40}|\\{[^{}[\\]]{0,400}\\})'
/** Members beside the list. */
const members = `(?:\\s{0,99}"[^"\\\\]{1,80}"\\s{0,9}:\\s{0,99}${plain}\\s{0,99},){0,40}`
const name = `\\s{0,99}"${lists}"\\s{0,9}:\\s{0,99}`
const wrapping = new RegExp(
  `^\\s{0,99}\\{(?:${members}${name}\\{)?${members}${name}\\[(?=\\s{0,999}\\{)`,
  'i',
)
const member = new RegExp(`^"[^"\\\\]{1,80}"\\s{0,9}:\\s{0,99}(?:${plain}|$)`)
