import { decode } from '../encoding.ts'
import { fileOver, passedOver } from '../passed-over.ts'
import { entryNameMax } from './archive-limits.ts'

/**
 * The name of an entry as people may see it: decoded, control and direction characters spelled
 * out, cut where it is longer than a file's name can be. It is never used as a path.
 */
export function entryName(bytes: Uint8Array): string {
  const name = decode(bytes.subarray(0, 4 * entryNameMax)).text
  const shown = name.replace(unseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
  if (shown === '') return '(no name)'
  if (shown.length <= entryNameMax) return shown
  // The end tells more than the beginning: the file's own name stands there.
  return `…${shown.slice(1 - entryNameMax).toWellFormed()}`
}

/** Controls, line ends, marks without width and marks that turn the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Says why an entry is passed over by its name or that of a folder above it. */
export function entryOver(name: string): string | undefined {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const own = parts.pop()
  const above = parts.map(passedOver).find((reason) => reason !== undefined)
  return above ?? (own === undefined ? undefined : fileOver(own))
}
