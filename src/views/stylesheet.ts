import { cableStyle } from './style-cable.ts'
import { pageStyle } from './style-page.ts'

/** A font file of the site. */
export interface FontFace {
  readonly family: 'Source Serif 4' | 'Inter' | 'IBM Plex Mono'
  readonly style: 'normal' | 'italic'
  readonly weight: number
  /** Address of the woff2 file. */
  readonly href: string
  /** CSS range of the characters in it. */
  readonly unicodeRange: string
}

/**
 * The one stylesheet. Fonts are optional (the page never moves when one arrives) and stand inside a
 * condition: below 700 px no browser asks for them and the family is the system's.
 */
export function stylesheet(fonts: readonly FontFace[]): string {
  const faces = fonts.map(
    (font) =>
      `@font-face{font-family:'${font.family}';font-style:${font.style};font-weight:${font.weight};` +
      `font-display:optional;src:url(${font.href}) format('woff2');unicode-range:${font.unicodeRange}}`,
  )
  return `${pageStyle}${cableStyle}@media (min-width:700px){\n${faces.join('\n')}\n}\n`
    .replaceAll('\n\n', '\n')
    .trimStart()
}
