/**
 * The syntax tree of a telegram: plain JSON in the shape of unist.
 *
 * Every character of the source stands in exactly one leaf (a node with `value`), so the leaves'
 * values joined in order are the source again (`print`). A node never overlaps its neighbour and
 * never leaves its parent. What a node says beyond its characters (numbers, letters, ISO dates)
 * stands beside its children as plain fields. Absent means unknown, never null.
 *
 * `docs/telegram.md` shows each node with an example; `visit.ts` walks, `unwrap.ts` joins lines.
 */

/** A place in the source text. Offsets count UTF-16 code units. */
export interface Point {
  /** 1-based line; `\n`, `\r\n`, `\r` and U+2028 end a line. */
  readonly line: number
  /** 1-based column in UTF-16 code units. */
  readonly column: number
  /** 0-based offset in UTF-16 code units. */
  readonly offset: number
}

/** From `start` up to, not including, `end`. */
export interface Position {
  readonly start: Point
  readonly end: Point
}

/** A sentence about a doubt or a defect, with the place it was found. */
export interface Diagnostic {
  /** Stable name, as listed in `docs/diagnostics.md`: `PARA_REPAIRED`. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly start: Point
  readonly end: Point
}

// ── Root ────────────────────────────────────────────────────────────────────────────────────────

/** Specification 1.1: `D0` before 1973 … `D5` the SMART client, `DN` the newspaper edition. */
export type Dialect = 'D0' | 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'DN' | 'fragment'

/** The whole source, parts in source order. */
export interface Telegram {
  readonly type: 'telegram'
  readonly dialect: Dialect
  /** Copies with one line per paragraph (specification 4.6). */
  readonly wrapping: Wrapping
  readonly diagnostics: readonly Diagnostic[]
  readonly children: readonly Part[]
  readonly position: Position
}

/** How the body's lines were broken; measured once, used by `unwrap`. */
export interface Wrapping {
  /** W: 90th percentile of the body's line lengths in UTF-16 code units; 55 where < 8 lines. */
  readonly width: number
  /** More than half of the characters stand in lines longer than 120. */
  readonly unwrapped: boolean
  /** A client put an empty line behind each line; absent where it did not. */
  readonly doubled?: boolean
  /** Offsets of hyphens at line ends that only break a word (`RE-␤STRAINTS`), ascending. */
  readonly softHyphens: readonly number[]
}

/** What may stand directly under the root. */
export type Part = EnvelopePart | HeadPart | BodyPart | Artefact | Preface | Stray

/** Every node of the tree. */
export type Node = Telegram | Part | Addressee | ReferenceItem | Line | Leaf | Protection

/** Nodes that hold others. */
export type Parent = Extract<Node, { readonly children: readonly Node[] }>

/** Nodes that hold characters. */
export type Literal = Exclude<Node, Parent>

// ── Leaves ──────────────────────────────────────────────────────────────────────────────────────

/** A piece of the source; the names say what it is within its parent. */
export interface Leaf<T extends LeafType = LeafType> {
  readonly type: T
  readonly value: string
  readonly position: Position
}

/** The kinds of leaf. */
export type LeafType =
  /** Running words. */
  | 'text'
  /** Blanks, tabs, line ends, a stray backslash before a line end. */
  | 'space'
  /** `SUBJECT:` `TO` `FM` `E.O.` `TAGS:` `Classified By:` `ACTION` `SECTION` */
  | 'label'
  /** Separators: `/` `,` `;` `(` `)` between other leaves, `[` and `](#)` of a markdown link. */
  | 'separator'
  /** Transmission id `VZCZCXRO3323`. */
  | 'transmission'
  /** Prosign `RR` or `P`. */
  | 'prosign'
  /** Routing indicator `RUEHC`; also `ZEN`. */
  | 'indicator'
  /** `EAP-00` in a distribution block. */
  | 'office'
  /** `/000W` */
  | 'total'
  /** `------------------F19A68  191019Z /38` */
  | 'counter'
  /** `0905/01` of `#0905/01`, `000905`, `12958`, `14.`: a number as printed. */
  | 'number'
  /** `2180714` of the station line: julian day and filing time. */
  | 'filed'
  /** `050714Z AUG 08` */
  | 'dtg'
  /** Operating signals behind the date-time group or the security line: `ZDK`, `ZZH`. */
  | 'signal'
  /** `CCCCC` of the security line. */
  | 'letters'
  /** `SECSTATE WASHDC` */
  | 'name'
  /** `//USDP/ISA//` */
  | 'offices'
  /** `PRIORITY`, `NIACT IMMEDIATE` */
  | 'precedence'
  /** Message continuity number `8255`, `0101-0102`. */
  | 'mcn'
  /** `C O N F I D E N T I A L` */
  | 'classWords'
  /** `NOFORN`, `E F T O`, `SENSITIVE` on the classification line. */
  | 'control'
  /** `SECTION 01 OF 02` */
  | 'section'
  /** `HANOI` on the classification line. */
  | 'station'
  /** `DECL: 08/05/2018` */
  | 'value'
  /** `PREL` or a free word in the list of TAGS. */
  | 'tag'
  /** `(ROE, JANE A.)` in the list of TAGS, parentheses included. */
  | 'person'
  /** `A.` of a reference. */
  | 'enumerator'
  /** `(C)`, `(S//NF)`, `(C - ENTIRE TEXT)` */
  | 'portion'
  /** `¶`, `[1](#)`, U+FFFD, or the bare `1` of a repaired `14.`. */
  | 'paragraphMark'
  /** `-------------------` */
  | 'rule'

// ── Preface and strays ──────────────────────────────────────────────────────────────────────────

/**
 * Archive data that leaked in before the telegram (specification 1.7).
 *
 *     70001,3/4/2007 9:10,07LOME77,"Embassy Lome",CONFIDENTIAL,07ACCRA9,"VZCZCXRO0042
 *
 * Its lines are text leaves; transmission lines inside it are parsed as in the envelope.
 */
export interface Preface {
  readonly type: 'preface'
  readonly family: PrefaceFamily
  /** Before the record stood a cut copy of its own beginning: the `text` leaves of line 1 on. */
  readonly preview: boolean
  /** `07LOME77`, where the leaked record names it. */
  readonly id?: string
  /** ISO, as far as printed: `2007-03-04T09:10`. */
  readonly date?: string
  /** `Embassy Lome` */
  readonly origin?: string
  /** As printed: `CONFIDENTIAL//NOFORN`. */
  readonly classification?: string
  /** Ids the leaked record lists as references. */
  readonly references: readonly string[]
  readonly children: readonly (EnvelopePart | Leaf | Artefact)[]
  readonly position: Position
}

/** Families P1 … P7 of specification 1.7; a preview alone is `preview`. */
export type PrefaceFamily =
  | 'weekday'
  | 'tab-row'
  | 'comma-row'
  | 'values'
  | 'keys'
  | 'stamp'
  | 'other'

/** Text before the classification line that is none of the known parts. */
export interface Stray {
  readonly type: 'stray'
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

// ── Envelope ────────────────────────────────────────────────────────────────────────────────────

/** Parts of the transmission header (specification 1.2, 1.3). */
export type EnvelopePart =
  | Notice
  | Distribution
  | TransmissionId
  | Routing
  | Station
  | Security
  | DateTimeGroup
  | From
  | Addressees
  | BreakMark

/** `This record is a partial extract of the original cable. …` */
export interface Notice {
  readonly type: 'notice'
  readonly kind: 'partial' | 'corrected' | 'other'
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/**
 * The Department's distribution of paper copies (specification 1.3).
 *
 *     ACTION EAP-00
 *     INFO  LOG-00   NP-00
 *             /000W
 *                       ------------------F19A68  191019Z /38
 */
export interface Distribution {
  readonly type: 'distribution'
  readonly action: readonly Office[]
  readonly info: readonly Office[]
  readonly origin: readonly Office[]
  /** 0 in `/000W`. */
  readonly total?: number
  /** `W` incoming, `R` outgoing. */
  readonly suffix?: 'W' | 'R'
  /** `F19A68`, `054819` on the dash line. */
  readonly counter?: string
  /** `191019Z` on the dash line: day, hour, minute of receipt. */
  readonly received?: string
  /** Lines `DRAFTED BY …`, `APPROVED BY …` and clearances, as printed. */
  readonly drafting: readonly string[]
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `EAP-00` → code EAP, copies 0. */
export interface Office {
  readonly code: string
  readonly copies: number
}

/** `VZCZCXRO3323` */
export interface TransmissionId {
  readonly type: 'transmissionId'
  readonly id: string
  readonly children: readonly Leaf[]
  readonly position: Position
}

/** `RR RUEHCHI RUEHCN RUEHDT`, with the lines it wraps to. */
export interface Routing {
  readonly type: 'routing'
  /** `ZZ` `OO` `PP` `RR`: the highest precedence in the message. */
  readonly prosign: string
  readonly indicators: readonly string[]
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `DE RUEHHI #0905/01 2180714` */
export interface Station {
  readonly type: 'station'
  readonly indicator: string
  /** Serial mod 10000: 905. */
  readonly serial: number
  /** 1 of `/01`: sent in sections (does not imply SECTION in the text, specification 2.4). */
  readonly part?: number
  /** Day of the year, 1 … 366. */
  readonly julianDay: number
  /** Filing time `0714`, hours and minutes UTC. */
  readonly time: string
  readonly children: readonly Leaf[]
  readonly position: Position
}

/** `ZNY CCCCC ZZH` */
export interface Security {
  readonly type: 'security'
  readonly prosign: 'ZNY' | 'ZNR'
  /** First of the five letters: `C` `S` `T` `E` `U`. */
  readonly letter: string
  /** What follows the letters: `ZZH ZDK`; empty if nothing. */
  readonly tail: string
  readonly children: readonly Leaf[]
  readonly position: Position
}

/** `P R 141530Z MAR 07 ZDK` */
export interface DateTimeGroup {
  readonly type: 'dateTimeGroup'
  /** `P` action, `R` info; empty on a line of a partial extract (`141530Z Mar 06`). */
  readonly prosigns: readonly string[]
  /** `2007-03-14T15:30Z`; absent where day, hour or month cannot be. */
  readonly iso?: string
  /** As printed: `141530Z MAR 07`. */
  readonly printed: string
  /** Operating signals and free text behind it; empty if none. */
  readonly tail: string
  readonly children: readonly Leaf[]
  readonly position: Position
}

/** `FM AMEMBASSY REYKJAVIK` */
export interface From {
  readonly type: 'from'
  /** Blanks joined to one. */
  readonly name: string
  readonly children: readonly (Leaf | Artefact)[]
  readonly position: Position
}

/** A list of addressees; the label stands on the first line only. */
export interface Addressees {
  /** `TO`, `INFO`, or `XMT` (exempted from the collectives before). */
  readonly type: 'to' | 'info' | 'excluded'
  readonly children: readonly (Leaf | Addressee | Artefact)[]
  readonly position: Position
}

/** `RUEKJCS/SECDEF WASHDC//USDP/ISA// PRIORITY 1234` (specification 2.6) */
export interface Addressee {
  readonly type: 'addressee'
  /** `RUEKJCS`, `ZEN` */
  readonly routing?: string
  /** `SECDEF WASHDC`, blanks joined to one. */
  readonly name: string
  /** Without the slashes around: `USDP/ISA`. */
  readonly offices?: string
  /** Canonical word even where misspelt: `PRIORITY`. */
  readonly precedence?: PrecedenceWord
  readonly mcn?: string
  readonly children: readonly (Leaf | Artefact)[]
  readonly position: Position
}

/** Words that say how urgent (specification 2.1). */
export type PrecedenceWord = 'FLASH' | 'NIACT IMMEDIATE' | 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE'

/** `BT` */
export interface BreakMark {
  readonly type: 'breakMark'
  readonly value: string
  readonly position: Position
}

// ── Head of the text ────────────────────────────────────────────────────────────────────────────

/** From the classification line to the first paragraph (specification 1.4). */
export type HeadPart =
  | ClassificationLine
  | Caption
  | Passing
  | ExecutiveOrder
  | Tags
  | Subject
  | References
  | Authority
  | Handling

/** Unclassified, sensitive but unclassified, limited official use, confidential, secret, top secret. */
export type LevelCode = 'U' | 'SBU' | 'LOU' | 'C' | 'S' | 'TS'

/** `C O N F I D E N T I A L SECTION 01 OF 02 HANOI 000905` (specification 2.7) */
export interface ClassificationLine {
  readonly type: 'classificationLine'
  /** From the class words alone; captions (SENSITIVE, NOFORN) are parts of their own. */
  readonly level?: LevelCode
  /** Letter-spacing closed, spelling repaired: `CONFIDENTIAL`. */
  readonly printed?: string
  /** Words on this line that restrict: `NOFORN`, `EFTO`, `SENSITIVE`. */
  readonly controls: readonly string[]
  readonly section?: number
  readonly of?: number
  /** `HANOI`, `KUALA LUMPUR`, as printed, blanks joined to one. */
  readonly station?: string
  readonly serial?: number
  /** Second number of a travelling party: `TOSEC 340058`. */
  readonly series?: { readonly name: string; readonly serial: number }
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `SIPDIS`; a line `SENSITIVE SIPDIS` is one node with two values. */
export interface Caption {
  readonly type: 'caption'
  readonly captions: readonly string[]
  /** False where the line is in capitals but in no list of captions. */
  readonly known: boolean
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `DEPT FOR EUR/NB, EUR/RPM` (specification 2.9) */
export interface Passing {
  readonly type: 'passing'
  /** Who is asked: `DEPT`; empty for `FOR THE SECRETARY` or a bare list of offices. */
  readonly to: string
  /** Targets as printed: `EUR/NB`, `INR (SMITH)`. */
  readonly for: readonly string[]
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `E.O. 12958: DECL: 08/05/2018` (specification 2.10) */
export interface ExecutiveOrder {
  readonly type: 'executiveOrder'
  /** `12958`, as printed. */
  readonly number?: string
  /** Joined to one line: `DECL: 08/05/2018`; empty where nothing follows. */
  readonly value: string
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `TAGS: PREL EFIS IC (DOE, JANE)`: leaves `tag`, `person` and `separator` (specification 2.11). */
export interface Tags {
  readonly type: 'tags'
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `SUBJECT: (U) MACKEREL TALKS: A QUIET ␤ FIRST ROUND`: take the words with `unwrap`. */
export interface Subject {
  readonly type: 'subject'
  readonly portion?: Portion
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `REF: A. HANOI 869 ␤ B. 07 HANOI 1901` (specification 2.13) */
export interface References {
  readonly type: 'references'
  readonly children: readonly (Leaf | Protection | ReferenceItem | Artefact)[]
  readonly position: Position
}

/** `B. 07 HANOI 1901`: its text without the enumerator comes from `unwrap`; ids are read in cable/. */
export interface ReferenceItem {
  readonly type: 'referenceItem'
  /** `B`, `1`; the inner one where the client doubled them (`A. B) …`). */
  readonly label?: string
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `Classified By: DCM Jane Doe for reasons 1.4 (b ␤ and d).`; words with `unwrap` (2.14). */
export interface Authority {
  readonly type: 'authority'
  /** `Derived from`, without a `Classified By`. */
  readonly derived: boolean
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `Sensitive but unclassified; please protect accordingly.` */
export interface Handling {
  readonly type: 'handling'
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

// ── Body ────────────────────────────────────────────────────────────────────────────────────────

/** Paragraphs and what stands between them (specification 2.15 … 2.18). */
export type BodyPart = Heading | Paragraph | Block | Rule | Signature | EndMark

/**
 * A heading with the rules around it.
 *
 *     Next Steps          (rule below; also above, both, inline, or none)
 *     ----------
 */
export interface Heading {
  readonly type: 'heading'
  readonly form: 'underlined' | 'overlined' | 'framed' | 'inline' | 'bare'
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/**
 * A numbered paragraph and all that follows up to the next number or heading.
 *
 *     ¶14. (SBU) A second round is planned for May.
 *     ^ ^  ^     ^ line
 *     | |  portion
 *     | number
 *     paragraphMark
 */
export interface Paragraph {
  readonly type: 'paragraph'
  /** After the repair of specification 5. */
  readonly number: number
  /** As printed, mark taken off: `14.`. */
  readonly label: string
  readonly portion?: Portion
  readonly repair?: 'repaired'
  readonly children: readonly (Leaf | Line | Artefact)[]
  readonly position: Position
}

/** Text without a number; its portion mark, if it opens with one. */
export interface Block {
  readonly type: 'block'
  readonly portion?: Portion
  readonly children: readonly (Leaf | Line | Artefact)[]
  readonly position: Position
}

/** `(S//NF)` → level S, controls NOFORN. */
export interface Portion {
  readonly level: LevelCode
  readonly controls: readonly string[]
  /** `(C - ENTIRE TEXT)` */
  readonly entireText: boolean
}

/** One source line of a paragraph with its line end; an inline section mark is a child of it. */
export interface Line {
  readonly type: 'line'
  /** `list` begins an item; `table` keeps its blanks; `spacer` is a lone `-`. */
  readonly kind: 'text' | 'list' | 'table' | 'rule' | 'spacer'
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** A rule that belongs to no heading. */
export interface Rule {
  readonly type: 'ruleLine'
  readonly value: string
  readonly position: Position
}

/** `MICHALAK`; also behind the last sentence (`…next week. ROE`). */
export interface Signature {
  readonly type: 'signature'
  /** One entry per name line. */
  readonly names: readonly string[]
  readonly children: readonly (Leaf | Protection | Artefact)[]
  readonly position: Position
}

/** `NNNN`, `#0123`, `BT` after the text, `=====CABLE ENDS=====`. */
export interface EndMark {
  readonly type: 'endMark'
  readonly value: string
  readonly position: Position
}

// ── Artefacts: anywhere ─────────────────────────────────────────────────────────────────────────

/** What transmission, printing and review left in the text; each is one leaf. */
export type Artefact =
  | PageLine
  | SectionMark
  | Banner
  | PrintQueue
  | Stamp
  | Blank
  | Leak
  | Repetition
  | OtherCable
  | Attributes

/** `PAGE 01  REYKJA  00123  01 OF 02  141640Z` (specification 1.6) */
export interface PageLine {
  readonly type: 'pageLine'
  readonly value: string
  readonly page: number
  /** As cut: `REYKJA`. */
  readonly station: string
  readonly serial: number
  readonly section?: number
  readonly of?: number
  /** `141640Z` */
  readonly time?: string
  readonly position: Position
}

/** `HANOI 00000905  001.2 OF 002`, a line of its own or inside one (specification 2.4). */
export interface SectionMark {
  readonly type: 'sectionMark'
  readonly value: string
  readonly station: string
  readonly serial: number
  readonly section: number
  /** 2 of `001.2`. */
  readonly page?: number
  readonly of: number
  readonly inline: boolean
  readonly position: Position
}

/** A classification or SIPDIS that stands alone at the head or foot of a page. */
export interface Banner {
  readonly type: 'banner'
  readonly value: string
  readonly position: Position
}

/** `14`: stray number of the print queue below a PAGE line (D1). */
export interface PrintQueue {
  readonly type: 'printQueue'
  readonly value: string
  readonly position: Position
}

/** `Declassified/Released US Department of State EO Systematic Review 30 JUN 2005` */
export interface Stamp {
  readonly type: 'stamp'
  readonly value: string
  readonly position: Position
}

/** One run of lines that hold nothing but blanks (or a lone `\`). */
export interface Blank {
  readonly type: 'blank'
  readonly value: string
  readonly position: Position
}

/** Metadata that leaked in behind the text: `0 03/04/2007 1234 PGOV,PREL` (specification 2.18). */
export interface Leak {
  readonly type: 'leak'
  readonly value: string
  readonly position: Position
}

/** What the National Archives know of a telegram, below its text (specification 7.4). */
export interface Attributes {
  readonly type: 'attributes'
  readonly value: string
  /** `Document Number` → `1974LOME00077`; keys as printed, without those that are `n/a`. */
  readonly values: Readonly<Record<string, string>>
  readonly position: Position
}

/** Another cable behind this one, record and all, to the end of the source (specification 1.7). */
export interface OtherCable {
  readonly type: 'otherCable'
  readonly value: string
  /** As it names itself: `07ACCRA12`, `ACCRA 12`. */
  readonly named: string
  readonly position: Position
}

/**
 * The head of the telegram at the start of a section, its transmission header included, or
 * paragraphs, for the second time.
 */
export interface Repetition {
  readonly type: 'repetition'
  readonly value: string
  readonly section?: number
  readonly of?: number
  readonly position: Position
}

// ── Source protection: among the leaves of any part ─────────────────────────────────────────────

/**
 * A mark by which a drafter asked that a source be shielded: `(strictly protect)` (2.20).
 *
 * A mark that is broken over lines has one node on each; only the first says `printed` and `name`.
 */
export interface Protection {
  readonly type: 'protection'
  readonly value: string
  /** The whole mark, blanks and line ends joined; absent on the lines it goes on. */
  readonly printed?: string
  /** Where the name, or the covered words, stand right before the mark. */
  readonly name?: Position
  readonly position: Position
}
