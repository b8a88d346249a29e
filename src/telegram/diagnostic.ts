import { pointAt, type SourceLine } from './lines.ts'
import type { Diagnostic } from './tree.ts'

/** What the parser of telegrams may complain about (specification 6). */
export type TelegramCode =
  | 'ADDR_FUSED'
  | 'ADDR_NO_TO'
  | 'BACKSLASH_RESIDUE'
  | 'BODY_PREVIEW_DUP'
  | 'CLASS_LINE_MISSING'
  | 'CLASS_WORD_REPAIRED'
  | 'DIST_SUM'
  | 'DTG_INVALID'
  | 'DTG_MULTIPLE'
  | 'DUPLICATE_COPY'
  | 'END_SUMMARY_WITHOUT_START'
  | 'GARBLE_SUSPECT'
  | 'HTML_RESIDUE'
  | 'LEAKED_PREFACE'
  | 'LEAKED_TAIL'
  | 'MCN_NONNUMERIC'
  | 'PAGE_GAP'
  | 'PARA_DUPLICATE'
  | 'PARA_GAP'
  | 'PARA_NONMONOTONE'
  | 'PARA_REPAIRED'
  | 'PARA_RESTART'
  | 'PARA_START'
  | 'PARTIAL_RECORD'
  | 'REDACTED'
  | 'SECTION_DUPLICATE'
  | 'SECTION_MISSING'
  | 'SECTION_TOTAL'
  | 'SIGNATURE_MISSING'
  | 'SOURCE_PROTECTED'
  | 'SUBJECT_MISSING'
  | 'SUMMARY_WITHOUT_END'
  | 'TAGS_NONE'
  | 'TEXT_LOST'
  | 'TEXT_REPEATED'

/** How a complaint reads; `{name}` stands for a detail. */
export interface DiagnosticEntry {
  readonly severity: Diagnostic['severity']
  readonly sentence: string
}

/** Values for the places in a sentence. */
export type DiagnosticDetails = Readonly<Record<string, string | number>>

/** Every code with its severity and sentence; `docs/diagnostics.md` lists the same. */
export const telegramDiagnostics: Readonly<Record<TelegramCode, DiagnosticEntry>> = {
  ADDR_FUSED: { severity: 'warning', sentence: 'Two addressees share this line: {printed}.' },
  ADDR_NO_TO: { severity: 'warning', sentence: 'The header names no action addressee (TO).' },
  BACKSLASH_RESIDUE: {
    severity: 'info',
    sentence: 'Lines end in a stray backslash of a database export: {count}.',
  },
  BODY_PREVIEW_DUP: {
    severity: 'info',
    sentence: 'A cut preview of the same cable stands before it and is set aside.',
  },
  CLASS_LINE_MISSING: {
    severity: 'warning',
    sentence: 'No classification line (class, station, number) was found.',
  },
  CLASS_WORD_REPAIRED: {
    severity: 'info',
    sentence: 'The classification is misspelt: {printed} is read as {read}.',
  },
  DIST_SUM: {
    severity: 'info',
    sentence: 'The office copies add up to {found}, but the printed total is {expected}.',
  },
  DTG_INVALID: {
    severity: 'error',
    sentence: 'No such day, hour or month in the date-time group {printed}.',
  },
  DTG_MULTIPLE: {
    severity: 'warning',
    sentence: 'There is more than one date-time group; the first is {printed}.',
  },
  DUPLICATE_COPY: {
    severity: 'info',
    sentence: 'A repeat or a correction ({printed}): another copy may carry the same number.',
  },
  END_SUMMARY_WITHOUT_START: {
    severity: 'info',
    sentence: 'An END SUMMARY stands here, but no summary was opened.',
  },
  GARBLE_SUSPECT: {
    severity: 'warning',
    sentence: 'Noise stands in the text ({kind}): {count}.',
  },
  HTML_RESIDUE: {
    severity: 'info',
    sentence: 'Marks of a web page stand in the text: {count}.',
  },
  LEAKED_PREFACE: {
    severity: 'warning',
    sentence: 'Archive data stands before the telegram ({family}) and is set aside.',
  },
  LEAKED_TAIL: {
    severity: 'warning',
    sentence: 'Archive data stands behind the telegram and is set aside.',
  },
  MCN_NONNUMERIC: {
    severity: 'warning',
    sentence: 'The number {printed} behind an addressee holds letters; O is read as zero.',
  },
  PAGE_GAP: { severity: 'info', sentence: 'Page {found} follows page {before}.' },
  PARA_DUPLICATE: {
    severity: 'info',
    sentence: 'Paragraph number {number} is used again.',
  },
  PARA_GAP: {
    severity: 'info',
    sentence: 'Paragraph {number} follows where {expected} was expected.',
  },
  PARA_NONMONOTONE: {
    severity: 'info',
    sentence: 'Paragraph {number} stands behind paragraph {before}.',
  },
  PARA_REPAIRED: {
    severity: 'warning',
    sentence: 'Paragraph printed {printed} is read as {number}: a lost paragraph mark left a 1.',
  },
  PARA_RESTART: {
    severity: 'info',
    sentence: 'The numbers of the paragraphs begin again at 1 behind {before}.',
  },
  PARA_START: {
    severity: 'info',
    sentence: 'The first paragraph is number {number}.',
  },
  PARTIAL_RECORD: {
    severity: 'info',
    sentence: 'The archive holds only a partial extract of this cable.',
  },
  REDACTED: {
    severity: 'info',
    sentence: 'Words are covered or left out; marks of that: {count}.',
  },
  SECTION_DUPLICATE: {
    severity: 'warning',
    sentence: 'Section {section} begins more than once.',
  },
  SECTION_MISSING: {
    severity: 'warning',
    sentence: 'Of {of} sections there is no sign of: {missing}.',
  },
  SECTION_TOTAL: {
    severity: 'warning',
    sentence: 'The number of sections is given as {found} here and as {expected} before.',
  },
  SIGNATURE_MISSING: { severity: 'info', sentence: 'No signature was found.' },
  SOURCE_PROTECTED: {
    severity: 'warning',
    sentence: 'A source is to be protected here: {printed}.',
  },
  SUBJECT_MISSING: { severity: 'warning', sentence: 'No SUBJECT line was found.' },
  SUMMARY_WITHOUT_END: {
    severity: 'info',
    sentence: 'The summary is opened here and nowhere closed.',
  },
  TAGS_NONE: { severity: 'warning', sentence: 'No TAGS line was found.' },
  TEXT_REPEATED: {
    severity: 'info',
    sentence: 'The copy holds this text a second time; it is set aside.',
  },
  TEXT_LOST: {
    severity: 'warning',
    sentence: 'The archive says that the text could not be read: {printed}.',
  },
}

/** A complaint with its sentence filled in. */
export function diagnose(
  lines: readonly SourceLine[],
  code: TelegramCode,
  start: number,
  end: number,
  details: DiagnosticDetails,
): Diagnostic {
  const { severity, sentence } = telegramDiagnostics[code]
  const message = sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const detail = details[name]
    return detail === undefined ? place : String(detail)
  })
  return { code, severity, message, start: pointAt(lines, start), end: pointAt(lines, end) }
}
