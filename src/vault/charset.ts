/** How a decoded text lies in the vault. */
export type Charset = 'utf-8' | 'utf-16le'

/** A text as bytes: UTF-8, or UTF-16 where a lone surrogate would not survive that. */
export function textBytes(text: string): { readonly charset: Charset; readonly bytes: Uint8Array } {
  return text.isWellFormed()
    ? { charset: 'utf-8', bytes: Buffer.from(text, 'utf8') }
    : { charset: 'utf-16le', bytes: Buffer.from(text, 'utf16le') }
}

/** The text of such bytes, character for character. */
export function textOfBytes(charset: string, bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes
  const view = Buffer.from(buffer, byteOffset, byteLength)
  return view.toString(charset === 'utf-8' ? 'utf8' : 'utf16le')
}
