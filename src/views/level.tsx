import type { Level, Portion } from '../cable/record.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

const words: Readonly<Record<Level, string>> = {
  U: 'Unclassified',
  SBU: 'Sensitive but unclassified',
  LOU: 'Limited official use',
  C: 'Confidential',
  S: 'Secret',
  TS: 'Top secret',
}

/** Levels in the order of their weight. */
export const levels: readonly Level[] = ['U', 'SBU', 'LOU', 'C', 'S', 'TS']

/** Whether a string names a level. */
export function isLevel(value: string): value is Level {
  return Object.hasOwn(words, value)
}

/** A level in words: `C` → `Confidential`; something else stays as it is. */
export function levelInWords(level: string): string {
  return isLevel(level) ? words[level] : visible(level)
}

/** Level and controls in words: `Secret//NOFORN`. */
export function markingInWords(level: string, controls: readonly string[] = []): string {
  return [levelInWords(level), ...controls.map(visible)].join('//')
}

/** The coloured box with the classification; always with its words. */
export function LevelBadge(props: {
  readonly level: string | undefined
  readonly controls?: readonly string[]
}): Markup {
  const { level, controls = [] } = props
  if (level === undefined) return <span class="badge level-none">Not marked</span>
  return <span class={`badge level-${levelClass(level)}`}>{markingInWords(level, controls)}</span>
}

/** The letter in the margin of a paragraph; who listens hears the word. */
export function PortionMark(props: { readonly portion: Portion | undefined }): Markup {
  const { portion } = props
  if (portion === undefined) return null
  const letters = [portion.level, ...portion.controls.map(visible)].join('//')
  return (
    <span class={`mark level-${levelClass(portion.level)}`}>
      <span aria-hidden="true">{letters}</span>
      <span class="listen">{`, ${markingInWords(portion.level, portion.controls).toLowerCase()}`}</span>
    </span>
  )
}

/** The part of a class name that gives the colour of a level. */
export function levelClass(level: string | undefined): string {
  return level !== undefined && isLevel(level) ? level.toLowerCase() : 'none'
}
