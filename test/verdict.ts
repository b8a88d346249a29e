import { readCable } from '../src/cable/read.ts'
import { parse } from '../src/telegram/parse.ts'
import { print } from '../src/telegram/print.ts'
import type { Telegram } from '../src/telegram/tree.ts'
import type { Golden, Kind } from './golden.ts'
import { factsOf } from './telegram/facts.ts'

/**
 * What a golden text gives against what its author expects: a line for each difference, none if all
 * is well. The snapshot `all` counts for nothing here.
 */
export function differences(kind: Kind, golden: Golden, text: string): string[] {
  const found = kind === 'telegram' ? readTree(golden, text) : readRecord(golden, text)
  const wrong = Object.entries(golden.expect).flatMap(([key, value]) =>
    mismatches(value, found.fields[key], key, kind === 'telegram'),
  )
  if (golden.aliases) wrong.push(...mismatches(golden.aliases, found.aliases, 'aliases', true))
  if (golden.codes)
    wrong.push(...mismatches(sorted(golden.codes), sorted(found.codes), 'codes', true))
  for (const code of golden.has ?? []) if (!found.codes.includes(code)) wrong.push(`no ${code}`)
  for (const code of golden.lacks ?? []) if (found.codes.includes(code)) wrong.push(code)
  return found.printed === text ? wrong : [...wrong, 'the printed tree is not the text']
}

interface Found {
  readonly fields: Readonly<Record<string, unknown>>
  readonly codes: readonly string[]
  readonly aliases: readonly string[]
  readonly printed: string
}

/** Everything that matters in a tree, as it stands in JSON. */
export function treeFacts(tree: Telegram): Record<string, unknown> {
  return JSON.parse(JSON.stringify(factsOf(tree))) as Record<string, unknown>
}

function readTree(golden: Golden, text: string): Found {
  const tree = parse(text, golden.options)
  return {
    fields: treeFacts(tree),
    codes: tree.diagnostics.map(({ code }) => code),
    aliases: [],
    printed: print(tree),
  }
}

function readRecord(golden: Golden, text: string): Found {
  const { record, aliases, tree } = readCable(text, golden.facts, golden.options?.bodyStart)
  return {
    fields: JSON.parse(JSON.stringify(record)) as Record<string, unknown>,
    codes: record.diagnostics.map(({ code }) => code),
    aliases,
    printed: print(tree),
  }
}

function sorted(codes: readonly string[]): string[] {
  return [...codes].sort((a, b) => (a < b ? -1 : Number(a > b)))
}

/** Null expects nothing there; an object expects its keys, and no others where `whole`. */
function mismatches(expected: unknown, found: unknown, path: string, whole: boolean): string[] {
  if (expected === null) return found === undefined ? [] : [said(path, 'nothing', found)]
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length)
      return [said(path, expected, found)]
    return expected.flatMap((each, n) => mismatches(each, found[n], `${path}[${n}]`, whole))
  }
  if (typeof expected !== 'object')
    return Object.is(expected, found) ? [] : [said(path, expected, found)]
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    return [said(path, expected, found)]
  const fields = found as Readonly<Record<string, unknown>>
  const wanted = Object.entries(expected as object)
  const extra = whole
    ? Object.keys(fields).filter((key) => !Object.hasOwn(expected as object, key))
    : []
  return [
    ...wanted.flatMap(([key, value]) => mismatches(value, fields[key], `${path}.${key}`, whole)),
    ...extra.map((key) => said(`${path}.${key}`, 'nothing', fields[key])),
  ]
}

function said(path: string, expected: unknown, found: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`
}
