import { isTitleCovered } from './covered-facts.ts'
import type { Mark, Marked } from './mark.ts'
import type { Stretch } from './redaction.ts'
import { isAkin, type MaskedWords, maskedWords, placesOf, uncoveredBy } from './uncovered.ts'

/** Another text of a cable, or of one that shares its number, that may know more of what to cover. */
export interface TextBeside {
  /** For people: `version 2`, `07LOME5~2`. */
  readonly name: string
  /** Hash of the text. */
  readonly sha256: string
  readonly text: string
  /** A collection with the policy `all` holds it. Masks of a private text say nothing in public. */
  readonly isReleased: boolean
  /** It is held as another cable: its words may have nothing to do with this one. */
  readonly isTwin: boolean
  readonly protection: Marked['protection']
}

/** The text that would be public, with what its archive says beside it. */
export interface TextShown {
  readonly text: string
  /** Title that its archive gives. */
  readonly title?: string
  /** The marks it has itself. */
  readonly marks: readonly Mark[]
}

/**
 * The marks that other texts put on one that would be public: words that another released text
 * masks, and names that another text asks to protect and that this one prints without asking.
 */
export function marksFrom(shown: TextShown, others: readonly TextBeside[]): readonly Mark[] {
  if (others.length === 0) return []
  const words = maskedWords(shown.text)
  const marks = others.flatMap((other) => [
    ...(other.isReleased
      ? [...maskMarks(shown.text, words, other), ...titleMarks(shown, other)]
      : []),
    ...(other.isTwin ? [] : requestMarks(shown, words, other)),
  ])
  return marks.filter(({ key }, n) => marks.findIndex((other) => other.key === key) === n)
}

function maskMarks(text: string, words: MaskedWords, other: TextBeside): readonly Mark[] {
  const masked = maskedWords(other.text)
  if (masked.masks === 0 || (other.isTwin && !isAkin(words, masked))) return []
  const kind = 'otherMask'
  const stretches = uncoveredBy(words, masked)
  if (stretches === undefined) {
    const span = { start: 0, end: text.length }
    const printed = `${other.name} has masks and differs too much to be compared`
    return [{ kind, key: `${kind}@${other.sha256}`, printed, span }]
  }
  const printed = `${other.name} masks this`
  return stretches.map((span) => ({
    kind,
    key: `${kind}@${span.start}-${span.end}`,
    printed,
    span,
  }))
}

/** The words of a title that stands beside the text are public with it. */
function titleMarks({ title }: TextShown, { name, text, isTwin }: TextBeside): readonly Mark[] {
  if (title === undefined || isTwin || !isTitleCovered(title, text)) return []
  const kind = 'otherMask'
  const printed = `${name} masks words of the title: ${title}`
  return [{ kind, key: `${kind}:${title}`, printed, part: 'title' }]
}

/** Words before a request that stand for the name where the parser found none. */
const wordsBefore = 3

/** How far behind a name its own request may stand, UTF-16 code units. */
const ownRequestMax = 80

function requestMarks(
  { marks }: TextShown,
  words: MaskedWords,
  { name, text, protection }: TextBeside,
): readonly Mark[] {
  const kind = 'otherRequest'
  return protection.flatMap(({ span, name: covered }): Mark[] => {
    if (span === undefined) return []
    const phrase = covered ? maskedWords(text.slice(covered.start, covered.end)) : lead(text, span)
    const places = [...placesOf(words, phrase)]
    const asked = ({ end }: Stretch): boolean =>
      marks.some(({ span: own }) => own && own.start >= end && own.start <= end + ownRequestMax)
    const [open] = places
    // Asked for here as well, it is a mark of this text already.
    if (open === undefined || places.some(asked)) return []
    const printed = `${name} asks to protect this`
    return [{ kind, key: `${kind}@${open.start}-${open.end}`, printed, span: open }]
  })
}

function lead(text: string, { start }: Stretch): MaskedWords {
  const { tokens } = maskedWords(text.slice(Math.max(0, start - ownRequestMax), start))
  const before = tokens.slice(-wordsBefore)
  return { tokens: before, masks: before.filter(({ word }) => word === undefined).length }
}
