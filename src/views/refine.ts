/** The fields a facet narrows by, and how each is headed. */
export interface FacetName {
  readonly heading: string
  /** Word before the colon: `tag:PREL`. */
  readonly field: string
}

const facetNames: Readonly<Record<string, FacetName>> = {
  classification: { heading: 'Classification', field: 'class' },
  class: { heading: 'Classification', field: 'class' },
  origin: { heading: 'From', field: 'origin' },
  post: { heading: 'From', field: 'origin' },
  tags: { heading: 'Tags', field: 'tag' },
  tag: { heading: 'Tags', field: 'tag' },
}

/** Heading and field of a facet of an answer, where it can narrow a question. */
export function facetName(name: string): FacetName | undefined {
  return Object.hasOwn(facetNames, name) ? facetNames[name] : undefined
}

/** `tag:PREL`, `tag:"DOE, JANE"`: quotes inside a value cannot be asked for and become blanks. */
export function term(field: string, value: string): string {
  const plain = /^[\p{L}\p{N}/.~_]+$/u.test(value)
  return `${field}:${plain ? value : `"${value.replaceAll('"', ' ')}"`}`
}

/** The question and one more condition; alternatives are held together by brackets first. */
export function narrowed(q: string, condition: string): string {
  const asked = q.trim()
  if (asked === '') return condition
  return `${/(?:^|\s)OR(?:\s|$)/.test(asked) ? `(${asked})` : asked} ${condition}`
}

/** Whether the condition stands in the question as a word of its own. */
export function holds(q: string, condition: string): boolean {
  return words(q).some((word) => word.toLowerCase() === condition.toLowerCase())
}

/** The question without that condition. */
export function without(q: string, condition: string): string {
  return words(q)
    .filter((word) => word.toLowerCase() !== condition.toLowerCase())
    .join(' ')
}

/** Pieces between blanks; what stands in quotes is one piece. */
function words(q: string): string[] {
  const found: string[] = []
  let word = ''
  let quoted = false
  for (const letter of q) {
    if (letter === '"') quoted = !quoted
    if (!quoted && /\s/.test(letter)) {
      if (word !== '') found.push(word)
      word = ''
    } else word += letter
  }
  if (word !== '') found.push(word)
  return found
}
