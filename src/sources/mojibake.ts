/** A text with what was decoded wrongly put right. */
export interface Repaired {
  readonly text: string
  /** Characters that stood there as two to four wrong ones. */
  readonly repaired: number
}

/**
 * UTF-8 that was once read as Windows-1252 and written as UTF-8 again.
 *
 *     Chargâ€™   â†’   Â¶4.   becomes   Charg’   →   ¶4.
 *
 * Done only where most characters beyond ASCII stand in such groups: a text may well speak of `Ã©`.
 */
export function repairMojibake(text: string): Repaired {
  if (!/[\u00c2-\u00f4]/.test(text)) return { text, repaired: 0 }
  let repaired = 0
  let covered = 0
  const mended = text.replace(group, (found) => {
    const sign = decodeGroup(found)
    if (sign === undefined) return found
    repaired += 1
    covered += found.length
    return sign
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  const beyond = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
  return covered >= beyond * coveredShareMin ? { text: mended, repaired } : { text, repaired: 0 }
}

/** Least share of the characters beyond ASCII that stand in such groups. */
const coveredShareMin = 0.6

/** What Windows-1252 shows for the bytes 0x80 … 0x9F, in their order; a blank for the unused. */
const high = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** A leading byte of UTF-8 and the one to three that belong to it, as they are shown. */
const group: RegExp = new RegExp(
  ['[\\u00c2-\\u00df]T', '[\\u00e0-\\u00ef]TT', '[\\u00f0-\\u00f4]TTT']
    .join('|')
    .replaceAll('T', `[\\u0080-\\u00bf${high.replaceAll(' ', '')}]`),
  'g',
)

function decodeGroup(shown: string): string | undefined {
  const bytes = Uint8Array.from(shown, (sign) => {
    const code = sign.charCodeAt(0)
    return code < 0x100 ? code : 0x80 + high.indexOf(sign)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
