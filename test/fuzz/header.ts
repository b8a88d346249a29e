import type { Chance } from './chance.ts'
import { type Plan, stations } from './grammar.ts'

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const precedences = [
  '',
  ' PRIORITY',
  ' IMMEDIATE',
  ' NIACT IMMEDIATE',
  ' ROUTINE',
  ' PRORITY',
] as const

/** Format lines 1–9, a distribution block, the sentence of an extract, or a foreign preface. */
export function header(plan: Plan): string {
  const { chance } = plan
  switch (plan.dialect) {
    case 'D1':
    case 'D2':
      return pageLine(plan, 1) + distribution(plan) + group(plan) + parties(plan)
    case 'D3':
      return `This record is a partial extract of the original cable. The full text of the original cable is not available.\n${chance.often(50) ? `${distribution(plan)}${parties(plan)}` : '\n'}`
    case 'DN':
      return `Monday, 05 May 2008, 10:10\n`
    case 'D0':
      return chance.often(50) ? group(plan) + parties(plan) : ''
    default:
      return (chance.often(15) ? preface(plan) : '') + lines(plan) + group(plan) + parties(plan)
  }
}

export function pageLine({ chance, station, serial, sections }: Plan, page: number): string {
  const cut = station.slice(0, 6)
  const of = sections > 1 ? `  0${Math.min(page, sections)} OF 0${sections}` : ''
  const time = chance.often(60) ? `  ${time6(chance)}Z` : ''
  return `PAGE 0${page}        ${cut}  ${String(serial).padStart(5, '0')}${of}${time}\n`
}

function lines({ chance, serial, sections }: Plan): string {
  const section = sections > 1 || chance.often(20) ? '/01' : ''
  const day = String(1 + chance.below(365)).padStart(3, '0')
  const tail = chance.pick(['', '', ' ZDK', ' (CCY AD0A1B2C MSI0001-000)', '(TAO)'])
  const letter = chance.pick(['C', 'S', 'U', 'E'])
  return [
    chance.pick(['VZCZCXRO0042', 'VZCZCXYZ0001', '']),
    chance.pick(['PP RUEHXX RUEHYY', 'RR RUEHWEB\n', 'OO RUEHAA RUEHBB RUEHCC\nRUEHDD']),
    `DE RUEHPC #${String(serial % 10_000).padStart(4, '0')}${section} ${day}${time4(chance)}`,
    `ZN${letter === 'U' ? 'R' : 'Y'} ${letter.repeat(5)} ZZH${tail}`,
    '',
  ].join('\n')
}

function group({ chance, year }: Plan): string {
  const signal = chance.pick(['', '', '', ' ZDK', ' ZFF4', ' ZDK CTG RUEHXX #1234'])
  const month = chance.pick([months[chance.below(12)] ?? 'MAR'])
  return `${chance.pick(['P', 'R', 'O', 'P R', 'O P', 'Z'])} ${time6(chance)}Z ${month} ${year}${signal}\n`
}

function parties(plan: Plan): string {
  const { chance, station } = plan
  const to = Array.from({ length: 1 + chance.below(3) }, () => addressee(chance))
  const info = Array.from({ length: chance.below(5) }, () => addressee(chance))
  const excluded = chance.often(8) ? ['XMT AMCONSUL OPORTO'] : []
  return [
    `FM ${station === 'STATE' ? 'SECSTATE WASHDC' : `AMEMBASSY ${station}`}`,
    ...to.map((each, n) => (n === 0 ? `TO ${each}` : each)),
    ...info.map((each, n) => (n === 0 ? `INFO ${each}` : each)),
    ...excluded,
    ...(chance.often(20) ? ['BT'] : []),
    chance.often(70) ? '\n' : '',
  ].join('\n')
}

function addressee(chance: Chance): string {
  const route = chance.pick(['RUEHC/', 'RUEKJCS/', 'ZEN/', '', '', 'UEHC/'])
  const name = chance.pick([
    'SECSTATE WASHDC',
    'SECDEF WASHDC//USDP/ISA//',
    'EUROPEAN POLITICAL COLLECTIVE',
    'ALL DIPLOMATIC AND CONSULAR POSTS',
    '52FW SPANGDAHLEM AB GE',
    'AMEMBASSY LA PAZ MAR LIMA',
    `AMEMBASSY ${chance.pick(stations)}`,
    `AMCONSUL ${chance.pick(stations)}`,
  ])
  const number = chance.pick(['', '', ' 0101', ' 9999', ' 0101-0102', ' 003'])
  return `${route}${name}${chance.pick(precedences)}${number}`
}

function distribution({ chance, dialect }: Plan): string {
  const offices = Array.from({ length: 3 + chance.below(12) }, (_, n) => {
    const code = chance.pick(['OCT', 'ISO', 'CIAE', 'INR', 'NSAE', 'SS', 'EB', 'L', 'DODE'])
    return `${code}-0${n % 10}`.padEnd(9)
  }).join('')
  const total = dialect === 'D3' ? '/000W' : `/0${10 + chance.below(80)} W`
  const dashes =
    dialect === 'D3'
      ? '------------------A1B2C3  041122Z /38'
      : dialect === 'D2'
        ? '------------------103356 141934Z /38'
        : '--------------------- 071532'
  return `${chance.pick(['ACTION', 'ORIGIN'])} EUR-12\n\nINFO  ${offices}\n      ${total}\n                     ${dashes}\n`
}

function preface({ chance, station, serial, year }: Plan): string {
  const id = `${year}${station.replaceAll(' ', '')}${serial}`
  return chance.pick([
    `70001\t2007-03-04 09:10:00\t${id}\tEmbassy Lome\tCONFIDENTIAL\t07ACCRA9|07STATE12\t`,
    `id: 70001\ndate: 3/4/2007 9:10\nrefid: ${id}\norigin: Embassy Lome\nclassification: SECRET\ndestination: 07ACCRA9\nheader:\n`,
    `70001,3/4/2007 9:10,${id},"Embassy Lome",CONFIDENTIAL,07ACCRA9,"`,
    `70001\n2007-03-04 09:10:00\n${id}\nEmbassy Lome\nCONFIDENTIAL\n07ACCRA9\n`,
    `Cable dated:2007-03-04T09:10:00\n`,
  ])
}

function time6(chance: Chance): string {
  return `${String(1 + chance.below(28)).padStart(2, '0')}${time4(chance)}`
}

function time4(chance: Chance): string {
  return `${String(chance.below(24)).padStart(2, '0')}${String(chance.below(60)).padStart(2, '0')}`
}
