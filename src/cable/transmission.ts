import type { EvidenceLog } from './evidence.ts'
import type { Parts } from './parts.ts'
import type { Distribution, Office, Transmission } from './record.ts'

/** Reads what the transmission left: id, station line, security line, distribution of copies. */
export function readTransmission(parts: Parts, log: EvidenceLog): Transmission | undefined {
  const [id, station, security] = [
    parts.first('transmissionId'),
    parts.first('station'),
    parts.first('security'),
  ]
  const copies = readDistribution(parts, log)
  if (id) log.note('/transmission/id', 'transmission-id', id)
  if (station) log.note('/transmission/station', 'station-line', station)
  if (security) log.note('/transmission/security', 'security-line', security)
  if (!(id || station || security || copies)) return undefined
  const printed = security && `${security.prosign} ${security.letter.repeat(5)} ${security.tail}`
  return {
    ...(id && { id: id.id }),
    ...(station && { station: station.indicator, serial: station.serial }),
    ...(printed && { security: printed.trim() }),
    ...(copies && { distribution: copies }),
  }
}

/** `ACTION EAP-00`, `INFO LOG-00 …`, `/000W` (specification 1.3). */
export function readDistribution(parts: Parts, log: EvidenceLog): Distribution | undefined {
  const node = parts.first('distribution')
  if (node === undefined) return undefined
  log.noteAll('/transmission/distribution', 'distribution', parts.all('distribution'))
  const offices = (list: readonly Office[]): Office[] =>
    list.map(({ code, copies }) => ({ code, copies }))
  const total = parts.all('distribution').find((each) => each.total !== undefined)?.total
  const drafting = parts.all('distribution').flatMap((each) => each.drafting)
  return {
    action: parts.all('distribution').flatMap(({ action }) => offices(action)),
    info: parts.all('distribution').flatMap(({ info }) => offices(info)),
    origin: parts.all('distribution').flatMap(({ origin }) => offices(origin)),
    ...(total !== undefined && { total }),
    ...(drafting.length > 0 && { drafting }),
  }
}
