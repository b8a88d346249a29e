/** Something a person should hear about one item, with a stable name. */
export interface Message {
  /** `ID_TWICE`, `BYTES_REPLACED`, or the code of a quarantine entry. */
  readonly code: string
  /** Path as given. */
  readonly locator: string
  readonly id?: string
  /** One sentence. */
  readonly text: string
}
