import type { ArchiveFacts } from '../cable/facts.ts'
import { redactions } from './redaction.ts'
import { maskedWords, uncoveredBy } from './uncovered.ts'

/** `SUBJECT:` and its fellows, with the value up to an empty line or the next label, six lines at most. */
const subjectLines =
  /^[ \t]{0,20}(?:SUBJ(?:ECT)?|ASUNTO|OBJET|TITLE)[ \t]{0,4}[:;.-][^\n]*(?:\n(?![ \t\r]*\n|[ \t]*(?:REFS?|TAGS|E\.O\.|1\.)[ \t:(])[^\n]*){0,5}/im

/** `TAGS:` with its value, three lines at most. */
const tagLines =
  /^[ \t]{0,20}TAGS?[ \t]{0,4}[:;.-][^\n]*(?:\n(?![ \t\r]*\n|[ \t]*[A-Z]{3,9}:)[^\n]*){0,2}/im

/** Longest part of a text that is searched for those lines, UTF-16 code units. */
const searchedMax = 20_000

/**
 * What an archive says of a text, without the title and the tags that tell what the text masks: a
 * page may print `WHAT XXXXXXXX SAW` and be named after who saw it.
 */
export function coveredFacts(facts: ArchiveFacts, text: () => string): ArchiveFacts {
  const { title, tags, ...rest } = facts
  if (title === undefined && tags === undefined) return facts
  const words = text()
  const showsTitle = title !== undefined && !isTitleCovered(title, words)
  const showsTags = tags !== undefined && !isCovered(tags.join(', '), words, tagLines)
  return { ...rest, ...(showsTitle && { title }), ...(showsTags && { tags }) }
}

/** Whether the subject of a text masks words of a title. */
export function isTitleCovered(title: string, text: string): boolean {
  return isCovered(title, text, subjectLines)
}

function isCovered(value: string, text: string, lines: RegExp): boolean {
  const [printed] = lines.exec(text.slice(0, searchedMax)) ?? []
  if (printed === undefined || redactions(printed).length === 0) return false
  const told = uncoveredBy(maskedWords(value), maskedWords(printed))
  return told === undefined || told.length > 0
}
