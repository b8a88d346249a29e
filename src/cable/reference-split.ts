/** One item of a REF field: its letter and the words behind it. */
export interface SplitItem {
  readonly label?: string
  readonly text: string
  /** Offset of `text` in the field. */
  readonly start: number
}

interface Enumerator {
  readonly letter: string
  readonly start: number
  readonly end: number
}

/** `A.` `A)` `(A)` `[A]` `A:` `A.)` `(1)` `¶B.`; a bare `A` before a name is found on its own. */
const enumerators =
  /(?<![A-Za-z0-9.'’&/-])(?:¶\s*)?(?:(?:REF\s+)?([A-Za-z])\s?(?:\.\)|[.):](?!\w\.)|\s-\s)|[([]\s?([A-Za-z]|\d{1,2})\s?[)\]][.:]?)\s*/g

/**
 * Splits a REF field into its items (specification 2.13): doubled enumerators give the inner one,
 * letters must go on in the alphabet, and a piece the client cut off at a comma goes back.
 */
export function splitReferences(field: string, firstLabel?: string): readonly SplitItem[] {
  const marks = successive(
    [...field.matchAll(enumerators)].flatMap((m) => mark(field, m)),
    firstLabel,
  )
  const items: SplitItem[] = []
  const first = marks[0]?.start ?? field.length
  const head = field.slice(0, first)
  if (head.replace(/\bREF(?:TEL)?S?\b|[\s:.,;-]/gi, '') !== '' || marks.length === 0) {
    items.push({ ...(firstLabel !== undefined && { label: firstLabel }), text: head, start: 0 })
  }
  marks.forEach(({ letter, end }, index) => {
    const next = marks[index + 1]?.start ?? field.length
    // Doubled by the client, `A. (A) …`: nothing stands between the two.
    if (next < field.length && field.slice(end, next).trim() === '') return
    items.push({ label: letter, text: field.slice(end, next), start: end })
  })
  return items.map(withoutBareLabel)
}

/** `C. C ACCRA 9`, `A. REF A ACCRA 9`, `A ACCRA 9`: a letter without a sign behind it. */
function withoutBareLabel(item: SplitItem): SplitItem {
  const found = /^\s*(REF(?:TEL)?\s+)?([A-Z])\s+(?=[('’A-Z\d])/.exec(item.text)
  if (found === null) return item
  const [all, ref, letter = ''] = found
  if (ref === undefined && item.label !== undefined && item.label !== letter) return item
  return { label: letter, text: item.text.slice(all.length), start: item.start + all.length }
}

function mark(field: string, match: RegExpExecArray): readonly Enumerator[] {
  const letter = (match[1] ?? match[2] ?? '').toUpperCase()
  const start = match.index
  const end = start + match[0].length
  const before = field.slice(Math.max(0, start - 24), start).trimEnd()
  const after = field.slice(end, end + 24)
  // `ACCRA (C)0009`: a portion mark between a station and its serial.
  const word = /[A-Za-z]$/.test(before) && !/(?:^|\s)(?:AND|REF)$/i.test(before)
  if (word && /^0*\d{1,6}\b(?!\s+[A-Za-z])/.test(after)) return []
  // `ACCRA (05) 9`: a year; `(1)` … `(30)` number an item only before a word.
  if (/^\d/.test(letter) && (word || !/^['’(]?[A-Za-z\d]/.test(after))) return []
  if (/^\d\d$/.test(letter) && (letter.startsWith('0') || Number(letter) > 30)) return []
  return [{ letter, start, end }]
}

/** Keeps enumerators that go on in order: an initial (`J. ROE`) does not. */
function successive(marks: readonly Enumerator[], firstLabel?: string): readonly Enumerator[] {
  const kept: Enumerator[] = []
  let at = firstLabel === undefined ? undefined : rank(firstLabel)
  for (const each of marks) {
    const here = rank(each.letter)
    // The client's letters run ahead where it numbered commas: `C. (B) LOME 9`.
    const inner = firstLabel !== undefined && kept.length === 0 && each.start <= 2
    const lowest = inner ? 1 : (at ?? 1)
    const fits = here >= lowest && here <= (at ?? 0) + 3
    const restarts = at !== undefined && here === 1 && /\d/.test(each.letter)
    if (!fits && !restarts) continue
    kept.push(each)
    at = here
  }
  return kept
}

function rank(label: string): number {
  return /^\d/.test(label) ? Number(label) : label.toUpperCase().charCodeAt(0) - 64
}

/** A bare year or date that the client made an item of its own: `B. 2007` (specification 2.13). */
export function isDateFragment(text: string): boolean {
  const plain = text.trim().replace(/(?<![.,;)])[.,;)]+$/, '')
  return /^(?:(?:19[5-9]|20[0-4])\d|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)$/.test(plain)
}
