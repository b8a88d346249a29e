import type { Block } from './source.ts'

/** How the lines of one cable are set. */
export interface Layout {
  /** Columns, or 0 for one line per paragraph. */
  readonly width: number
  readonly heading: 'under' | 'framed' | 'equals' | 'bare' | 'inline'
  /** Lines to put where the source says `^^` (`n` counts from 1). */
  readonly breakLines: (n: number) => readonly string[]
  /** Mark to put inside the line in unwrapped text. */
  readonly breakInline: (n: number) => string
}

/** Fills a text to the width; the first line may be shorter by `indent` columns. */
export function fill(text: string, width: number, indent = 0): string[] {
  const words = text.replaceAll('\n', ' ')
  if (width === 0) return [words]
  const lines: string[] = []
  let line = ''
  let room = width - indent
  for (const [word] of words.matchAll(/\S+ */g)) {
    const bare = word.trimEnd()
    if (line !== '' && line.length + bare.length > room) {
      lines.push(line.trimEnd())
      line = ''
      room = width
    }
    line += word
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** Sets the blocks of a cable as the lines of its text. */
export function setBlocks(blocks: readonly Block[], layout: Layout): string[] {
  const lines: string[] = []
  let breaks = 0
  let opening = ''
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (layout.heading === 'inline') opening = `${block.text} ${rule(block.text, '-')} `
      else lines.push(...setHeading(block.text, layout.heading), '')
      continue
    }
    if (block.kind === 'literal') {
      lines.push(...block.text.split('\n'), '')
      continue
    }
    // `^^` and `^g` end the line they stand in: the set line keeps its width.
    const text =
      opening + block.text.replaceAll(/\s*\^\^\s*/g, '\u0002 ').replaceAll(/\s*\^g\s*/g, '\u0003 ')
    opening = ''
    for (const line of setParagraph(text, layout.width)) {
      const bare = line.replaceAll('\u0003', '')
      if (layout.width === 0) {
        lines.push(bare.replaceAll('\u0002', () => ` ${layout.breakInline(++breaks)}`).trimStart())
        continue
      }
      const kept = bare.replaceAll('\u0002', '').trim()
      if (kept !== '') lines.push(line.startsWith(' ') ? bare.replaceAll('\u0002', '') : kept)
      if (line.includes('\u0002')) lines.push(...layout.breakLines(++breaks))
      if (line.includes('\u0003')) lines.push('', '')
    }
    lines.push('')
  }
  while (lines.at(-1) === '') lines.pop()
  return lines
}

// A list item keeps its own line: "-- first" / "a. first".
function setParagraph(text: string, width: number): string[] {
  return text
    .split(/\n(?=(?:--|-|[a-z]\.|\([a-z0-9]\)|\*) )/i)
    .flatMap((piece) => fill(piece, width))
}

function setHeading(text: string, form: Layout['heading']): string[] {
  if (form === 'framed') return [rule(text, '-'), text, rule(text, '-')]
  if (form === 'bare') return [text]
  return [text, rule(text, form === 'equals' ? '=' : '-')]
}

// Clients broke a run of dashes after 45 characters.
function rule(text: string, sign: string): string {
  const dashes = sign.repeat(text.length)
  return dashes.length > 45 ? `${dashes.slice(0, 45)} ${dashes.slice(45)}` : dashes
}
