/**
 * The library: telegram text → syntax tree → record, without the program around it.
 *
 *     import { parse, toCable } from 'chancery/telegram'
 *
 *     const { record, evidence } = toCable(parse(text))
 *
 * No dependency, no disk, no clock: the same in Node.js, a browser and a worker. Nothing here
 * throws, whatever the text. `docs/telegram.md` explains the tree, `docs/diagnostics.md` the doubts.
 *
 * @packageDocumentation
 */
export { type ParseOptions, parse } from '../telegram/parse.ts'
export { print } from '../telegram/print.ts'
export type { Identity } from '../telegram/source.ts'
/** Node types of the tree; some share a name with a type of the record. */
export type * as tree from '../telegram/tree.ts'
export type { Diagnostic, Node, Point, Position, Telegram } from '../telegram/tree.ts'
export { type Unwrapped, unwrap } from '../telegram/unwrap.ts'
export { isLiteral, isParent, visit } from '../telegram/visit.ts'
export { type CableReading, toCable } from './cable.ts'
export type { ArchiveFacts } from './facts.ts'
export { type Resolution, resolveIdentifier } from './identifier.ts'
export { parserVersion } from './parser-version.ts'
export { type Reading, readCable } from './read.ts'
export type * from './record.ts'
