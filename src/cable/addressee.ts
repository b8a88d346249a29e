import type * as tree from '../telegram/tree.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import type { NodeOf, Parts } from './parts.ts'
import type { Addressee, Cable, Precedence } from './record.ts'

/** `RUEHC/SECSTATE WASHDC PRIORITY 3787` as the record holds it, in capitals; `ZEN` is no routing. */
function readAddressee(node: tree.Addressee): Addressee {
  const { routing, precedence, mcn, offices } = node
  const read: { -readonly [K in keyof Addressee]: Addressee[K] } = {
    name: node.name.toUpperCase(),
  }
  if (routing !== undefined && routing !== 'ZEN') read.routing = routing
  if (precedence !== undefined) read.precedence = precedence
  if (mcn !== undefined) read.mcn = mcn
  if (offices !== undefined) read.offices = offices
  return read
}

/** Reads one list of addressees: `to`, `info` or `excluded`. */
export function readAddressees(
  parts: Parts,
  list: 'to' | 'info' | 'excluded',
  facts: ArchiveFacts,
  log: EvidenceLog,
): readonly Addressee[] {
  const held = parts
    .all(list)
    .flatMap((each: NodeOf<'to' | 'info' | 'excluded'>) => each.children)
    .filter((child): child is tree.Addressee => child.type === 'addressee')
  const nodes = parts.all('from').length > 1 ? once(held) : held
  nodes.forEach((node, index) => {
    log.note(`/${list}/${index}`, 'addressee', node)
  })
  if (nodes.length > 0 || list === 'excluded') return nodes.map(readAddressee)
  const given = facts[list] ?? []
  if (given.length > 0) log.noteSpans(`/${list}`, 'archive', [])
  return given.map((name) => ({ name }))
}

/** A header that stands twice, its first copy maybe cut by `...`, names everyone once. */
function once(nodes: readonly tree.Addressee[]): readonly tree.Addressee[] {
  const seen = new Set<string>()
  return nodes.filter(({ name, mcn, precedence }) => {
    const key = `${name} ${mcn ?? ''} ${precedence ?? ''}`
    if (seen.has(key) || name.endsWith('...')) return false
    seen.add(key)
    return true
  })
}

const words: Readonly<Record<string, Precedence>> = {
  Z: 'FLASH',
  O: 'IMMEDIATE',
  P: 'PRIORITY',
  R: 'ROUTINE',
}

/** `P R` → action PRIORITY, info ROUTINE; without a date-time group `RR` of the routing line. */
export function readPrecedence(
  parts: Parts,
  facts: ArchiveFacts,
  log: EvidenceLog,
): Cable['precedence'] {
  const group = parts.all('dateTimeGroup').find(({ prosigns }) => prosigns.length > 0)
  const routing = parts.first('routing')
  const [action, info] = (group?.prosigns ?? [routing?.prosign.charAt(0) ?? '']).map(
    (prosign) => words[prosign],
  )
  if (action === undefined) return precedenceOf(facts, log)
  log.note(
    '/precedence',
    group === undefined ? 'routing-line' : 'date-time-group',
    group ?? routing,
  )
  return { action, ...(info !== undefined && { info }) }
}

const printedPrecedence: readonly Precedence[] = [
  'FLASH',
  'NIACT IMMEDIATE',
  'IMMEDIATE',
  'PRIORITY',
  'ROUTINE',
]

/** `Immediate` of the archive; another word says nothing. */
function precedenceOf({ precedence }: ArchiveFacts, log: EvidenceLog): Cable['precedence'] {
  const printed = precedence?.trim().toUpperCase()
  const action = printedPrecedence.find((word) => word === printed)
  if (action === undefined) return undefined
  log.noteSpans('/precedence', 'archive', [])
  return { action }
}
