/** A stretch of two sequences: what both have, or what only one of them has. */
export interface Edit {
  readonly kind: 'same' | 'removed' | 'added'
  /** First element and the one behind the last, in the sequence before; empty for what was added. */
  readonly before: readonly [start: number, end: number]
  /** The same in the sequence after; empty for what was removed. */
  readonly after: readonly [start: number, end: number]
}

/**
 * Edits that are looked for, elements removed and added together. Two sequences that differ in
 * more are taken as wholly different: the time is proportional to length times edits, the memory
 * to the square of the edits (36 MB at this limit).
 */
export const editsMax = 3_000

/**
 * The shortest way from one sequence of numbers to another (Myers 1986), or undefined where it
 * takes more than `editsMax` steps.
 */
export function editScript(before: Int32Array, after: Int32Array): readonly Edit[] | undefined {
  let start = 0
  const least = Math.min(before.length, after.length)
  while (start < least && before[start] === after[start]) start += 1
  let [endBefore, endAfter] = [before.length, after.length]
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1
    endAfter -= 1
  }
  const steps = shortest(before.subarray(start, endBefore), after.subarray(start, endAfter))
  if (steps === undefined) return undefined
  const edits: Edit[] = []
  append(edits, 'same', [0, start], [0, start])
  for (const { kind, before: b, after: a } of steps) {
    append(edits, kind, [b[0] + start, b[1] + start], [a[0] + start, a[1] + start])
  }
  append(edits, 'same', [endBefore, before.length], [endAfter, after.length])
  return edits
}

function append(
  edits: Edit[],
  kind: Edit['kind'],
  before: Edit['before'],
  after: Edit['after'],
): void {
  if (before[0] === before[1] && after[0] === after[1]) return
  const last = edits.at(-1)
  if (last?.kind !== kind) {
    edits.push({ kind, before, after })
    return
  }
  const joined: Edit = {
    kind,
    before: [last.before[0], before[1]],
    after: [last.after[0], after[1]],
  }
  edits[edits.length - 1] = joined
}

/** For each number of edits, how far each diagonal got; the way back is read from these. */
function shortest(before: Int32Array, after: Int32Array): readonly Edit[] | undefined {
  const most = Math.min(before.length + after.length, editsMax)
  const reached: Int32Array[] = []
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  for (let edits = 0; edits <= most; edits += 1) {
    reached.push(furthest.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const below = furthest[middle + diagonal + 1] ?? 0
      const beside = (furthest[middle + diagonal - 1] ?? 0) + 1
      const isDown = diagonal === -edits || (diagonal !== edits && beside <= below)
      let x = isDown ? below : beside
      let y = x - diagonal
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x += 1
        y += 1
      }
      furthest[middle + diagonal] = x
      if (x >= before.length && y >= after.length) {
        return wayBack(reached, edits, before.length, after.length)
      }
    }
  }
  return undefined
}

function wayBack(
  reached: readonly Int32Array[],
  edits: number,
  lengthBefore: number,
  lengthAfter: number,
): readonly Edit[] {
  const back: Edit[] = []
  let [x, y] = [lengthBefore, lengthAfter]
  for (let left = edits; left > 0; left -= 1) {
    const row = reached[left] ?? new Int32Array(0)
    const at = (diagonal: number): number => row[diagonal + left + 1] ?? 0
    const diagonal = x - y
    const isDown =
      diagonal === -left || (diagonal !== left && at(diagonal - 1) + 1 <= at(diagonal + 1))
    const former = isDown ? diagonal + 1 : diagonal - 1
    const fromX = at(former)
    const fromY = fromX - former
    const [toX, toY] = isDown ? [fromX, fromY + 1] : [fromX + 1, fromY]
    back.push({ kind: 'same', before: [toX, x], after: [toY, y] })
    back.push({ kind: isDown ? 'added' : 'removed', before: [fromX, toX], after: [fromY, toY] })
    ;[x, y] = [fromX, fromY]
  }
  back.push({ kind: 'same', before: [0, x], after: [0, y] })
  const edited: Edit[] = []
  for (const { kind, before, after } of back.reverse()) append(edited, kind, before, after)
  return edited
}
