import type { Archive } from '../archive/archive.ts'

/** Entries of the catalogue in some order: made when they are asked for, so that a list is small. */
export type EntryList = Archive['catalogue']

/** An entry of the catalogue, as the archive gives it. */
export type Entry = NonNullable<ReturnType<EntryList['at']>>

/** The entries that `place` finds in another list, so many of them. */
export function entryList(
  length: number,
  of: EntryList,
  place: (index: number) => number,
): EntryList {
  const at = (index: number): Entry | undefined =>
    index < 0 || index >= length ? undefined : of.at(place(index))
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) {
        const entry = at(index)
        if (entry !== undefined) yield entry
      }
    },
  }
}

/** The entries of these document numbers. */
export function numberedList(catalogue: EntryList, numbers: readonly number[]): EntryList {
  const held = Uint32Array.from(numbers)
  return entryList(held.length, catalogue, (index) => held[index] ?? 0)
}

/** Some entries of a list, up to the one before `end`. */
export function entriesBetween(list: EntryList, start: number, end: number): Entry[] {
  const length = Math.max(0, Math.min(end, list.length) - start)
  return Array.from({ length }, (_, index) => list.at(start + index)).flatMap(
    (entry) => entry ?? [],
  )
}

/** How many entries have a date: in catalogue order they come first. */
export function datedIn(list: EntryList): number {
  let [dated, undated] = [0, list.length]
  while (dated < undated) {
    const middle = (dated + undated) >> 1
    if (list.at(middle)?.date === undefined) undated = middle
    else dated = middle + 1
  }
  return dated
}
