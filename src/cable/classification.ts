import type { Classification, Level } from './record.ts'

/** Levels from open to secret, for comparing. */
const ranks: readonly Level[] = ['U', 'SBU', 'LOU', 'C', 'S', 'TS']

/** 0 for U; SBU and LOU are both 1. */
export function levelRank(level: Level): number {
  const index = ranks.indexOf(level)
  return index < 2 ? index : index - 1
}

const labels: readonly (readonly [RegExp, Level])[] = [
  [/^TOP SECRET/, 'TS'],
  [/^SECRET(?!ARY)/, 'S'],
  [/^CONFIDENTIAL/, 'C'],
  [/^LIMITED OFFICIAL USE|^LOU\b/, 'LOU'],
  [/^SENSITIVE BUT UNCLASS|^SBU\b/, 'SBU'],
  [/^UNCLAS(?:SIFIED)?(?=.*(?:FOR OFFICIAL USE ONLY|FOUO|SENSITIVE|\bSBU\b))/, 'SBU'],
  [/^UNCLAS(?:SIFIED)?\b/, 'U'],
]

/** Captions that restrict release, which belong to the classification. */
const controlWords =
  /^(?:NOFORN|NF|EFTO|ORCON|NOCONTRACT|REL\b.*|FOUO|FGI|PROPIN|NODIS|EXDIS|STADIS|LIMDIS)$/

/**
 * Reads the label an archive gives: `CONFIDENTIAL//NOFORN`,
 * `UNCLASSIFIED//FOR OFFICIAL USE ONLY` → SBU. Undefined for anything else (`SECRETARY`).
 */
export function readClassification(label: string): Classification | undefined {
  const printed = label.trim().replace(/\s+/g, ' ').slice(0, 120)
  const upper = printed.toUpperCase()
  const level = labels.find(([form]) => form.test(upper))?.[1]
  if (level === undefined) return undefined
  const controls = upper
    .split(/\/{1,2}|,/)
    .slice(1)
    .map((word) => word.trim())
    .filter((word) => word !== 'FOR OFFICIAL USE ONLY' && controlWords.test(word))
  return { level, controls: unique(controls.map(canonicalControl)), printed: upper }
}

/** The level with its captions: UNCLAS with SENSITIVE is SBU (specification 2.7). */
export function withCaptions(
  level: Level,
  printed: string,
  lineControls: readonly string[],
  captions: readonly string[],
): Classification {
  const words = [...lineControls, ...captions].map((word) => canonicalControl(word.toUpperCase()))
  const sensitive = words.some((word) =>
    /^(?:SENSITIVE|SBU|SENSITIVE BUT UNCLASS\w*|FOUO)$/.test(word),
  )
  const controls = unique(words.filter((word) => controlWords.test(word) && !isHandling(word)))
  return { level: level === 'U' && sensitive ? 'SBU' : level, controls, printed }
}

/** Distribution captions stay captions; they are no release control. */
function isHandling(word: string): boolean {
  return /^(?:NODIS|EXDIS|STADIS|LIMDIS|FOUO)$/.test(word)
}

/** `NF` → NOFORN. */
function canonicalControl(word: string): string {
  return word === 'NF' ? 'NOFORN' : word
}

/** True where text and archive say the same: EFTO on UNCLAS counts as FOR OFFICIAL USE ONLY. */
export function agrees(text: Classification, archive: Classification): boolean {
  if (levelRank(text.level) === levelRank(archive.level)) {
    return text.controls.includes('NOFORN') === archive.controls.includes('NOFORN')
  }
  return text.level === 'U' && text.controls.includes('EFTO') && archive.level === 'SBU'
}

/** Without doubles, first place kept. */
export function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}
