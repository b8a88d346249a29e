import { expect, test } from 'vitest'
import { readCable } from '../../src/cable/read.ts'

const rows: readonly (readonly [string, object])[] = [
  ['DEPT FOR EUR/NB AND EAP', { to: 'DEPT', for: ['EUR/NB', 'EAP'] }],
  [
    'DEPT FOR AF/W, INR (SMITH, JOHN) AND NEA',
    { to: 'DEPT', for: ['AF/W', 'INR (SMITH, JOHN)', 'NEA'] },
  ],
  ['OSLO FOR FINANCE AND TRADE SECTION', { to: 'OSLO', for: ['FINANCE AND TRADE SECTION'] }],
  // Nobody is named: absent, not empty.
  ['FOR THE SECRETARY FROM AMBASSADOR', { for: ['THE SECRETARY FROM AMBASSADOR'] }],
  ['EUR/WE, EUR/RPM', { for: ['EUR/WE', 'EUR/RPM'] }],
]

test.each(rows)('%s', (line, passing) => {
  const text = `UNCLAS LOME 000077\n\nSIPDIS\n\n${line}\n\nE.O. 12958: N/A\nTAGS: ECON, TO\nSUBJECT: X\n`
  expect(readCable(text).record.passing).toEqual([passing])
})
