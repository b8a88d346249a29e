import { type CableSource, field, fieldLines } from './source.ts'

/** What a reader of the file must find in it: the author's own account, not a parser's. */
export interface Expectation {
  readonly file: string
  /** Canonical number, which the file itself may give damaged. */
  readonly id: string
  readonly date: string
  readonly level: string
  readonly controls?: readonly string[]
  /** Originator and addressees by name, where the file has a transmission header. */
  readonly from?: string
  readonly to?: readonly string[]
  readonly info?: readonly string[]
  readonly excluded?: readonly string[]
  readonly captions: readonly string[]
  readonly subject?: string
  readonly tags: readonly string[]
  /** Numbers of the numbered paragraphs, true ones where the printed ones are damaged. */
  readonly paragraphs: readonly number[]
  /** Portion mark of each numbered paragraph, `-` where it has none. */
  readonly portions: readonly string[]
  /** Canonical ids, in order; other kinds stand as `email`, `letter`, … */
  readonly references: readonly string[]
  readonly signature: readonly string[]
  readonly sections?: number
  readonly partial?: true
}

/** Says what stands in one cable, from its source. */
export function expectationOf(cable: CableSource, file: string, hasHeader: boolean): Expectation {
  const numbered = cable.blocks
    .filter((block) => block.kind === 'text')
    .map((block) => /^(\d{1,2})\. ?(?:\(?(?=\(|SECRET|CONF|[CS] -)\(?([^).]*))?/.exec(block.text))
    .filter((match) => match !== null)
  const controls = field(cable, 'controls')
  const early = /D[012]/.test(field(cable, 'dialect'))
  // "(C/NF)" → C/NF; "1. SECRET - ENTIRE TEXT." marks paragraph 1 with S
  const mark = (text = ''): string => {
    const entire = /^(?:C|S)\w*(?= - ENTIRE TEXT)/i.exec(text.trim())?.[0]
    if (entire !== undefined) return entire[0]?.toUpperCase() ?? '-'
    const plain = text.toUpperCase().replace('//', '/')
    return /^(TS|SBU|LOU|[USC])(\/[A-Z, ]+)?$/.test(plain) ? plain : '-'
  }
  const signature = fieldLines(cable, 'signature')
  const sections = field(cable, 'sections')
  const subject = field(
    cable,
    'subjecttext',
    field(cable, 'subject').replace(/^\((?:U|C|S|SBU)\) /, ''),
  )
  return {
    file,
    id: field(cable, 'key', cable.id).split(' ')[0] ?? cable.id,
    date: field(cable, 'known', `${field(cable, 'date').replace(' ', 'T')}Z`),
    level: field(cable, 'level'),
    ...(controls === '' ? {} : { controls: controls.split(' ') }),
    ...addresseesOf(cable, hasHeader),
    captions: captionsOf(cable),
    ...(subject === '' || field(cable, 'nosubject') !== '' ? {} : { subject }),
    tags: tagsOf(cable),
    paragraphs: early && numbered.length === 0 ? [] : numbered.map((match) => Number(match[1])),
    portions: numbered.map((match) => mark(match[2])),
    references: fieldLines(cable, 'ref').flatMap((line) => {
      const ids = line.split(' => ')[1]
      return ids === undefined ? [] : ids.split(' ')
    }),
    signature:
      signature.length > 0 ? signature.filter((s) => s !== '-') : fieldLines(cable, 'sign'),
    ...(sections === '' ? {} : { sections: Number(sections) }),
    ...(field(cable, 'record') === 'partial' ? { partial: true } : {}),
  }
}

function tagsOf(cable: CableSource): string[] {
  const declared = field(cable, 'tagset')
  if (declared !== '') return declared.split('|')
  const list = field(cable, 'tags')
  return [...list.matchAll(/\(([^)]*)\)|[A-Z0-9][A-Z0-9/-]*/g)].map(
    ([all, person]) => person ?? all,
  )
}

function addresseesOf(cable: CableSource, hasHeader: boolean): Partial<Expectation> {
  if (!hasHeader) return {}
  const names = (field: string): string[] => fieldLines(cable, field).flatMap(namesOf)
  return {
    from: field(cable, 'from'),
    to: names('to'),
    info: names('info'),
    excluded: names('xmt'),
  }
}

// "RUEHC/SECSTATE WASHDC PRIORITY 9999" → SECSTATE WASHDC
function namesOf(line: string): string[] {
  if (line.startsWith('PAGE ')) return []
  const name = line
    .replace(/^[A-Z]+\//, '')
    .replace(/ \d{3,4}(-\d{4})?$/, '')
    .replace(/ (NIACT IMMEDIATE|IMMEDIATE|PRIORITY|PRORITY|ROUTINE)$/, '')
    .replace(/\/\/.*\/\/$/, '')
    .trim()
  return name.split(' MAR ').map((post, i) => (i === 0 ? post : `AMEMBASSY ${post}`))
}

// "NOFORN NOCONTRACT ORCON" on one line is three; EFTO and NOFORN may stand on the first line.
function captionsOf(cable: CableSource): string[] {
  const firstLine = field(cable, 'series').trim()
  const lines = fieldLines(cable, 'caption').map((line) => line.toUpperCase())
  const whole = /^(ROGER CHANNEL|EYES ONLY|OFFICIAL INFORMAL)/
  const own = lines.flatMap((line) => (whole.test(line) ? [line] : line.split(' ')))
  return firstLine === 'NOFORN' ? ['NOFORN', ...own] : own
}
