import { textOfBytes } from './charset.ts'

/** Addresses of a text's paragraphs: `p4` → the paragraph's `t-` address. */
export type AnchorList = readonly (readonly [anchor: string, paragraph: string])[]

/** Writes addresses as bytes: a line `p4 t-0123456789` for each. */
export function anchorBytes(anchors: AnchorList): Uint8Array {
  return Buffer.from(anchors.map(([anchor, paragraph]) => `${anchor} ${paragraph}`).join('\n'))
}

/** Reads the lines back. */
export function anchorsOfBytes(bytes: Uint8Array): AnchorList {
  if (bytes.length === 0) return []
  return textOfBytes('utf-8', bytes)
    .split('\n')
    .map((line) => {
      const blank = line.indexOf(' ')
      return [line.slice(0, blank), line.slice(blank + 1)] as const
    })
}
