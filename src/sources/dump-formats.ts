import { cablesCsv } from './cables-csv.ts'
import { cablesTab } from './cables-tab.ts'
import { decode } from './encoding.ts'
import { frusTei } from './frus-tei.ts'
import { indexCsv } from './index-csv.ts'
import { json } from './json.ts'
import { namedTable } from './named-table.ts'
import { naraRecords } from './nara-records.ts'
import type { DumpFormat } from './reading.ts'
import { telegramSeries } from './telegram-series.ts'

/** The formats whose files hold many cables, in the order they are tried. */
export const dumpFormats: readonly DumpFormat[] = [
  cablesCsv,
  cablesTab,
  indexCsv,
  json,
  frusTei,
  naraRecords,
  namedTable,
  telegramSeries,
]

/** The format of a dump by the first bytes of the file, or the one a person named. */
export function dumpFormatOf(head: Uint8Array, name?: string): DumpFormat | undefined {
  if (name !== undefined) return dumpFormats.find((format) => format.name === name)
  if (dumpFormats.length === 0) return undefined
  const { text } = decode(head)
  return dumpFormats.find((format) => format.recognises(text))
}
