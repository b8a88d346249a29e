/** One alternative of an expression, and the expression without it. */
export interface Alternative {
  readonly text: string
  readonly without: string
}

/**
 * The alternatives of the outermost alternation of a pattern, `a|b` or `^(?:a|b)$`; none where it
 * has only one way to match.
 */
export function alternatives(pattern: string): Alternative[] {
  const bars: { readonly at: number; readonly depth: number }[] = []
  const edges: { readonly at: number; readonly depth: number }[] = []
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]
    if (sign === '\\') at++
    else if (sign === '[') at = classEnd(pattern, at)
    else if (sign === '(') edges.push({ at, depth: ++depth })
    else if (sign === ')') edges.push({ at, depth: depth-- })
    else if (sign === '|') bars.push({ at, depth })
  }
  const outermost = Math.min(...bars.map((bar) => bar.depth))
  const first = bars.find((bar) => bar.depth === outermost)
  if (first === undefined) return []
  const from = edges.findLast((edge) => edge.at < first.at && edge.depth === outermost)
  const start = outermost === 0 ? 0 : bodyStart(pattern, from?.at ?? 0)
  const behind = edges.find((edge) => edge.at > first.at && edge.depth === outermost)
  const end = outermost === 0 ? pattern.length : (behind?.at ?? pattern.length)
  const cuts = bars.filter((bar) => bar.depth === outermost && start <= bar.at && bar.at < end)
  const texts = parts(
    pattern,
    start,
    end,
    cuts.map((cut) => cut.at),
  )
  return texts.map((text, n) => {
    const others = texts.filter((_, m) => m !== n).join('|')
    return { text, without: pattern.slice(0, start) + others + pattern.slice(end) }
  })
}

function parts(pattern: string, start: number, end: number, cuts: readonly number[]): string[] {
  const starts = [start, ...cuts.map((cut) => cut + 1)]
  const ends = [...cuts, end]
  return starts.map((from, n) => pattern.slice(from, ends[n]))
}

/** Behind `(`, `(?:`, `(?<name>`, `(?<=` and their like. */
function bodyStart(pattern: string, at: number): number {
  return at + (/^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(pattern.slice(at))?.[0].length ?? 1)
}

function classEnd(pattern: string, start: number): number {
  let at = start + 1
  while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1
  return at
}
