import { type Draft, idOf, type Recipient } from './draft.ts'

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

/** The transmission header in the manner of the dialect; its last line has a line end. */
export function layOutHeader(draft: Draft): string {
  switch (draft.dialect) {
    case 'D3':
      return 'This record is a partial extract of the original cable. The full text of the original cable is not available.\n'
    case 'D0':
      return `${[dateLine(draft), ...addressLines(draft, false)].join('\n')}\n`
    case 'D1':
    case 'D2':
      return `${[...departmentLines(draft), dateLine(draft), ...addressLines(draft, false)].join('\n')}\n`
    default:
      return `${[...routeLines(draft), dateLine(draft), ...addressLines(draft, true)].join('\n')}\n`
  }
}

/** `141530Z MAR 07` */
function groupOf(date: string): string {
  const month = months[Number(date.slice(5, 7)) - 1]
  return `${date.slice(8, 10)}${date.slice(11, 13)}${date.slice(14, 16)}Z ${month} ${date.slice(2, 4)}`
}

function dateLine({ date, precedence: { action, info } }: Draft): string {
  return `${action === info ? action : `${action} ${info}`} ${groupOf(date)}`
}

/** `VZCZCXRO0042` … `ZNY CCCCC ZZH` */
function routeLines({ number, date, level, precedence, info }: Draft): string[] {
  const serial = String(number.serial % 10_000).padStart(4, '0')
  const letter = level === 'S' ? 'S' : level === 'C' ? 'C' : 'U'
  const routes = info.slice(0, 6).map(({ routing }) => routing)
  const station = `RUEH${number.post.charAt(0)}${number.post.at(-1)}`
  return [
    `VZCZCXRO${String(number.serial % 9_973).padStart(4, '0')}`,
    `${precedence.action}${precedence.action} ${(routes.length === 0 ? ['RUEHC'] : routes).join(' ')}`,
    `DE ${station} #${serial} ${dayOfYear(date)}${date.slice(11, 13)}${date.slice(14, 16)}`,
    `${letter === 'U' ? 'ZNR' : 'ZNY'} ${letter.repeat(5)} ZZH`,
  ]
}

function dayOfYear(date: string): string {
  const year = Number(date.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  const day = Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
  return String((day - start) / 86_400_000 + 1).padStart(3, '0')
}

/** `PAGE 01  REYKJA  00123  141640Z`, copies and the dash line (specification 1.3). */
function departmentLines(draft: Draft): string[] {
  const { number, date, dialect } = draft
  const time = `${date.slice(8, 10)}${date.slice(11, 13)}${date.slice(14, 16)}Z`
  const counter =
    dialect === 'D1'
      ? `                     --------------------- ${String(100_000 + number.serial)}`
      : `                     ------------------${String(100_000 + number.serial)} ${time} /38`
  const station = number.station.slice(0, 6).trim().padEnd(6)
  return [
    `PAGE 01        ${station}  ${String(number.serial).padStart(5, '0')}  ${time}`,
    'ACTION EUR-12',
    'INFO  OCT-01   ISO-00   CIAE-00  INR-07   NSAE-00  /020 W',
    counter,
  ]
}

function addressLines({ from, to, info }: Draft, routed: boolean): string[] {
  const line = (label: string) => (recipient: Recipient, index: number) =>
    `${index === 0 ? `${label} ` : ''}${addressee(recipient, routed)}`
  return [`FM ${from}`, ...to.map(line('TO')), ...info.map(line('INFO'))]
}

function addressee({ name, routing, precedence, mcn }: Recipient, routed: boolean): string {
  const words = [routed ? `${routing}/${name}` : name, precedence, routed ? mcn : undefined]
  return words.filter((word) => word !== undefined).join(' ')
}

/** What an archive's row says of the cable. */
export function archiveFactsOf(draft: Draft): {
  readonly id: string
  readonly created: string
  readonly origin: string
  readonly classification: string
} {
  const names = {
    U: 'UNCLASSIFIED',
    SBU: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
    LOU: 'LIMITED OFFICIAL USE',
    C: 'CONFIDENTIAL',
    S: 'SECRET',
    TS: 'TOP SECRET',
  }
  return {
    id: idOf(draft.number),
    created: draft.date.slice(0, 16).replace('T', ' '),
    origin:
      draft.number.post === 'STATE'
        ? 'Secretary of State'
        : `Embassy ${draft.number.station.toLowerCase().replace(/\b[a-z]/g, (sign) => sign.toUpperCase())}`,
    classification: names[draft.level],
  }
}
