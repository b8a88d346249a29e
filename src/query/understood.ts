import { findPost } from '../cable/post.ts'
import { tagName } from '../cable/tag-names.ts'
import { levelNames } from './classification.ts'
import { printDateRange } from './date-range.ts'
import type { Clause, DateClause, Question } from './question.ts'

/** Words of the question → the other inflections that count as the same word. */
export type Forms = ReadonlyMap<string, readonly string[]>

/**
 * Says in words how a question was read, with the inflections that were used, then the notes.
 *
 *     the phrase “asylum seekers” and refugee (also refugees), from Hanoi, dated 2004 to 2006
 */
export function understood(question: Question, forms: Forms = new Map()): string {
  const { clause, notes } = question
  const text = clause.type === 'all' ? 'every cable' : inWords(clause, forms)
  const sentence = text.slice(0, 1).toUpperCase() + text.slice(1)
  return notes.length === 0 ? sentence : `${sentence}. ${notes.join(' ')}`
}

function inWords(clause: Clause, forms: Forms): string {
  switch (clause.type) {
    case 'all':
      return 'every cable'
    case 'or':
      return `either ${clause.clauses.map((member) => bracketed(member, forms)).join(' or ')}`
    case 'and':
      return conjunction(clause.clauses, forms)
    case 'not':
      if (clause.clause.type === 'all') return 'no cable'
      return `not ${bracketed(clause.clause, forms)}`
    case 'word':
      return word(clause.token, clause.exact, forms)
    case 'phrase':
      return phrase(clause.tokens, clause.joined === true, forms)
    default:
      return filter(clause)
  }
}

/** Words first, joined by “and”; then the filters after commas. */
function conjunction(clauses: readonly Clause[], forms: Forms): string {
  const said = clauses.map((clause) => bracketed(clause, forms))
  const isWords = (clause: Clause) => clause.type === 'word' || clause.type === 'phrase'
  const words = said.filter((_, index) => isWords(clauses[index] ?? { type: 'all' }))
  const others = said.filter((_, index) => !isWords(clauses[index] ?? { type: 'all' }))
  return [...(words.length > 0 ? [words.join(' and ')] : []), ...others].join(', ')
}

function bracketed(clause: Clause, forms: Forms): string {
  const text = inWords(clause, forms)
  return clause.type === 'and' || clause.type === 'or' ? `(${text})` : text
}

function word(token: string, exact: boolean, forms: Forms): string {
  if (exact) return `exactly “${token}”`
  const others = forms.get(token) ?? []
  return others.length === 0 ? `“${token}”` : `“${token}” (also ${others.join(', ')})`
}

/** A phrase that was written as one word may stand joined: its form is the joined token. */
function phrase(tokens: readonly string[], joined: boolean, forms: Forms): string {
  const text = `the phrase “${tokens.join(' ')}”`
  const others = joined ? (forms.get(tokens.join('-')) ?? []) : []
  return others.length === 0 ? text : `${text} (also ${others.join(', ')})`
}

function filter(clause: Exclude<Clause, { readonly type: 'all' | 'and' | 'or' | 'not' }>): string {
  switch (clause.type) {
    case 'tag':
      return tagged(clause.code)
    case 'origin':
      return `from ${findPost(clause.post)?.name ?? clause.post}`
    case 'class': {
      const level = (levelNames[clause.level] ?? clause.level).toLowerCase()
      return `classified ${level}${clause.control === undefined ? '' : `//${clause.control}`}`
    }
    case 'id':
      return `the cable ${clause.id}`
    case 'date':
      return dated(clause)
    default:
      return ''
  }
}

/** `with the tag PREL (External Political Relations)`, where the name is known. */
function tagged(code: string): string {
  const name = tagName(code)
  return `with the tag ${code}${name === undefined ? '' : ` (${name})`}`
}

function dated(clause: DateClause): string {
  const [from = '', to] = printDateRange(clause).split('..')
  if (to === undefined) return `dated ${from}`
  if (from === '') return `dated up to ${to}`
  return to === '' ? `dated ${from} or later` : `dated ${from} to ${to}`
}
