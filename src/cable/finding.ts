import type { Diagnostic, Node, Position } from '../telegram/tree.ts'

/** What reading a record may complain about (specification 6). */
export type CableCode =
  | 'BODY_FOREIGN'
  | 'CLASS_BANNER_MISMATCH'
  | 'CLASS_MISMATCH_ARCHIVE'
  | 'CLASS_MISMATCH_ZNY'
  | 'DECL_BEFORE_DTG'
  | 'DECL_GT_25Y'
  | 'DTG_CREATED_MISMATCH'
  | 'DTG_MISSING'
  | 'EO_DATE_ON_UNCLAS'
  | 'EO_MISSING'
  | 'EO_NA_ON_CLASSIFIED'
  | 'EO_NUMBER_ERA'
  | 'ID_REPAIRED'
  | 'ID_UNRESOLVED'
  | 'JULIAN_MISMATCH'
  | 'MOJIBAKE_FIXED'
  | 'MRN_SERIAL_MISMATCH'
  | 'MRN_STATION_MISMATCH'
  | 'PORTION_ABOVE_OVERALL'
  | 'PORTION_MISSING'
  | 'PORTION_NONE_AT_LEVEL'
  | 'PORTION_SBU_ON_UNCLAS'
  | 'REASON_MISSING'
  | 'REASON_SECTION_ERA'
  | 'RECEIPT_BEFORE_DTG'
  | 'REF_BARE_NUMBER'
  | 'REF_ENUM_GAP'
  | 'REF_POST_UNKNOWN'
  | 'REF_SELF'
  | 'REF_STATION_FUZZY'
  | 'REF_UNRESOLVED'
  | 'REF_YEAR_CONFLICT'
  | 'REF_YEAR_INFERRED'
  | 'SUBJECT_ONLY_IN_ARCHIVE'
  | 'TAGS_LINKS_CONFLICT'
  | 'TAGS_NO_SUBJECT'
  | 'TAGS_REPAIRED'
  | 'TAGS_UNKNOWN'

/** How a complaint reads; `{name}` stands for a detail. */
export interface CableDiagnosticEntry {
  readonly severity: Diagnostic['severity']
  readonly sentence: string
}

/** Every code with its severity and sentence; `docs/diagnostics.md` lists the same. */
export const cableDiagnostics: Readonly<Record<CableCode, CableDiagnosticEntry>> = {
  BODY_FOREIGN: {
    severity: 'error',
    sentence: 'The text is another cable: {found}, not {expected}.',
  },
  CLASS_BANNER_MISMATCH: {
    severity: 'warning',
    sentence: 'A page is marked {found}, the cable {expected}.',
  },
  CLASS_MISMATCH_ARCHIVE: {
    severity: 'warning',
    sentence: 'The text says {found}, the archive {expected}.',
  },
  CLASS_MISMATCH_ZNY: {
    severity: 'warning',
    sentence: 'The security line says {found}, the text {expected}.',
  },
  DECL_BEFORE_DTG: {
    severity: 'warning',
    sentence: 'To be declassified on {found}, before it was sent.',
  },
  DECL_GT_25Y: {
    severity: 'info',
    sentence: 'To be declassified on {found}, more than 25 years after it was sent.',
  },
  DTG_CREATED_MISMATCH: {
    severity: 'warning',
    sentence: 'The date-time group says {found}, the archive {expected}.',
  },
  DTG_MISSING: { severity: 'warning', sentence: 'There is no date-time group.' },
  EO_DATE_ON_UNCLAS: {
    severity: 'warning',
    sentence: 'An unclassified cable has a date of declassification: {found}.',
  },
  EO_MISSING: { severity: 'warning', sentence: 'A classified cable names no executive order.' },
  EO_NA_ON_CLASSIFIED: {
    severity: 'warning',
    sentence: 'A classified cable says N/A to the executive order.',
  },
  EO_NUMBER_ERA: {
    severity: 'warning',
    sentence: 'Executive order {found} was not in force on {expected}.',
  },
  ID_REPAIRED: {
    severity: 'info',
    sentence: 'The published number {found} is damaged and read as {expected}.',
  },
  ID_UNRESOLVED: {
    severity: 'warning',
    sentence: 'The number {found} is no cable number; it may mean {expected}.',
  },
  JULIAN_MISMATCH: {
    severity: 'warning',
    sentence: 'The station line is of day {found}, the date-time group of day {expected}.',
  },
  MOJIBAKE_FIXED: {
    severity: 'info',
    sentence: 'Characters had been decoded wrongly and were put right: {found}.',
  },
  MRN_SERIAL_MISMATCH: {
    severity: 'error',
    sentence: 'The number is {found} here and {expected} in the cable number.',
  },
  MRN_STATION_MISMATCH: {
    severity: 'warning',
    sentence: 'The station is {found} here and {expected} in the cable number.',
  },
  PORTION_ABOVE_OVERALL: {
    severity: 'error',
    sentence: 'A part is marked {found}, above the whole ({expected}).',
  },
  PORTION_MISSING: {
    severity: 'info',
    sentence: 'Paragraphs without a portion mark in a classified cable: {found}.',
  },
  PORTION_NONE_AT_LEVEL: {
    severity: 'info',
    sentence: 'The cable is {expected}, but no part of it is.',
  },
  PORTION_SBU_ON_UNCLAS: {
    severity: 'warning',
    sentence: 'Parts marked SBU in a cable without that caption: {found}.',
  },
  REASON_MISSING: { severity: 'warning', sentence: 'A classified cable gives no reason.' },
  REASON_SECTION_ERA: {
    severity: 'info',
    sentence: 'Section {found} of the order was not in use in {expected}.',
  },
  RECEIPT_BEFORE_DTG: {
    severity: 'info',
    sentence: 'Received {found}, before the date-time group {expected}.',
  },
  REF_BARE_NUMBER: {
    severity: 'info',
    sentence: 'The reference "{found}" is a number without a station.',
  },
  REF_ENUM_GAP: { severity: 'info', sentence: 'The references go from {expected} to {found}.' },
  REF_POST_UNKNOWN: {
    severity: 'info',
    sentence: 'The reference "{found}" names a post that is in no list; it is read as printed.',
  },
  REF_SELF: {
    severity: 'info',
    sentence: '"{found}" in the references is this cable’s own number and was left out.',
  },
  REF_STATION_FUZZY: {
    severity: 'info',
    sentence: 'The reference "{found}" names a damaged station, read as {expected}.',
  },
  REF_UNRESOLVED: {
    severity: 'warning',
    sentence: 'The reference "{found}" could not be resolved to one cable.',
  },
  REF_YEAR_CONFLICT: {
    severity: 'warning',
    sentence: 'The reference "{found}" is dated later than this cable.',
  },
  REF_YEAR_INFERRED: {
    severity: 'info',
    sentence: 'The reference "{found}" has no year; it is read as {expected}.',
  },
  SUBJECT_ONLY_IN_ARCHIVE: {
    severity: 'info',
    sentence: 'The text has no subject; the archive’s title stands for it.',
  },
  TAGS_LINKS_CONFLICT: {
    severity: 'info',
    sentence: 'The archive links TAGS that the text does not have: {found}.',
  },
  TAGS_NO_SUBJECT: { severity: 'info', sentence: 'No subject among the TAGS.' },
  TAGS_REPAIRED: { severity: 'info', sentence: 'The tag {found} is read as {expected}.' },
  TAGS_UNKNOWN: { severity: 'info', sentence: 'The tag {found} stands in no list.' },
}

/** Where a complaint is placed: a node, or the start of the text. */
export type Place = Pick<Node, 'position'> | undefined

const beginning: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

/** Makes a complaint at a place, the details filled in. */
export function finding(
  code: CableCode,
  place: Place,
  details: Readonly<Record<string, string | number>> = {},
): Diagnostic {
  const { severity, sentence } = cableDiagnostics[code]
  const { start, end } = place?.position ?? beginning
  const message = sentence.replace(/\{(\w+)\}/g, (blank, name: string) =>
    String(details[name] ?? blank),
  )
  return { code, severity, message, start, end }
}
