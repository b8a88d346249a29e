/** What decides the place of a cable in an edition. */
export interface Dated {
  readonly id: string
  readonly date?: string
}

/** The order of document numbers: date, then id, both by code units; undated last. */
export function documentOrder(a: Dated, b: Dated): number {
  if (a.date === undefined || b.date === undefined) {
    if (a.date !== b.date) return a.date === undefined ? 1 : -1
    return codeUnitOrder(a.id, b.id)
  }
  return codeUnitOrder(a.date, b.date) || codeUnitOrder(a.id, b.id)
}

/** Order by UTF-16 code units: the only order of strings in an edition, the same everywhere. */
export function codeUnitOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
