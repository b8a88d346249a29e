import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../src/telegram/parse.ts'
import { print } from '../../src/telegram/print.ts'
import type { Telegram } from '../../src/telegram/tree.ts'
import { unwrap } from '../../src/telegram/unwrap.ts'

/**
 * The two documents the project began with. What they prove is also proved by the golden files
 * `d3-partial-extract`, `numbering-repair`, `references-marks` and `heading-not`.
 */
const seeds = join(import.meta.dirname, '../../../shared/seeds')
const first = join(seeds, '05HANOI1179.cablegate-page.txt')
const second = join(seeds, '08HANOI905.scraped.txt')
const missing = existsSync(first) && existsSync(second) ? '' : ` SKIPPED: ${seeds} is absent`

test.skipIf(missing !== '')(`the first seed, a partial extract${missing}`, () => {
  const page = readFileSync(first, 'utf8')
  const text = page.slice(page.indexOf('This record is a partial extract'))
  const tree = parse(text)
  expect(print(tree)).toBe(text)
  expect(tree.dialect).toBe('D3')
  expect(portions(tree)).toBe('C SBU SBU C C C C C C C SBU C')
  expect(numbers(tree)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(wordsOf(tree, 'paragraph')[8]).toContain('"we cannot criticize the North directly')
  const distribution = tree.children.find((part) => part.type === 'distribution')
  expect([distribution?.action.length, distribution?.info.length, distribution?.total]).toEqual([
    1, 42, 0,
  ])
  expect(tree.children.find((part) => part.type === 'signature')?.names).toEqual(['Boardman'])
  expect(wordsOf(tree, 'heading')).toHaveLength(7)
  expect(wordsOf(tree, 'subject')[0]).toMatch(/OPPORTUNITIES FOR AND CONSTRAINTS ON/)
})

test.skipIf(missing !== '')(`the second seed, scraped to markdown${missing}`, () => {
  const text = readFileSync(second, 'utf8').replace(/\[([A-Z]+)\]\(#\)/g, '$1')
  const tree = parse(text)
  expect(print(tree)).toBe(text)
  expect(tree.dialect).toBe('D4')
  expect(numbers(tree)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(tree.diagnostics.filter((each) => each.code === 'PARA_REPAIRED')).toHaveLength(6)
  const bodies = wordsOf(tree, 'paragraph')
  expect(bodies[2]).toContain('industrial achievements')
  expect(bodies[4]).toContain('with the DPRK Foreign Minister.')
  expect(bodies[8]).toContain('seems a distant memory')
  expect(tree.children.filter((part) => part.type === 'heading').map((part) => part.form)).toEqual([
    'bare',
    'bare',
    'bare',
    'bare',
  ])
  const references = tree.children.find((part) => part.type === 'references')
  const items = references?.children.filter((child) => child.type === 'referenceItem') ?? []
  expect(items.map((item) => `${item.label} ${unwrap(item, tree.wrapping).text}`)).toEqual([
    'A HANOI 869',
    'B 07 HANOI 1901',
    'C 07 HANOI 1804',
  ])
  expect(tree.children.find((part) => part.type === 'signature')?.names).toEqual(['MICHALAK'])
  const marks = JSON.stringify(tree).match(/"type":"sectionMark","value"/g)
  expect(marks).toHaveLength(2)
})

function numbers(tree: Telegram): number[] {
  return tree.children.flatMap((part) => (part.type === 'paragraph' ? [part.number] : []))
}

function portions(tree: Telegram): string {
  return tree.children
    .flatMap((part) => (part.type === 'paragraph' ? [part.portion?.level ?? '-'] : []))
    .join(' ')
}

function wordsOf(tree: Telegram, type: string): string[] {
  return tree.children
    .filter((part) => part.type === type)
    .map((part) => unwrap(part, tree.wrapping).text)
}
