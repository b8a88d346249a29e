import type { Diagnostic } from '../telegram/tree.ts'

/**
 * One cable as people and programs see it. Absent means unknown, never null; arrays are always
 * present. Times are ISO 8601 in UTC, cut to the precision that is known.
 */
export interface Cable {
  /** Canonical cable number (`08HANOI905`), or the source's own id where a document has none. */
  readonly id: string
  /** Station as it stands in the id: `HANOI`. */
  readonly post?: string
  /** Four digits. */
  readonly year?: number
  readonly serial?: number
  /** As printed, joined to one line. */
  readonly subject?: string
  /** Portion mark of the subject line, taken out of `subject`. */
  readonly subjectPortion?: Portion
  /** Readable form for pages: capitals resolved, acronyms kept. Always present: id if all fails. */
  readonly title: string
  readonly classification?: Classification
  readonly captions: readonly string[]
  readonly passing: readonly Passing[]
  /** Date-time group; else the archive's date. `2008-08-05T07:14Z`, or a day `2008-08-05`. */
  readonly date?: string
  readonly dateFrom?: 'dtg' | 'archive' | 'draft' | 'header'
  readonly datePrecision?: 'minute' | 'day' | 'month'
  readonly released?: string
  readonly precedence?: { readonly action: Precedence; readonly info?: Precedence }
  /** Originator as transmitted (`AMEMBASSY HANOI`). */
  readonly from?: string
  /** Origin as the archive labels it (`Embassy Hanoi`). */
  readonly origin?: string
  readonly to: readonly Addressee[]
  readonly info: readonly Addressee[]
  readonly excluded: readonly Addressee[]
  readonly executiveOrder?: ExecutiveOrder
  readonly tags: readonly Tag[]
  readonly references: readonly Reference[]
  readonly classifiedBy?: ClassifiedBy
  /** Text without the markers and the paragraph labels. */
  readonly summary?: string
  readonly paragraphs: readonly Paragraph[]
  readonly signature: readonly string[]
  readonly sections?: { readonly held: readonly number[]; readonly of: number }
  readonly partial: boolean
  readonly transmission?: Transmission
  readonly media: readonly { readonly url: string }[]
  readonly collection?: string
  readonly version?: number
  readonly text: 'full' | 'partial' | 'lost' | 'withdrawn' | 'index-only'
  /** What became of the classification later. */
  readonly status?: Status
  /** Desk editions only, never public. */
  readonly protection: readonly ProtectionRequest[]
  readonly source?: SourceFacts
  readonly diagnostics: readonly Diagnostic[]
}

/** `(strictly protect)`: a drafter's request to shield a source. */
export interface ProtectionRequest {
  /** Blanks joined. */
  readonly printed: string
  /** Number of the paragraph it stands in. */
  readonly paragraph?: number
  /** The part it stands in, where that is no numbered paragraph: `subject`, `heading`, `block`. */
  readonly part?: string
  /** The mark itself, or its first line: offsets of the decoded text; absent in an archive's title. */
  readonly span?: Span
  /** The name, or the covered words, right before it: offsets of the decoded text. */
  readonly name?: Span
}

/** Classification at first and now, and when it was lifted. */
export interface Status {
  readonly original?: Level
  readonly current?: Level
  readonly declassified?: { readonly on: string; readonly by?: string }
}

/** Unclassified, sensitive but unclassified, limited official use, confidential, secret, top secret. */
export type Level = 'U' | 'SBU' | 'LOU' | 'C' | 'S' | 'TS'

export type Precedence = 'FLASH' | 'NIACT IMMEDIATE' | 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE'

export interface Portion {
  readonly level: Level
  readonly controls: readonly string[]
}

export interface Classification {
  readonly level: Level
  readonly controls: readonly string[]
  /** The words, letter-spacing closed: `CONFIDENTIAL`. */
  readonly printed: string
}

/** `DEPT FOR EUR/NB` → to DEPT, for EUR/NB. */
export interface Passing {
  /** Absent where nobody is named: `FOR THE SECRETARY`, `EUR/WE, EUR/RPM`. */
  readonly to?: string
  readonly for: readonly string[]
}

export interface Addressee {
  /** Plain-language address designator: `SECSTATE WASHDC`. */
  readonly name: string
  /** Routing indicator: `RUEHC`. */
  readonly routing?: string
  /** Only where a word follows the name; else the message's precedence holds. */
  readonly precedence?: Precedence
  /** Message continuity number, digits as printed. */
  readonly mcn?: string
  /** `SECDEF WASHDC//USDP/ISA//` → `USDP/ISA`. */
  readonly offices?: string
}

export interface ExecutiveOrder {
  readonly number?: string
  /** ISO day. */
  readonly declassifyOn?: string
  /** The value as printed, after the number: `DECL: 08/05/2018`. */
  readonly printed: string
}

export interface Tag {
  /** `PREL`, `VM`; a person is `DOE, JANE`. */
  readonly code: string
  readonly kind: 'geo' | 'region' | 'subject' | 'program' | 'org' | 'person' | 'unknown'
  /** Spelled out, where known: `Korea, North`. */
  readonly name?: string
  /** As printed, where it was repaired: `RU` of RS, `PRELTO` of PREL and of TO. */
  readonly printed?: string
}

export interface Reference {
  readonly label?: string
  /** Further letters under which the list names the same cable again. */
  readonly alsoLabelled?: readonly string[]
  readonly kind: 'cable' | 'airgram' | 'dtg' | 'email' | 'telcon' | 'report' | 'letter' | 'other'
  /** Canonical id, for cables and airgrams that could be read. */
  readonly id?: string
  readonly printed: string
  readonly yearInferred?: boolean
  /** Words behind the number that say more: `PREVIOUS`, `NOTAL`, `EXDIS`. */
  readonly notes?: readonly string[]
}

export interface ClassifiedBy {
  readonly names: readonly string[]
  readonly title?: string
  /** `Embassy Lome, State` of the field form `Name, Title, Organization; REASON: …`. */
  readonly organization?: string
  readonly section?: string
  readonly reasons: readonly string[]
  readonly derivedFrom?: string
}

export interface Paragraph {
  /** Absent on an unnumbered block. */
  readonly number?: number
  /** As printed: `14.`; shown where it differs from the number. */
  readonly label?: string
  readonly portion?: Portion
  /** Address of the paragraph, unique in the cable: `p4`, `p4.2`, `u1`. */
  readonly anchor: string
  /** Second address, from its words: `t-` and 10 hex digits. */
  readonly textAnchor: string
  readonly kind: 'summary' | 'comment' | 'body' | 'action' | 'note'
  /** Heading that stands before the paragraph. */
  readonly heading?: string
  /** Unwrapped; paragraphs separated by a blank line; lists and tables keep their lines. */
  readonly text: string
}

export interface Transmission {
  readonly id?: string
  readonly station?: string
  readonly serial?: number
  readonly security?: string
  readonly distribution?: Distribution
}

export interface Distribution {
  readonly action: readonly Office[]
  readonly info: readonly Office[]
  readonly origin: readonly Office[]
  /** Printed after the slash: 0 in `/000W`. */
  readonly total?: number
  /** `DRAFTED BY EUR/NE:JDOE`, `APPROVED BY …` and clearances, one line each. */
  readonly drafting?: readonly string[]
}

export interface Office {
  readonly code: string
  readonly copies: number
}

/** Where a text came from. */
export interface SourceFacts {
  readonly holder?: string
  readonly series?: string
  readonly documentNumber?: string
  readonly uniqueId?: string
  readonly film?: string
  readonly locator?: string
  readonly url?: string
  readonly file?: string
  readonly sha256?: string
}

/** Field of the record (JSON Pointer) → the rule that gave it and the source spans it was read from. */
export type Evidence = Readonly<
  Record<string, { readonly rule: string; readonly spans: readonly Span[] }>
>

/** From offset `start` up to, not including, `end`, in UTF-16 code units of the decoded text. */
export interface Span {
  readonly start: number
  readonly end: number
}
