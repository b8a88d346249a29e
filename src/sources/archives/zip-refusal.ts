import type { EntryRefusal } from './archive-entry.ts'
import { type ZipRecord, zipFlags } from './zip-record.ts'

/** Why an entry is not read, by its flags, its method and its kind. */
export function zipRefusal({
  flags,
  method,
  mode,
  name,
  size,
}: Pick<ZipRecord, 'flags' | 'method' | 'mode' | 'name' | 'size'>):
  | EntryRefusal
  | 'folder'
  | undefined {
  const kind = mode & 0o170000
  if (kind === 0o040000 || (name.at(-1) === 0x2f && size === 0)) return 'folder'
  if (kind === 0o120000) {
    return { code: 'SYMLINK', reason: 'This is a symbolic link; links are not followed.' }
  }
  if (kind !== 0 && kind !== 0o100000) {
    return { code: 'NOT_A_FILE', reason: 'This entry is a pipe, a socket or a device, not a file.' }
  }
  if ((flags & (zipFlags.encrypted | zipFlags.masked)) !== 0 || method === 99) {
    const reason = 'This entry asks for a password. Unpack the zip with it and give the folder.'
    return { code: 'ARCHIVE_ENCRYPTED', reason }
  }
  if (isKnownMethod(method)) return undefined
  const reason = `This entry is packed with ${methods[method] ?? `method ${method}`}, which is not read from a zip. Unpack it and give the folder.`
  return { code: 'ARCHIVE_UNSUPPORTED', reason }
}

/** Stored, deflate and zstd. */
function isKnownMethod(method: number): boolean {
  return method === 0 || method === 8 || method === 93
}

/** Names of the methods of APPNOTE 4.4.5 that are met. */
const methods: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  95: 'xz',
  98: 'PPMd',
}
