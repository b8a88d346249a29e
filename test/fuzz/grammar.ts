import { body } from './body.ts'
import type { Chance } from './chance.ts'
import { header } from './header.ts'

/** Dialects of specification 1.1 that are made here, and pieces of telegrams. */
export const dialects = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'DN', 'fragment'] as const
export type Dialect = (typeof dialects)[number]

/** What all parts of one telegram must agree on. */
export interface Plan {
  readonly chance: Chance
  readonly dialect: Dialect
  readonly station: string
  readonly serial: number
  /** Two digits. */
  readonly year: string
  readonly level: string
  readonly sections: number
}

export const stations = [
  'LOME',
  'ACCRA',
  'REYKJAVIK',
  'LA PAZ',
  'SAO PAULO',
  'PORT AU PRINCE',
  'STATE',
  'USUN NEW YORK',
] as const

const levels: Readonly<Record<string, readonly [string, ...string[]]>> = {
  early: ['UNCLASSIFIED', 'LIMITED OFFICIAL USE', 'CONFIDENTIAL', 'SECRET'],
  late: ['UNCLAS', 'C O N F I D E N T I A L', 'S E C R E T', 'UNCLAS SENSITIVE', 'CONFIDENTIAL'],
}

/** An invented telegram after the grammar of specification 1.5, or a piece of one. */
export function telegram(chance: Chance): string {
  const dialect = chance.pick(dialects)
  const early = dialect === 'D0' || dialect === 'D1' || dialect === 'D2'
  const plan: Plan = {
    chance,
    dialect,
    station: chance.pick(stations),
    serial: 1 + chance.below(12_000),
    year: early ? String(66 + chance.below(14)) : `0${chance.below(10)}`,
    level: chance.pick(levels[early ? 'early' : 'late'] ?? ['SECRET']),
    sections: chance.often(30) ? 2 + chance.below(4) : 1,
  }
  if (dialect !== 'fragment') return header(plan) + classLine(plan) + body(plan)
  const pieces: readonly [string, ...string[]] = [header(plan), classLine(plan), body(plan)]
  const piece = chance.pick(pieces)
  const lines = piece.split('\n')
  const from = chance.below(lines.length)
  return lines.slice(from, from + 1 + chance.below(12)).join('\n')
}

function classLine({ chance, level, station, serial, sections }: Plan): string {
  const words = chance.often(85) ? level : level.toLowerCase()
  const of = sections > 1 ? ` SECTION 01 OF 0${sections}` : ''
  const number = chance.often(80) ? String(serial).padStart(6, '0') : String(serial)
  const rest = chance.pick(['\n\n', '\n', ' SIPDIS\n', 'SIPDIS ', ''])
  return `${words}${of} ${station} ${number}${rest}`
}
