/** Longest run of combining marks that is written as it stands; real orthographies need 4. */
const combiningMarksMax = 8

// Direction overrides and isolates, other invisible controls, line and paragraph separators, tag
// characters and lone surrogates: whoever reads must see that they are there, and they must not
// reorder what we print around them. Tab and line feed stay.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu
const combining = /\p{M}{9,}/gu

/**
 * Text as it may stand on a page: what is invisible is named (`[U+202E]`), a tower of combining
 * marks is cut with its height said. Everything else stays; escaping is the markup's own work.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, (found) => `[U+${hex(found.codePointAt(0) ?? 0)}]`)
    .replace(combining, (run) => {
      const marks = [...run]
      const cut = marks.length - combiningMarksMax
      return `${marks.slice(0, combiningMarksMax).join('')}[${cut} more marks]`
    })
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}

/** Text for a field that is sent again: what is invisible is left out, since it would become words. */
export function typable(text: string): string {
  return text
    .replace(invisible, '')
    .replace(combining, (run) => [...run].slice(0, combiningMarksMax).join(''))
}
