/** A part that was read, and the index of the first line behind it. */
export interface ReadLines<T> {
  readonly node: T
  readonly next: number
}
