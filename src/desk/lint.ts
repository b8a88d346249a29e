import { readCable } from '../cable/read.ts'
import { readSources } from '../sources/read-sources.ts'
import type { SourceFailure } from '../sources/source.ts'
import type { Diagnostic } from '../telegram/tree.ts'

/** What reading one item of a dump has to say. */
export type Linted =
  | {
      readonly locator: string
      readonly id: string
      /** The telegram's text, in which lines and columns are counted. */
      readonly text: string
      readonly diagnostics: readonly Diagnostic[]
      readonly failure?: never
    }
  | { readonly locator: string; readonly failure: SourceFailure }

/** How a dump is looked at. */
export interface LintOptions {
  /** Name of a format; sniffed where absent. */
  readonly format?: string
}

/**
 * Reads files and folders as `ingest` would and says what is doubtful in each cable; nothing is
 * kept. Throws `SourceError` before anything is read where a path or the format is wrong.
 */
export async function* lint(
  paths: readonly string[],
  options: LintOptions = {},
): AsyncIterable<Linted> {
  for await (const { item, failure } of readSources(paths, options)) {
    if (failure !== undefined) yield { locator: failure.locator, failure }
    else {
      const { record } = readCable(item.text, item.facts, item.bodyStart)
      const { id, diagnostics } = record
      yield { locator: item.locator, id, text: item.text, diagnostics }
    }
  }
}
