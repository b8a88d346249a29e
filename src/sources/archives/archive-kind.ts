import { tarSumHolds } from './tar-header.ts'

/** The archives and packings that are opened. */
export type ArchiveKind = 'gzip' | 'zstd' | 'xz' | 'zip' | '7z' | 'tar'

/** Names an archive by the first bytes of a stream; its name does not count. */
export function archiveKind(head: Uint8Array): ArchiveKind | undefined {
  const found = signatures.find(([, signature]) => startsWith(head, signature))
  if (found) return isPackage(head) ? undefined : found[0]
  if (isSkippableZstd(head)) return 'zstd'
  return isTar(head) ? 'tar' : undefined
}

const signatures: readonly (readonly [ArchiveKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 8]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['zip', [0x50, 0x4b, 3, 4]],
  // Without an entry, and with the mark of one that could have been split.
  ['zip', [0x50, 0x4b, 5, 6]],
  ['zip', [0x50, 0x4b, 7, 8]],
]

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return head.length > signature.length && signature.every((byte, at) => head[at] === byte)
}

/** A zip that is one document or program (docx, odt, epub, jar), by the name of its first entry. */
export function isPackage(head: Uint8Array): boolean {
  if (!startsWith(head, [0x50, 0x4b, 3, 4])) return false
  const name = Buffer.from(head.subarray(30, 30 + 19)).toString('latin1')
  return /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetype|META-INF\/)/.test(
    name,
  )
}

/** `pzstd` and seekable files open with a frame to be skipped: 0x184D2A50 to 0x184D2A5F. */
function isSkippableZstd(head: Uint8Array): boolean {
  return (
    head.length > 8 && (head[0] ?? 0) >> 4 === 5 && startsWith(head.subarray(1), [0x2a, 0x4d, 0x18])
  )
}

/** `ustar` at 257 (POSIX and GNU), or a header of the time before it that knows its own sum. */
function isTar(head: Uint8Array): boolean {
  if (head.length < 512) return false
  return startsWith(head.subarray(257), [0x75, 0x73, 0x74, 0x61, 0x72]) || tarSumHolds(head)
}
