import type { Random } from './random.ts'
import { drawName, drawNoun, drawWord } from './word.ts'

/** A sentence of 6 to 30 words with names, figures and commas, ended by a full stop. */
export function drawSentence(random: Random): string {
  const length = random.between(6, 30)
  const words: string[] = []
  for (let at = 0; at < length; at++) words.push(drawPart(random, at))
  // `NO.`, `AND.` and the like would want a number behind them.
  const text = `${words.join(' ').replace(/,$/, '')} ${drawNoun(random)}`
  // A one-letter first word would read as the letter of a list.
  const sentence = text.length > 1 && text[1] === ' ' ? `so ${text}` : text
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function drawPart(random: Random, at: number): string {
  const kind = random.next()
  if (at > 0 && kind < 0.04) return drawName(random)
  if (at > 0 && kind < 0.055) return `${random.between(2, 980)} ${drawWord(random)}`
  const word = drawWord(random)
  return at > 2 && kind > 0.94 ? `${word},` : word
}

/** Sentences up to about so many words, joined by one blank. */
export function drawParagraph(random: Random, words: number): string {
  const sentences: string[] = []
  let held = 0
  do {
    const sentence = drawSentence(random)
    held += sentence.split(' ').length
    sentences.push(sentence)
  } while (held < words)
  return sentences.join(' ')
}

/** A subject in capitals: `KALON: DRUST MEETS THE PRESIDENT ON GRAIN`. */
export function drawSubject(random: Random): string {
  const words = Array.from({ length: random.between(4, 13) }, () => drawWord(random))
  const place = random.chance(0.4) ? `${drawName(random)}: ` : ''
  return `${place}${words.join(' ')}`.toUpperCase()
}

/** Breaks a text into lines of at most `width` characters, at blanks only. */
export function wrap(text: string, width: number, first: number = width): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const room = lines.length === 0 ? first : width
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines
}
