import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** How content lies in the vault. */
export type Coding = 'plain' | 'zstd'

/** Content as stored, with how it is coded. */
export interface Coded {
  readonly coding: Coding
  readonly content: Uint8Array
}

/** Compresses bytes where that makes them smaller. */
export function encode(bytes: Uint8Array): Coded {
  const content = zstdCompressSync(bytes)
  return content.length < bytes.length
    ? { coding: 'zstd', content }
    : { coding: 'plain', content: bytes }
}

/** The bytes as they came in. */
export function decodeBytes(coding: string, content: Uint8Array): Uint8Array {
  return coding === 'zstd' ? zstdDecompressSync(content) : content
}

/** Decoded text as bytes: UTF-8, or UTF-16 where a lone surrogate would not survive that. */
export function encodeText(text: string): Coded & { readonly charset: 'utf-8' | 'utf-16le' } {
  const charset = text.isWellFormed() ? 'utf-8' : 'utf-16le'
  return { charset, ...encode(Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'utf16le')) }
}

/** The text, character for character. */
export function decodeText(charset: string, coding: string, content: Uint8Array): string {
  const bytes = Buffer.from(decodeBytes(coding, content))
  return bytes.toString(charset === 'utf-8' ? 'utf8' : 'utf16le')
}
