import { open } from 'node:fs/promises'
import { fileBytesMax } from './limits.ts'

/** Said of a file that is read whole and is larger than a cable can be. */
export const tooLarge: { readonly code: string; readonly reason: string } = {
  code: 'FILE_TOO_LARGE',
  reason: `The file is larger than ${fileBytesMax / 1024 / 1024} MiB; one file is read as one cable.`,
}

/** The bytes of a file in pieces, or of standard input for `-`. */
export function fileBytes(path: string): AsyncIterable<Uint8Array> {
  return path === '-' ? standardInput() : fileChunks(path)
}

/** Fewest and most bytes that are asked for at once. */
const chunkBytesMin = 4 * 1024
const chunkBytesMax = 256 * 1024

async function* fileChunks(path: string): AsyncIterable<Uint8Array> {
  const file = await open(path, 'r')
  try {
    // One byte more than the file has: its end shows without a second piece of memory.
    const { size } = await file.stat()
    const length = Math.min(Math.max(size + 1, chunkBytesMin), chunkBytesMax)
    let free = Buffer.allocUnsafe(length)
    for (;;) {
      const { bytesRead } = await file.read(free, 0, free.length, null)
      if (bytesRead === 0) return
      yield free.subarray(0, bytesRead)
      free = bytesRead < free.length ? free.subarray(bytesRead) : Buffer.allocUnsafe(length)
    }
  } finally {
    await file.close()
  }
}

async function* standardInput(): AsyncIterable<Uint8Array> {
  for await (const chunk of process.stdin) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  }
}

/** `EACCES` in words; other codes as they are. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return systemReasons[code] ?? (code === '' ? 'an error of the disk' : `the system says ${code}`)
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk reports an error (EIO)',
  ENOENT: 'it is gone, or its name is damaged',
  ELOOP: 'its links run in a circle',
  EMFILE: 'too many files are open',
}
