import { createHash } from 'node:crypto'

/** SHA-256 of a text's UTF-16 code units, little endian: 64 hex digits; lone surrogates count. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf16le').digest('hex')
}

/** SHA-256 of bytes: 64 hex digits. */
export function bytesHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A hash as the vault's columns hold it: 32 bytes. */
export function hashBlob(sha256: string): Uint8Array {
  return Buffer.from(sha256, 'hex')
}

/** A hash from such a column, as 64 hex digits. */
export function hashText(sha256: Uint8Array): string {
  return Buffer.from(sha256.buffer, sha256.byteOffset, sha256.byteLength).toString('hex')
}
