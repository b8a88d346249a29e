/** One entry of an archive, before anyone looked into it. */
export interface ArchiveEntry {
  /** Its name as it is shown: no path, never opened. */
  readonly name: string
  /** Why it is not read, where its kind says so; `folder` where there is nothing to read. */
  readonly refusal?: EntryRefusal | 'folder'
  /** Its bytes, unpacked; asked for once at most, before the next entry. */
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Why an entry is set aside unread. */
export interface EntryRefusal {
  readonly code: string
  readonly reason: string
}

/** Nothing, as a stream of bytes. */
export async function* noBytes(): AsyncIterable<Uint8Array> {}
