import { resolveIdentifier } from '../cable/identifier.ts'
import { findPost, isIssued, squeeze } from '../cable/post.ts'
import { tokenize } from '../words/token.ts'
import { readClassification } from './classification.ts'
import { readDateRange } from './date-range.ts'
import { type Item, type Lexeme, lex } from './lexer.ts'
import { normalForm } from './normal-form.ts'
import type { Clause, Question } from './question.ts'

/**
 * Reads a question. Every string means something: what cannot be understood is taken as words, and
 * `notes` says so. Words are AND, which binds tighter than `OR`; see docs/query.md. Linear.
 */
export function parseQuestion(text: string): Question {
  const { lexemes, notes } = lex(text)
  const reading: Reading = { lexemes, at: 0, notes: [...notes] }
  const clause = normalForm(readOr(reading) ?? { type: 'all' })
  if (clause.type === 'all' && text.trim() !== '' && !text.includes('*')) {
    reading.notes.push('No letter or digit is in the question: every cable is listed.')
  }
  const id = loneNumber(lexemes, text)
  const asked: Clause =
    id === undefined ? clause : normalForm({ type: 'or', clauses: [{ type: 'id', id }, clause] })
  return { clause: asked, notes: [...new Set(reading.notes)] }
}

/** Lexemes with a place in them. */
interface Reading {
  readonly lexemes: readonly Lexeme[]
  at: number
  readonly notes: string[]
}

function readOr(reading: Reading): Clause | undefined {
  const clauses: Clause[] = []
  for (;;) {
    const next = readAnd(reading)
    if (next !== undefined) clauses.push(next)
    if (reading.lexemes[reading.at]?.type !== 'or') break
    reading.at++
  }
  return clauses.length === 0 ? undefined : { type: 'or', clauses }
}

function readAnd(reading: Reading): Clause | undefined {
  const clauses: Clause[] = []
  for (;;) {
    const lexeme = reading.lexemes[reading.at]
    if (lexeme === undefined || lexeme.type === ')') break
    if (lexeme.type === 'or' && clauses.length > 0 && startsOperand(reading, 1)) break
    reading.at++
    if (lexeme.type === 'and' && clauses.length > 0 && startsOperand(reading, 0)) continue
    const clause =
      lexeme.type === 'or' || lexeme.type === 'and'
        ? operatorAsWord(lexeme.type, reading)
        : readUnary(lexeme, reading)
    if (clause !== undefined) clauses.push(clause)
  }
  return clauses.length === 0 ? undefined : { type: 'and', clauses }
}

/** True where something that can be joined follows, so that an operator is one. */
function startsOperand(reading: Reading, distance: number): boolean {
  const type = reading.lexemes[reading.at + distance]?.type
  return type === 'item' || type === '(' || type === 'not'
}

function operatorAsWord(name: 'or' | 'and' | 'not', reading: Reading): Clause {
  reading.notes.push(`“${name.toUpperCase()}” has nothing to join here and is taken as a word.`)
  return { type: 'word', token: name, exact: false }
}

/** Negations before one word, phrase, filter or bracket, and that. */
function readUnary(first: Lexeme, reading: Reading): Clause | undefined {
  let lexeme: Lexeme | undefined = first
  let negated = false
  while (lexeme?.type === 'not') {
    if (!startsOperand(reading, 0)) return operatorAsWord('not', reading)
    negated = !negated
    lexeme = reading.lexemes[reading.at++]
  }
  const clause = lexeme === undefined ? undefined : readPrimary(lexeme, reading)
  return clause !== undefined && negated ? { type: 'not', clause } : clause
}

function readPrimary(lexeme: Lexeme, reading: Reading): Clause | undefined {
  if (lexeme.type === 'item') return readItem(lexeme, reading.notes)
  const clause = readOr(reading)
  // The lexer has balanced the brackets: this is the closing one.
  reading.at++
  return clause
}

function readItem(item: Item, notes: string[]): Clause | undefined {
  if (item.field === undefined) return readWords(item)
  const filter = readFilter(item.field, item.text.trim())
  if (filter !== undefined) return filter
  notes.push(
    `“${item.field}:${item.text}” ${unreadable[item.field] ?? 'is not understood'} and is taken as words.`,
  )
  const tokens = tokenize(`${item.field} ${item.text}`)
  return {
    type: 'and',
    clauses: tokens.map(({ token }) => ({ type: 'word', token, exact: false })),
  }
}

const unreadable: Readonly<Record<string, string>> = {
  date: 'is no date (like 2005, 2005-03, 2004..2006 or >2008)',
  class: 'is no classification (like C, confidential or S/NF)',
  tag: 'names no tag (like PREL)',
  origin: 'names no post (like HANOI)',
  id: 'names no cable (like 08HANOI905)',
}

function readFilter(field: string, value: string): Clause | undefined {
  const plain = value.replace(/["“”„«»\s]+/g, ' ').trim()
  if (field === 'date') return readDateRange(plain.replaceAll(' ', ''))
  if (tokenize(plain).length === 0) return undefined
  if (field === 'tag') return { type: 'tag', code: plain.toUpperCase() }
  if (field === 'id') return { type: 'id', id: resolveIdentifier(plain).id ?? plain }
  if (field === 'origin') {
    const post = findPost(plain)?.canonical ?? squeeze(plain)
    return post === '' ? undefined : { type: 'origin', post }
  }
  const asked = readClassification(plain)
  if (asked === undefined) return undefined
  const { level, controls } = asked
  if (controls.length === 0) return { type: 'class', level }
  return { type: 'and', clauses: controls.map((control) => ({ type: 'class', level, control })) }
}

/** A word, or the phrase of its tokens where it holds separators; nothing where it has no token. */
function readWords(item: Item): Clause | undefined {
  if (item.text === '*' && !item.quoted) return { type: 'all' }
  const tokens = tokenize(item.text).map(({ token }) => token)
  const [token] = tokens
  if (token === undefined) return undefined
  if (tokens.length === 1) return { type: 'word', token, exact: item.exact || item.quoted }
  const joined = !item.exact && !item.quoted
  return { type: 'phrase', tokens, ...(joined && { joined: true }) }
}

/** Longest question that may be a cable number, UTF-16 code units. */
const numberLengthMax = 64

/** The id where the whole question is one cable number in any spelling: `08 Hanoi 905`. */
function loneNumber(lexemes: readonly Lexeme[], text: string): string | undefined {
  const plain = lexemes.every(
    (part) => part.type === 'item' && !part.quoted && !part.exact && !part.field,
  )
  if (!plain || lexemes.length === 0 || text.length > numberLengthMax) return undefined
  if (!/[0-9]/.test(text)) return undefined
  const { id, repaired } = resolveIdentifier(text)
  if (id === undefined) return undefined
  const station = /^\d\d([A-Z]+)/.exec(id)?.[1] ?? ''
  if (lexemes.length === 1) return !repaired || isIssued(station) ? id : undefined
  // `2005 elections 3` has the form of a number too, and `08 Hanoi 905 water` holds one.
  const letters = squeeze(text.replace(/[0-9]+|_[a-e]$/gi, ' '))
  const isWhole =
    letters === station || findPost(letters)?.canonical === findPost(station)?.canonical
  return isWhole && isIssued(station) ? id : undefined
}

/** True where the text, asked as a question, would be taken for a cable number. */
export function isLoneNumber(text: string): boolean {
  return loneNumber(lex(text).lexemes, text) !== undefined
}
