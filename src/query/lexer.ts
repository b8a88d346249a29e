import { clausesMax, depthMax, questionLengthMax } from './limits.ts'

/** One piece of a question as it is written. */
export type Lexeme = { readonly type: '(' | ')' | 'or' | 'and' | 'not' } | Item

/** A word, a phrase or a filter. */
export interface Item {
  readonly type: 'item'
  /** What is asked for, without quotes, `=` and the field. */
  readonly text: string
  readonly quoted: boolean
  /** Led by `=`. */
  readonly exact: boolean
  /** `tag` in `tag:PREL`, small letters. */
  readonly field?: string
}

/** Pieces of a question, brackets balanced, and what had to be left out. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[]
  readonly notes: readonly string[]
}

/** Fields a filter may name, with other spellings of each. */
const fields: ReadonlyMap<string, string> = new Map([
  ['tag', 'tag'],
  ['tags', 'tag'],
  ['origin', 'origin'],
  ['post', 'origin'],
  ['class', 'class'],
  ['classification', 'class'],
  ['date', 'date'],
  ['id', 'id'],
])

/** Takes a question apart; linear, any string. */
export function lex(question: string): Lexed {
  const notes: string[] = []
  const text = withinLength(question, notes)
  const lexemes: Lexeme[] = []
  let items = 0
  let at = 0
  while (at < text.length) {
    const { lexeme, end } = lexemeAt(text, at)
    at = end
    if (lexeme === undefined) continue
    if (lexeme.type === 'item' && ++items > clausesMax) {
      notes.push(`Only the first ${clausesMax} words and filters of the question are used.`)
      break
    }
    lexemes.push(lexeme)
  }
  return { lexemes: balanced(lexemes, notes), notes }
}

function withinLength(question: string, notes: string[]): string {
  if (question.length <= questionLengthMax) return question
  notes.push(`Only the first ${questionLengthMax} characters of the question are used.`)
  const blank = question.slice(0, questionLengthMax).search(/\s\S*$/)
  return question.slice(0, blank > 0 ? blank : questionLengthMax)
}

interface Read<Value> {
  readonly lexeme?: Value
  readonly end: number
}

function lexemeAt(text: string, at: number): Read<Lexeme> {
  const letter = text[at] ?? ''
  if (isBlank(letter)) return { end: at + 1 }
  if (letter === '(' || letter === ')') return { lexeme: { type: letter }, end: at + 1 }
  if (letter === '-') return dash(text, at)
  if (letter === '=' && startsValue(text, at + 1)) {
    const { lexeme, end } = valueAt(text, at + 1)
    return { ...(lexeme && { lexeme: { ...lexeme, exact: true } }), end }
  }
  if (isQuote(letter)) return valueAt(text, at)
  const end = wordEnd(text, at)
  const word = text.slice(at, end)
  if (word === 'OR' || word === 'AND' || word === 'NOT') {
    return { lexeme: { type: word === 'OR' ? 'or' : word === 'AND' ? 'and' : 'not' }, end }
  }
  return fieldAt(text, at, end) ?? { lexeme: item(word, false), end }
}

/** One dash before a word excludes it; more of them, or one alone, part words as a blank does. */
function dash(text: string, at: number): Read<Lexeme> {
  let end = at
  while (text[end] === '-') end++
  const next = text[end] ?? ' '
  if (end - at > 1 || isBlank(next) || next === ')') return { end }
  return { lexeme: { type: 'not' }, end }
}

/** `tag:PREL`, `origin:"Ho Chi Minh City"`, `tag: PREL`; undefined where no field is named. */
function fieldAt(text: string, at: number, end: number): Read<Lexeme> | undefined {
  const colon = text.indexOf(':', at)
  if (colon < 0 || colon >= end) return undefined
  const field = fields.get(text.slice(at, colon).toLowerCase())
  if (field === undefined) return undefined
  let start = colon + 1
  while (start < text.length && isBlank(text[start] ?? '')) start++
  if (!startsValue(text, start))
    return { lexeme: item(text.slice(at, colon), false), end: colon + 1 }
  const { lexeme, end: after } = valueAt(text, start)
  return { ...(lexeme && { lexeme: { ...lexeme, field } }), end: after }
}

function startsValue(text: string, at: number): boolean {
  const letter = text[at] ?? ' '
  return !isBlank(letter) && letter !== '(' && letter !== ')'
}

/** A word, or all up to the closing quote; without one, all the rest. */
function valueAt(text: string, at: number): Read<Item> {
  if (!isQuote(text[at] ?? '')) {
    const end = wordEnd(text, at)
    return { lexeme: item(text.slice(at, end), false), end }
  }
  let end = at + 1
  while (end < text.length && !isQuote(text[end] ?? '')) end++
  return { lexeme: item(text.slice(at + 1, end), true), end: end + 1 }
}

function item(text: string, quoted: boolean): Item {
  return { type: 'item', text, quoted, exact: false }
}

function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && startsValue(text, end) && !isQuote(text[end] ?? '')) end++
  return end
}

function isBlank(letter: string): boolean {
  return /\s/.test(letter)
}

function isQuote(letter: string): boolean {
  return letter !== '' && '"“”„«»'.includes(letter)
}

/** Leaves out brackets without a partner or too deep, and closes those left open. */
function balanced(lexemes: readonly Lexeme[], notes: string[]): readonly Lexeme[] {
  const result: Lexeme[] = []
  let open = 0
  let tooDeep = 0
  let stray = 0
  let dropped = 0
  for (const lexeme of lexemes) {
    if (lexeme.type === '(') {
      if (open >= depthMax) {
        tooDeep++
        dropped++
        continue
      }
      open++
    } else if (lexeme.type === ')') {
      if (tooDeep > 0) {
        tooDeep--
        continue
      }
      if (open === 0) {
        stray++
        continue
      }
      open--
    }
    result.push(lexeme)
  }
  if (dropped > 0) notes.push(`Brackets deeper than ${depthMax} are left out.`)
  if (stray > 0) notes.push('A closing bracket without an opening one is left out.')
  if (open > 0) notes.push('A bracket left open is closed at the end.')
  while (open-- > 0) result.push({ type: ')' })
  return result
}
