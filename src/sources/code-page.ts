/** Encodings of one byte a character that dumps are met in. */
export type CodePageName = 'windows-1252' | 'macintosh' | 'ibm437'

/**
 * What each code page has for 0x80 … 0xFF; U+FFFD where it has nothing. Spelled out, because
 * runtimes differ in what their decoders of these names do.
 */
export const codePages: Readonly<Record<CodePageName, string>> = {
  'windows-1252':
    '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
}

/** The paragraph and section marks that IBM's code page shows for two control characters. */
export const ibmMarks: ReadonlyMap<number, string> = new Map([
  [0x14, '¶'],
  [0x15, '§'],
])

/** Bytes that are looked at; a text keeps to one code page. */
const lookedAtMax: number = 256 * 1024

/** How much surer another code page must be than Windows-1252, in points. */
const pointsApart = 4

/**
 * The code page in which the bytes beyond ASCII make the most sense: letters within words, marks
 * before numbers, quotes at the ends of words. Windows-1252, which holds Latin-1, unless another is
 * clearly better.
 */
export function codePageOf(bytes: Uint8Array): CodePageName {
  const points: Record<CodePageName, number> = { 'windows-1252': 0, macintosh: 0, ibm437: 0 }
  const end = Math.min(bytes.length, lookedAtMax)
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x14 && isLabel(bytes[at + 1])) points.ibm437 += pointsApart
    if (byte < 0x80) continue
    const before = bytes[at - 1] ?? 0x20
    const behind = bytes[at + 1] ?? 0x20
    points['windows-1252'] += sense(codePages['windows-1252'][byte - 0x80], before, behind)
    points.macintosh += sense(codePages.macintosh[byte - 0x80], before, behind)
    points.ibm437 += sense(codePages.ibm437[byte - 0x80], before, behind)
  }
  const least = points['windows-1252'] + pointsApart
  if (points.macintosh >= least && points.macintosh >= points.ibm437) return 'macintosh'
  return points.ibm437 >= least ? 'ibm437' : 'windows-1252'
}

/** How well a sign stands between two bytes, in points. */
function sense(sign: string | undefined, before: number, behind: number): number {
  if (sign === undefined || sign === '\ufffd') return -1
  if (sign.toLowerCase() !== sign.toUpperCase()) {
    if (!isLetter(before) && !isLetter(behind)) return 0
    const isSmall = sign === sign.toLowerCase()
    // `cafÉ` and `CHARGé` are no words.
    const isOdd = isSmall ? isCapital(before) && isCapital(behind) : isSmallLetter(before)
    return isOdd ? -2 : 2
  }
  if (sign === '¶') return isLabel(behind) ? 3 : -1
  if (sign === '’') return isLetter(before) ? 2 : 0
  if (sign === '“' || sign === '‘') return isLetter(before) ? -2 : 2
  if (sign === '”') return isLetter(behind) ? -2 : 2
  if (sign === '–' || sign === '—' || sign === '\u00a0' || sign === '•' || sign === '…') return 1
  return /[°§£€«»½¼¿¡]/.test(sign) ? 0 : -2
}

function isLetter(byte: number): boolean {
  return isCapital(byte) || isSmallLetter(byte)
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a
}

function isSmallLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a
}

/** What stands behind a paragraph mark: `1.`, `B.` */
function isLabel(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || isCapital(byte))
}
