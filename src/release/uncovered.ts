import { editScript } from '../cable/edit-script.ts'
import { redactions, type Stretch } from './redaction.ts'

/** A text as it is held against others: its words, and its masks in their places. */
export interface MaskedWords {
  /** Each with where it stands; a mask has no word. */
  readonly tokens: readonly (Stretch & { readonly word?: string })[]
  readonly masks: number
}

/** Longest text that is compared, in words and masks; the longest cable known has about 20,000. */
export const comparedWordsMax = 60_000

/** Takes a text apart into words, in small letters, and masks. */
export function maskedWords(text: string): MaskedWords {
  const tokens: (Stretch & { word?: string })[] = []
  const masks = redactions(text)
  let at = 0
  const readUpTo = (end: number): void => {
    for (const { 0: word, index } of text.slice(at, end).matchAll(/[\p{L}\p{N}]+/gu)) {
      const start = at + index
      tokens.push({ start, end: start + word.length, word: word.normalize('NFC').toLowerCase() })
    }
  }
  for (const mask of masks) {
    readUpTo(mask.start)
    tokens.push(mask)
    at = mask.end
  }
  readUpTo(text.length)
  return { tokens, masks: masks.length }
}

/**
 * The stretches of a text whose words another text masks: what stands between the same words in
 * both, where the other one has a mask and this one words that may tell something. Undefined where the two differ
 * in too much to tell.
 *
 * No mask counts as equal to another: of `XXXX and Roe` and `Doe and XXXX` each shows a name.
 */
export function uncoveredBy(
  shown: MaskedWords,
  other: MaskedWords,
): readonly Stretch[] | undefined {
  if (other.masks === 0) return []
  if (Math.max(shown.tokens.length, other.tokens.length) > comparedWordsMax) return undefined
  const numbers = new Map<string, number>()
  let masks = 0
  const numbered = ({ tokens }: MaskedWords): Int32Array =>
    Int32Array.from(tokens, ({ word }) => {
      if (word === undefined) {
        masks -= 1
        return masks
      }
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      return number
    })
  const edits = editScript(numbered(shown), numbered(other))
  if (edits === undefined) return undefined
  const found: Stretch[] = []
  let change: Change = { isMasked: false }
  const close = (): void => {
    if (change.isMasked && change.words !== undefined) found.push(change.words)
    change = { isMasked: false }
  }
  for (const { kind, before, after } of edits) {
    if (kind === 'same') {
      close()
      continue
    }
    const words = shown.tokens
      .slice(...before)
      .filter(({ word }) => word !== undefined && !particles.has(word))
    const isMasked = other.tokens.slice(...after).some(({ word }) => word === undefined)
    change = widened(change, words, isMasked)
  }
  close()
  return found
}

/** Words that name nobody: left between two masks, or written round one, they show nothing. */
const particles: ReadonlySet<string> = new Set(
  'a an and are as at be been by de di du for from had has have in is it its la le of on or so that the then there these this to von was were which who with'.split(
    ' ',
  ),
)

/** What stands between the same words: the words of the text shown, and whether the other masks. */
interface Change {
  readonly isMasked: boolean
  readonly words?: Stretch
}

function widened(change: Change, words: readonly Stretch[], isMasked: boolean): Change {
  const [first] = words
  const last = words.at(-1)
  const more = { isMasked: change.isMasked || isMasked }
  if (first === undefined || last === undefined) return { ...change, ...more }
  return { ...more, words: { start: change.words?.start ?? first.start, end: last.end } }
}

/** Share of a masked text's pairs of words that stand in another one from which the two are akin. */
const akinMin = 0.5

/**
 * Whether a masked text may be another one with its masks: half of the pairs of words that its masks
 * leave stand there too. So little may be left that nobody would call the two near-duplicates.
 */
export function isAkin(shown: MaskedWords, masked: MaskedWords): boolean {
  const pairs = pairsOf(masked)
  const held = pairsOf(shown)
  let common = 0
  for (const pair of pairs) if (held.has(pair)) common += 1
  return common >= akinMin * pairs.size
}

function pairsOf({ tokens }: MaskedWords): ReadonlySet<string> {
  const pairs = new Set<string>()
  let before: string | undefined
  for (const { word } of tokens) {
    if (before !== undefined && word !== undefined) pairs.add(`${before} ${word}`)
    before = word
  }
  return pairs
}

/** Where the words of a phrase stand in a text, one behind the other. */
export function* placesOf({ tokens }: MaskedWords, phrase: MaskedWords): Generator<Stretch> {
  const words = phrase.tokens.map(({ word }) => word)
  const [first] = words
  if (first === undefined || words.includes(undefined)) return
  for (const [at, { word, start }] of tokens.entries()) {
    if (word !== first || words.some((each, n) => tokens[at + n]?.word !== each)) continue
    yield { start, end: tokens[at + words.length - 1]?.end ?? start }
  }
}
