import { type CableSource, field, fieldLines } from './source.ts'

/** What a reader of the file must find in it: the author's own account, not a parser's. */
export interface Expectation {
  readonly file: string
  /** Canonical number, which the file itself may give damaged. */
  readonly id: string
  readonly date: string
  readonly level: string
  readonly controls?: readonly string[]
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
export function expectationOf(cable: CableSource, file: string): Expectation {
  const numbered = cable.blocks
    .filter((block) => block.kind === 'text')
    .map((block) => /^(\d{1,2})\. ?(?:\(([^)]*)\))?/.exec(block.text))
    .filter((match) => match !== null)
  const controls = field(cable, 'controls')
  const early = /D[012]/.test(field(cable, 'dialect'))
  const mark = (text: string | undefined): string =>
    text !== undefined && /^(TS|SBU|LOU|[USC])(\/\/?[A-Z, ]+)?$/.test(text) ? text : '-'
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
    date: field(cable, 'date').replace(' ', 'T').concat('Z'),
    level: field(cable, 'level'),
    ...(controls === '' ? {} : { controls: controls.split(' ') }),
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
