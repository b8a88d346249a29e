import type { BodyLine } from './body-line.ts'

/** `(b) `, `2) ` */
const countedLabel = /^(\(?)([a-z]|\d{1,2})\) /i
/** Lines looked at before and behind one; a sentence is not longer. */
const reachLines = 8

/**
 * A label that came to stand first on its line when the line was filled, since its neighbour
 * stands inside one:
 *
 *     survey to determine (a) what was done, as the council said;
 *     (b) who did it; (c) how well it was done
 */
export function isCountedInside(lines: readonly BodyLine[], index: number): boolean {
  const match = countedLabel.exec(lines[index]?.words.slice(0, 8) ?? '')
  if (match === null) return false
  const [, bracket = '', label = ''] = match
  const [before, after] = [labelAt(bracket, label, -1), labelAt(bracket, label, 1)]
  // The first one is counted inside if the second one is.
  if (before === undefined)
    return after !== undefined && standsInside(lines, index, 1, after) === true
  return standsInside(lines, index - 1, -1, before) === true
}

/** `(b) ` → `(a) ` or `(c) `; none before the first. */
function labelAt(bracket: string, label: string, step: 1 | -1): string | undefined {
  if (/^\d/.test(label)) {
    const number = Number(label) + step
    return number < 1 ? undefined : `${bracket}${number}) `
  }
  const code = label.charCodeAt(0) + step
  const letter = String.fromCharCode(code)
  return /[a-z]/i.test(letter) ? `${bracket}${letter}) ` : undefined
}

/** Whether a label stands inside a line, not first on one; undefined where it stands nowhere. */
function standsInside(
  lines: readonly BodyLine[],
  from: number,
  step: 1 | -1,
  label: string,
): boolean | undefined {
  for (let at = from; Math.abs(at - from) < reachLines; at += step) {
    const line = lines[at]
    if (line === undefined || line.isBlank) return undefined
    const found = line.words.indexOf(label)
    if (found >= 0) return found > 0
  }
  return undefined
}
