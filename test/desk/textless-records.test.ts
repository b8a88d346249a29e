import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ingest } from '../../src/desk/ingest.ts'
import { openVault } from '../../src/vault/open-vault.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-textless-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A record of which only the list of attributes is left; most of the list is alike in all. */
function lost(subject: string, film: string, more = ''): string {
  return `Message Attributes

Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Current Classification: UNCLASSIFIED
Draft Date: 04 MAR 1975
Document Number: 1975LOME00077
Document Source: CORE
Document Unique ID: 00
Film Number: ${film}
From: LOME
Locator: ADS TEXT UNRETRIEVABLE
Original Classification: CONFIDENTIAL
Subject: ${subject}
TAGS: PINT, TO
To: STATE
Type: TE
${more}
`
}

it('holds apart records without text that share a number, and knows one of them again', async () => {
  const file = join(dir, 'records.txt')
  const records = [
    lost('PORT STRIKE ENDS AFTER SIX DAYS', 'D750044-0123'),
    lost('VISIT OF THE MINISTER OF FISHERIES', 'D750051-0456'),
    lost('PORT STRIKE ENDS AFTER SIX DAYS', 'D750044-0123', 'Status: NATIVE'),
  ]
  writeFileSync(file, records.join(''))
  const archive = join(dir, 'archive')
  const { counts } = await ingest(archive, [file])
  expect([counts.new, counts.newVersion, counts.quarantined]).toEqual([2, 1, 0])
  const vault = openVault(archive)
  expect([...vault.cableIds()]).toEqual(['75LOME77', '75LOME77~2'])
  vault.close()
})
