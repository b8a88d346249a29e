import { tokenize } from '../words/token.ts'
import { printDateRange } from './date-range.ts'
import { normalForm } from './normal-form.ts'
import { isLoneNumber } from './parse-question.ts'
import type { Clause, Question } from './question.ts'

/**
 * Writes a question so that `parseQuestion` reads the same clause from it, in its normal form. Notes
 * are not written: what was taken as words is words now.
 */
export function printQuestion(question: Question): string {
  const printed = printClause(normalForm(question.clause))
  // The words `08 hanoi 905` alone would be read as a number.
  return isLoneNumber(printed) ? `(${printed})` : printed
}

/** One clause as it is written in a question; every cable is the empty question. */
export function printClause(clause: Clause): string {
  return clause.type === 'all' ? '' : written(clause)
}

function written(clause: Clause): string {
  switch (clause.type) {
    case 'all':
      return '*'
    case 'or':
      return clause.clauses.map(written).join(' OR ')
    case 'and':
      return clause.clauses
        .map((member) => (member.type === 'or' ? `(${written(member)})` : written(member)))
        .join(' ')
    case 'not':
      return isGroup(clause.clause) ? `-(${written(clause.clause)})` : `-${written(clause.clause)}`
    case 'word':
      return clause.exact ? `=${clause.token}` : clause.token
    case 'phrase':
      return clause.joined ? clause.tokens.join('-') : `"${clause.tokens.join(' ')}"`
    case 'tag':
      return `tag:${value(clause.code)}`
    case 'origin':
      return `origin:${value(clause.post)}`
    case 'class':
      return `class:${clause.control === undefined ? clause.level : `${clause.level}//${clause.control}`}`
    case 'id':
      return `id:${value(clause.id)}`
    case 'date':
      return `date:${printDateRange(clause)}`
  }
}

function isGroup(clause: Clause): boolean {
  return clause.type === 'and' || clause.type === 'or'
}

/** In quotes where a blank or bracket would end it. */
function value(text: string): string {
  return /[\s()]/.test(text) || tokenize(text).length === 0 ? `"${text}"` : text
}
