import { type Plan, stations } from './grammar.ts'
import { pageLine } from './header.ts'

const words =
  'the talks on mackerel quotas opened in the harbour and both ministers said that a second round would follow in May although nobody had asked for it yet'.split(
    ' ',
  )

/** The text of a telegram behind its classification line (specification 1.4). */
export function body(plan: Plan): string {
  const { chance } = plan
  const fields = [order(plan), tags(plan), subject(plan), references(plan), authority(plan)]
  if (chance.often(8)) fields.reverse()
  const glued = chance.often(8) ? ' ' : '\n'
  const top = [captions(plan), ...fields.filter((field) => field !== '')].join(glued)
  const count = chance.below(7)
  const paragraphs = Array.from({ length: count }, (_, n) => paragraph(plan, n + 1))
  return `${top}\n${paragraphs.join('\n')}\n${tail(plan)}`
}

function captions({ chance }: Plan): string {
  return chance.pick([
    '',
    'SIPDIS\n',
    'SIPDIS\nSIPDIS\n\nDEPT FOR EUR/NB (RROE), AF/W\nSTATE PASS USTR\n',
    'NOFORN\nSIPDIS\n',
    'C O R R E C T E D  C O P Y (SUBJECT LINE)\n\nSENSITIVE\n',
    'EXDIS\n\nFOR THE SECRETARY FROM AMBASSADOR\n',
  ])
}

function order({ chance, dialect }: Plan): string {
  switch (dialect) {
    case 'D0':
      return ''
    case 'D1':
      return `E.O. 11652: ${chance.pick(['N/A', 'GDS', 'XGDS-2', 'ADS, DECLAS 12/31/80'])}`
    case 'D2':
      return `E.O. 12065: ${chance.pick(['N/A', 'GDS 3/4/85 (ROE, JANE)', 'RDS-3 3/4/99 (ROE, JANE) OR-M'])}`
    case 'D5':
      return 'E.O. 12958: DECL: 2019/07/09'
    case 'DN':
      return 'EO 12958 DECL: 05/05/2018'
    default:
      return chance.pick([
        'E.O. 12958: DECL: 03/04/2017',
        'E.O. 12958: N/A',
        'E.0. 12958: DECL: X1, X6',
        'E.O. 12356: DECL: OADR',
        'EO 12958 DECL: AFTER ELECTIONS',
        'E.O. 12958: DNG: CO 03/04/2017',
      ])
  }
}

function tags({ chance, dialect }: Plan): string {
  const label = dialect === 'DN' ? 'TAGS ' : chance.pick(['TAGS: ', 'TAGS: ', 'TAGS', 'AGS: '])
  const list = chance.pick([
    'PREL EFIS IC NO',
    'PREL, PTER, OVIP (ROE, JANE), TO',
    'PREL MARR\nPGOV TO',
    'ETRDEINVTO, PGVO',
    'PREL PGOV TO\nGH, NI',
    'OVIP ROE JANE PREL HUMAN RIGHTS',
  ])
  return dialect === 'D0' ? '' : `${label}${list}`
}

function subject({ chance }: Plan): string {
  const text = chance.pick([
    'MACKEREL TALKS: A QUIET\nFIRST ROUND',
    '(U) A TITLE',
    '(S/NF) TOGO: A LONG SUBJECT THAT BREAKS OFF BEFORE POLITICAL\n\nREFORM',
    'US-\nTOGOLESE TALKS',
    'A Quiet Round of Talks',
  ])
  return `${chance.pick(['SUBJECT: ', 'SUBJ: ', 'SUBJECT ', 'Subject: '])}${text}\n`
}

function references({ chance, station, serial }: Plan): string {
  const post = (): string => chance.pick(stations)
  const one = (): string =>
    chance.pick([
      `${post()} ${1 + chance.below(9000)}`,
      `0${chance.below(10)} ${post()} ${1 + chance.below(9000)}`,
      `${post()} 12, 15 AND 18 (NOTAL)`,
      `${post()} 9/07`,
      'DOE-ROE E-MAIL 03/04/07',
      'IIR 6 832 0617 08',
      `${station} ${serial}`,
      `2005-${post().replaceAll(' ', '')}-88`,
      `SECDEF R041010Z MAR 07`,
    ])
  return chance.pick([
    '',
    `REF: ${one()}\n`,
    `REF: A. ${one()}\n     B. ${one()}\n     C. ${one()}\n`,
    `REFS: (A) ${one()}; (B) ${one()}\n`,
    `REF: A) ${one()} B) ${one()}\n`,
    `REFTEL: ${one()} AND ${one()}\n`,
  ])
}

function authority({ chance, dialect }: Plan): string {
  if (dialect === 'D0' || dialect === 'D1' || dialect === 'D2') return ''
  return chance.pick([
    '',
    'Classified By: DCM Jane Doe for reasons 1.4 (b\nand d).\n',
    'CLASSIFIED BY: Jane Roe, Charge, Embassy Lome, State. REASON: 1.4 (b), (d)\n',
    'Classified By: Ambassador Jane Roe for reas\nons 1.4 (b) and (d).\n',
    'Derived from: Multiple Sources\n',
    '(U) Classified by Pol Counselor Jane Q. Poe, r\n eason 1.5 (d)\n',
  ])
}

function sentence({ chance }: Plan, count: number): string {
  const start = chance.below(words.length)
  return Array.from({ length: count }, (_, n) => words[(start + n) % words.length]).join(' ')
}

function paragraph(plan: Plan, number: number): string {
  const { chance } = plan
  const mark = chance.pick(['', '', '', '\u00b6', '[1](#)', '1'])
  const portion = chance.pick(['(C) ', '(U) ', '(SBU) ', '(S//NF) ', '', '( C) '])
  const heading = chance.pick(['', '', 'Next Steps\n----------\n', '------\nCOMMENT\n------\n'])
  const open = chance.pick(['', '', 'SUMMARY: ', 'Comment: ', 'BEGIN TEXT: '])
  const text = `${sentence(plan, 6 + chance.below(60))}. ${sentence(plan, 3 + chance.below(20))}.`
  const lines = chance.often(70) ? wrapped(text, 55 + chance.below(12)) : text
  const close = chance.pick([
    '',
    '',
    ' END SUMMARY.',
    ' End Comment.',
    ' Jane Doe (strictly protect).',
  ])
  const more = chance.pick([
    '',
    '',
    '\n\na. one\n\nb. two',
    '\n-- one\n-- two',
    '\nNAME    AGE\nDOE     10\nROE     20',
  ])
  return `${heading}${mark}${number}. ${portion}${open}${interrupted(plan, lines, number)}${close}${more}\n`
}

/** A section mark, a page line or covered words, put where a blank stood. */
function interrupted(plan: Plan, text: string, page: number): string {
  const { chance, station, serial, sections } = plan
  if (!chance.often(25)) return text
  const at = text.indexOf(' ', chance.below(text.length))
  if (at < 0) return text
  const mark = `${station.slice(0, 10)} ${String(serial).padStart(8, '0')}  00${page} OF 00${Math.max(page, sections)}`
  const put = chance.pick([
    `\n${mark}\n\n\n`,
    ` ${mark} `,
    `\n\n\n`,
    `\nSECRET\n\nSECRET\n${pageLine(plan, Math.min(9, page + 1))}\n`,
    ' XXXXXXXXXXXX ',
  ])
  return text.slice(0, at) + put + text.slice(at + 1)
}

function wrapped(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

function tail({ chance }: Plan): string {
  return chance.pick([
    'ROE\n',
    'VAN ROE\nNNNN\n',
    "O'ROE\n\n\nNNNN\n",
    'ROE\nSECRET\n\nDeclassified/Released US Department of State EO Systematic Review 20 MAR 2014\n',
    'ROE 0 03/04/2007 1234 PGOV,PREL\n',
    '=======CABLE ENDS=======\n',
    'ROE##',
    '',
  ])
}
