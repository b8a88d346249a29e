/** Level and controls a classification filter asks for. */
export interface AskedClassification {
  readonly level: string
  readonly controls: readonly string[]
}

const levels: ReadonlyMap<string, string> = new Map([
  ['U', 'U'],
  ['UNCLAS', 'U'],
  ['UNCLASSIFIED', 'U'],
  ['SBU', 'SBU'],
  ['SENSITIVEBUTUNCLASSIFIED', 'SBU'],
  ['SENSITIVE', 'SBU'],
  ['LOU', 'LOU'],
  ['LIMITEDOFFICIALUSE', 'LOU'],
  ['LIMOFFUSE', 'LOU'],
  ['C', 'C'],
  ['CONFIDENTIAL', 'C'],
  ['S', 'S'],
  ['SECRET', 'S'],
  ['TS', 'TS'],
  ['TOPSECRET', 'TS'],
])

const controlNames: ReadonlyMap<string, string> = new Map([
  ['NF', 'NOFORN'],
  ['OC', 'ORCON'],
  ['PR', 'PROPIN'],
  ['OFFICIALUSEONLY', 'OUO'],
  ['FOROFFICIALUSEONLY', 'FOUO'],
])

/** Names of the levels for people, by code. */
export const levelNames: Readonly<Record<string, string>> = {
  U: 'UNCLASSIFIED',
  SBU: 'SENSITIVE BUT UNCLASSIFIED',
  LOU: 'LIMITED OFFICIAL USE',
  C: 'CONFIDENTIAL',
  S: 'SECRET',
  TS: 'TOP SECRET',
}

/** `C`, `confidential`, `S/NF`, `top secret//noforn`, `U//FOUO`; undefined where the level is unknown. */
export function readClassification(value: string): AskedClassification | undefined {
  const [first = '', ...others] = value.toUpperCase().split('/').map(squeezed)
  const level = levels.get(first)
  if (level === undefined) return undefined
  const named = others.filter((control) => control !== '')
  const controls = named.map((control) => controlNames.get(control) ?? control)
  // `UNCLASSIFIED//FOR OFFICIAL USE ONLY`: records say SBU of it, and so does the question.
  const isSensitive = level === 'U' && controls.some((control) => sensitive.has(control))
  return isSensitive
    ? { level: 'SBU', controls: controls.filter((control) => !sensitive.has(control)) }
    : { level, controls }
}

/** Controls that make an unclassified cable a sensitive one. */
const sensitive: ReadonlySet<string> = new Set(['FOUO', 'SENSITIVE', 'SBU'])

/** `Unclassified//For Official Use Only` of a list of controls, as the filter compares it. */
export function controlKey(control: string): string {
  const key = squeezed(control.toUpperCase())
  return controlNames.get(key) ?? key
}

/** `CONFIDENTIAL//NOFORN` */
export function classificationInWords(level: string, controls: readonly string[]): string {
  return [levelNames[level] ?? level, ...controls].join('//')
}

function squeezed(text: string): string {
  return text.replace(/[^A-Z0-9]/g, '')
}
