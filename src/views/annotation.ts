import type { AnnotatedPart } from './how-to-read.tsx'

interface PartKind {
  /** Begins a part where a line matches. */
  readonly starts: RegExp
  readonly name: string
  readonly note: string
  /** A part of this kind ends with its own line: what follows is a part without a note. */
  readonly oneLine?: boolean
}

/** Lines of one part shown before it is cut. */
const linesMax = 5

/** The parts in the order they are sent; each at most once, none before one that stood earlier. */
const kinds: readonly PartKind[] = [
  {
    starts: /^VZCZC/,
    name: 'Transmission',
    note: 'Written by the machines on the way: the number of the transmission, where it was routed, the sending station, its day of the year and hour, and how it was to be protected on the line.',
  },
  {
    starts: /^(?:ACTION|ORIGIN) +[A-Z]+-\d\d/,
    name: 'Distribution',
    note: 'On copies made in the Department: the office that had to act, those that were to know, and how many copies each got.',
  },
  {
    starts: /^[ZOPR](?: [ZOPR])* \d{6}Z [A-Z]{3} \d\d/,
    name: 'Speed and time',
    note: 'The precedence for those who act and those who are informed, then day, hour and minute in universal time, month and year.',
    oneLine: true,
  },
  { starts: /^FM /, name: 'From', note: 'The post that sent it.', oneLine: true },
  {
    starts: /^TO /,
    name: 'To',
    note: 'Those who should act. Before the slash stands the routing indicator, a telegraph address; the number at the end counts the messages between the two.',
  },
  { starts: /^INFO /, name: 'Info', note: 'Those who should know.' },
  {
    starts:
      /^(?:UNCLAS|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|T ?O ?P ? ?S ?E ?C ?R ?E ?T|L ?I ?M ?I ?T ?E ?D ? ?O ?F ?F ?I ?C ?I ?A ?L)\b.*\d{3,6}\s*$/,
    name: 'Classification and number',
    note: 'The level of the whole, spaced out so that nobody could miss it, the section, and the name and serial that make up the number of the cable.',
    oneLine: true,
  },
  {
    starts: /^(?:SIPDIS|NOFORN|EXDIS|NODIS|STADIS|LIMDIS|SENSITIVE)\b/,
    name: 'Captions',
    note: 'Who may get it, beyond the level.',
  },
  {
    starts: /^(?:DEPT|DEPARTMENT|STATE|PASS|FOR) .*(?:FOR|PASS|TO)\b/,
    name: 'Attention',
    note: 'The offices at the other end it is meant for.',
  },
  {
    starts: /^E\.?O\.? *\d{5}/,
    name: 'Executive order',
    note: 'Under which order it was classified, and the day on which that was to end.',
  },
  {
    starts: /^TAGS\b/,
    name: 'Tags',
    note: 'What it is about: places in two letters, subjects in four, persons in brackets.',
  },
  { starts: /^SUBJ(?:ECT)?\b/, name: 'Subject', note: 'The title, to be cited as it stands here.' },
  {
    starts: /^REFS?(?:TELS?)?\b/,
    name: 'References',
    note: 'Earlier messages, lettered. A year stands only where it is another one.',
  },
  {
    starts: /^Classified By\b/i,
    name: 'Classified by',
    note: 'Who decided on the level, and for which reasons.',
  },
  {
    starts: /^\s*1\. ?\S/,
    name: 'First paragraph',
    note: 'Number, portion mark, text. The first is the summary, nearly always.',
  },
  {
    starts: /^\s*2\. ?\S/,
    name: 'And so on',
    note: 'The other paragraphs follow, with headings underlined by dashes.',
  },
]

/** The parts of a telegram's text that a reader should know, with what they are. */
export function annotate(text: string): AnnotatedPart[] {
  const parts: { kind: PartKind; lines: string[] }[] = []
  let next = 0
  let open = false
  for (const line of text.split(/\r\n|[\n\r\u2028]/)) {
    const found = kinds.findIndex((kind, n) => n >= next && kind.starts.test(line))
    const kind = kinds[found]
    if (kind !== undefined) {
      parts.push({ kind, lines: [line.trimEnd()] })
      next = found + 1
      open = kind.oneLine !== true
    } else if (line.trim() !== '' && open) parts.at(-1)?.lines.push(line.trimEnd())
  }
  const signature = lastLine(text)
  const shown: AnnotatedPart[] = parts.map(({ kind, lines }) => ({
    name: kind.name,
    note: kind.note,
    lines: lines.length > linesMax ? [...lines.slice(0, linesMax), '…'] : lines,
  }))
  if (signature === undefined) return shown
  const note = 'Who answered for the post that day; seldom the one who wrote it.'
  return [...shown, { name: 'Signature', note, lines: [signature] }]
}

/** The last line that says something, where it is a name in capitals: `MICHALAK`. */
function lastLine(text: string): string | undefined {
  const lines = text.split(/\r\n|[\n\r\u2028]/).filter((line) => line.trim() !== '')
  while (/^\s*(?:NNNN|BT|#\d{4})\s*$/.test(lines.at(-1) ?? '')) lines.pop()
  const last = lines.at(-1)?.trim()
  return last !== undefined && /^[A-Z][A-Z' .-]{2,30}$/.test(last) ? last : undefined
}
