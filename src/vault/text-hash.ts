import { createHash } from 'node:crypto'

/** SHA-256 of a text's UTF-16 code units, little endian: 64 hex digits; lone surrogates count. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf16le').digest('hex')
}

/** SHA-256 of bytes: 64 hex digits. */
export function bytesHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
