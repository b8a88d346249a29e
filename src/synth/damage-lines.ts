import type { DamageKind } from './damage.ts'
import type { Draft } from './draft.ts'
import type { Random } from './random.ts'

type Change = (text: string, random: Random, draft: Draft) => string

const body = (name: string, change: Change): DamageKind => ({
  name,
  change: (held, random, { draft }) => ({ ...held, body: change(held.body, random, draft) }),
})

const header = (name: string, change: Change): DamageKind => ({
  name,
  change: (held, random, { draft }) => ({ ...held, header: change(held.header, random, draft) }),
})

/** Lines put in before one of the lines from a place on. */
function inserted(text: string, random: Random, from: number, lines: readonly string[]): string {
  const all = text.split('\n')
  all.splice(random.between(Math.min(from, all.length - 1), all.length - 1), 0, ...lines)
  return all.join('\n')
}

/** `PAGE 02        LOME  00077  141640Z` */
function pageLine({ number, date }: Draft): string {
  const station = number.station.slice(0, 6).trim().padEnd(6)
  const serial = String(number.serial).padStart(5, '0')
  const time = `${date.slice(8, 10)}${date.slice(11, 13)}${date.slice(14, 16)}Z`
  return `PAGE 02        ${station}  ${serial}  ${time}`
}

const banner: Change = (text, random, draft) =>
  inserted(text, random, 14, ['', 'CONFIDENTIAL', pageLine(draft), ''])

/** Paragraph numbers at line starts, and what comes of them. */
const numbers = /^(?=\d{1,2}\. )/gm

/** Damages of labels, numbers and whole lines (specification 2, 5; in the wild 4 to 11). */
export const lineDamages: readonly DamageKind[] = [
  body('pilcrows', (text) => text.replace(numbers, '¶')),
  body('pilcrows read in another encoding', (text) => text.replace(numbers, 'Â¶')),
  body('replacement characters for pilcrows', (text) => text.replace(numbers, '\ufffd')),
  body('ones for pilcrows', (text) => text.replace(/^(?=\d\. )/gm, '1')),
  body('links for pilcrows', (text) => text.replace(numbers, '[1](#)')),
  body('numbers without period', (text) => text.replace(/^(\d{1,2})\.(?= \()/gm, '$1')),
  body('number left out', (text) => text.replace(/^2\. /m, '')),
  body('number doubled', (text) => text.replace(/^3(?=\. )/m, '2')),
  body('numbers from 38 on', (text) =>
    text.replace(/^(\d{1,2})(?=\. )/gm, (digits) => `${Number(digits) + 37}`),
  ),
  body('year at a line start', (text, random) =>
    inserted(text, random, 14, ['¶2006. The rest of that year']),
  ),
  body('first letter doubled', (text) => text.charAt(0) + text),
  body('first letter lost', (text) => text.slice(1)),
  body('classification line broken', (text, _random, { number }) =>
    text.replace(` ${number.station} `, `\n${number.station} `),
  ),
  body('serial lost', (text) => text.replace(/ \d{4,6}(?=\n)/, '')),
  body('captions glued', (text) => text.replace(/(?<=\d)\n+(?=[A-Z])/, '')),
  body('labels on one line', (text) =>
    text.replace(/\n{1,3}(?=(?:E\.O\.|TAGS|SUBJECT:|REF:|Classified By:))/g, ' '),
  ),
  body('labels glued', (text) => text.replace(/\n{1,3}(?=(?:TAGS|REF:|Classified By:))/g, '')),
  body('zero for O in the order', (text) => text.replace('E.O.', 'E.0.')),
  body('order number slipped', (text) => text.replace('12958', '12598')),
  body('tags without label', (text) => text.replace(/^TAGS:? /m, '')),
  body('tags label slipped', (text) => text.replace(/^TAGS:/m, 'TAGES:')),
  body('tags glued', (text) =>
    text.replace(/^TAGS:.*/m, (line) => line.replace(/(?<=[A-Z]{4}) /g, '')),
  ),
  body('tags twice', (text) => text.replace(/^TAGS: (.*)/m, 'TAGS: $1 $1')),
  body('banner in the tags', (text, _random, draft) =>
    text.replace(/^(TAGS: )(.*)/m, `$1$2               SECRET       ${pageLine(draft)} $2`),
  ),
  body('subject without label', (text) => text.replace(/^SUBJ(?:ECT)?: /m, '')),
  body('subject label cut', (text) => text.replace(/^SUBJECT:/m, 'UBJECT:')),
  body('subject lost', (text) => text.replace(/^SUBJ(?:ECT)?:.*\n/m, '')),
  body('blank line in the subject', (text) =>
    text.replace(/^(SUBJECT: .{40,})\n(?=[A-Z])/m, '$1\n\n'),
  ),
  body('reference label doubled', (text) => text.replace(/^REF: /m, 'REF: REF: ')),
  body('reference letters doubled', (text) =>
    text.replace(/^((?:REF:)? +)([A-Z])\. /gm, '$1$2. ($2) '),
  ),
  body('references lost', (text) => text.replace(/^REF: .*\n(?: +[A-Z]\. .*\n)*/m, '')),
  body('authority broken in a word', (text) => text.replace(/for reasons(?= )/, 'for reas\nons')),
  body('authority label slipped', (text) => text.replace('Classified By:', 'Clasified By:')),
  body('authority lost', (text) => text.replace(/^Classified By:.*\n/m, '')),
  body('notice of a correction', (text) =>
    text.replace('\n', '\n\nC O R R E C T E D  C O P Y (SUBJECT LINE)\n'),
  ),
  body('page banner', banner),
  body('page banner in old print', (text, random) =>
    inserted(text, random, 14, ['PAGE 02 RUEHLO00077  141640Z  UNCLAS']),
  ),
  body('section mark within a line', (text, random, { number }) => {
    const mark = `${number.station.slice(0, 10)} ${String(number.serial).padStart(8, '0')}  002 OF 004`
    const at = text.indexOf(' ', random.between(Math.floor(text.length / 2), text.length))
    return at < 0 ? text : `${text.slice(0, at)} ${mark}${text.slice(at)}`
  }),
  body('declassification stamp', (text, random) =>
    inserted(text, random, 14, [
      'Declassified/Released US Department of State EO Systematic Review 20 MAR 2014',
    ]),
  ),
  body('gap of two lines', (text, random) => inserted(text, random, 14, ['', ''])),
  body('line lost', (text, random) => {
    const lines = text.split('\n')
    lines.splice(random.between(0, lines.length - 1), 1)
    return lines.join('\n')
  }),
  body('unwrapped', (text) => text.replace(/(?<=[a-z,.)])\n(?=[A-Za-z(])/g, ' ')),
  body('signature in the last line', (text) => text.replace(/\n{1,3}(?=.{1,80}\n$)/, ' ')),
  body('signature lost', (text) => text.replace(/\n.+\n$/, '\n')),
  body('columns behind the signature', (text, _random, { tags }) =>
    text.replace(/\n$/, ` 0 03/04/2007 1234 ${tags.join(',')}\n`),
  ),
  body(
    'end marks',
    (text) => `${text}NNNN\n\n=======================CABLE ENDS============================\n`,
  ),
  header('warning with a tail', (text) => text.replace(/ZZH$/m, 'ZZH (CCY AD0A1B2C MSI0001-000)')),
  header('repeat signal', (text, random) =>
    text.replace(/^(.*\d{6}Z [A-Z]{3} \d\d)$/m, `$1 ZDK CTG RUEHXX #${random.between(1000, 9999)}`),
  ),
  header('blank lines in the header', (text) => text.replace(/\n(?=DE |FM )/g, '\n\n')),
  header('precedence slipped', (text) => text.replace(/PRIORITY|IMMEDIATE/, 'PRORITY')),
  header('route cut', (text) => text.replace(/(?<=^(?:TO|INFO) )R(?=UEH)/m, '')),
  header('addressee glued', (text) => text.replace(/^TO /m, 'TO')),
  header('banner among the addressees', (text, _random, draft) =>
    text.replace(/^TO /m, `TO ${pageLine(draft)}\n`),
  ),
]
