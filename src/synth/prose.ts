import type { Random } from './random.ts'
import { drawName, drawNoun, drawRare, openVocabulary } from './vocabulary.ts'

const drawRanked = openVocabulary()

/** A word by the law of the vocabulary. */
export function drawWord(random: Random): string {
  return drawRanked(random) ?? drawRare(random)
}

/** A sentence of 6 to 30 words with names, figures and commas, ended by a full stop. */
export function drawSentence(random: Random): { readonly text: string; readonly words: number } {
  const length = random.between(6, 30)
  let last = opened(drawWord(random))
  let text = last
  for (let at = 1; at < length; at++) {
    const part = drawPart(random, at)
    // `the the` comes from no pen.
    if (part === last) continue
    text = `${text} ${part}`
    last = part
  }
  if (text.endsWith(',')) text = text.slice(0, -1)
  // `NO.`, `AND.` and the like would want a number behind them.
  return { text: `${text} ${drawNoun(random)}.`, words: length + 1 }
}

/** With a capital; a one-letter word or a number would read as the label of a list. */
function opened(word: string): string {
  if (word.length < 2 || word.charCodeAt(0) < 65) return `So ${word}`
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function drawPart(random: Random, at: number): string {
  const word = drawWord(random)
  const kind = random.next()
  if (kind < 0.885) return word
  if (kind < 0.925) return at > 2 ? `${word},` : word
  if (kind < 0.95) return `${drawName(random)}`
  if (kind < 0.958) return `${drawName(random)}'s ${word}`
  if (kind < 0.966) return `${word}-${drawNoun(random)}`
  if (kind < 0.972) return `"${word} ${drawNoun(random)}"`
  // `i)` at the start of a line would be the label of a list.
  if (kind < 0.978 && word.length > 1) return `(${drawName(random)} ${word})`
  return `${drawFigure(random)} ${drawNoun(random)}`
}

/** `37`, `1,250`, `4.5 percent of`, `USD 12 million for`, `2007`. */
function drawFigure(random: Random): string {
  switch (random.between(0, 5)) {
    case 0:
      return `${random.between(1, 99)},${random.between(100, 999)}`
    case 1:
      return `${random.between(0, 99)}.${random.between(0, 9)} percent of`
    case 2:
      return `USD ${random.between(1, 900)} million for`
    case 3:
      return `${random.between(1945, 2012)}`
    default:
      return `${random.between(2, 980)}`
  }
}

/** Sentences up to about so many words, joined by one blank. */
export function drawParagraph(random: Random, words: number): string {
  let { text, words: held } = drawSentence(random)
  while (held < words) {
    const more = drawSentence(random)
    held += more.words
    text = `${text} ${more.text}`
  }
  return text
}

/** A subject in capitals: `KALON: DRUST MEETS THE PRESIDENT ON GRAIN`. */
export function drawSubject(random: Random): string {
  const words = Array.from({ length: random.between(4, 13) }, () => drawWord(random))
  const place = random.chance(0.4) ? `${drawName(random)}: ` : ''
  return `${place}${words.join(' ')}`.toUpperCase()
}

/** Breaks a text into lines of at most `width` characters, at blanks only. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let start = 0
  while (text.length - start > width) {
    let end = text.lastIndexOf(' ', start + width)
    if (end <= start) end = text.indexOf(' ', start + width)
    if (end < 0) break
    lines.push(text.slice(start, end))
    start = end + 1
  }
  lines.push(text.slice(start))
  return lines
}
