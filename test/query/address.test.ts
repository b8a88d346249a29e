import { describe, expect, it } from 'vitest'
import {
  cableAddress,
  classificationAddress,
  dateAddress,
  listAddress,
  listsAddress,
  originAddress,
  paragraphAddress,
  releasedAddress,
  searchAddress,
  tagAddress,
  transmissionAddress,
} from '../../src/query/address.ts'
import { decodedId, encodedId } from '../../src/query/address-part.ts'
import { movedAddress } from '../../src/query/old-address.ts'

describe('addresses', () => {
  it.each([
    [cableAddress('08HANOI905'), '/cable/08HANOI905'],
    [cableAddress('08HANOI905~2', 'json'), '/cable/08HANOI905~2.json'],
    [cableAddress('frus1969-76v17/d1'), '/cable/frus1969-76v17/d1'],
    [cableAddress('A B(C)'), '/cable/A%20B%28C%29'],
    [transmissionAddress('08HANOI905'), '/cable/08HANOI905/transmission'],
    [paragraphAddress('08HANOI905', 'p4.2'), '/cable/08HANOI905#p4.2'],
    [listsAddress('tag'), '/browse/tag'],
    [originAddress('HANOI'), '/browse/origin/HANOI'],
    [originAddress('HANOI', 2), '/browse/origin/HANOI/page/2'],
    [tagAddress('PREL'), '/browse/tag/PREL'],
    [tagAddress('DOE, JANE'), '/browse/tag/DOE%2C%20JANE'],
    [tagAddress('A/page/2'), '/browse/tag/A%2Fpage%2F2'],
    [classificationAddress('C'), '/browse/classification/C'],
    [dateAddress('2008'), '/browse/date/2008'],
    [dateAddress('2008-08', 3), '/browse/date/2008/08/page/3'],
    [releasedAddress('2011-08-30'), '/browse/released/2011-08-30'],
    [listAddress('cited', '08HANOI905'), '/browse/cited/08HANOI905'],
    [
      searchAddress({
        q: '"asylum seekers" tag:PREL',
        page: { sort: 'newest', size: 20, offset: 20, facets: true },
      }),
      '/search?q=%22asylum+seekers%22+tag%3APREL&sort=newest&offset=20',
    ],
  ])('%s', (address, expected) => {
    expect(address).toBe(expected)
  })

  it.each([
    '08hanoi905',
    '08Hanoi905',
    '08HANOI905.json',
    '08HANOI905~1a2b3c4d',
    '../x',
    'A//B',
    '',
    'É',
  ])('tells %j apart by eight digits', (id) => {
    expect(encodedId(id)).toMatch(/~[0-9a-f]{8}$/)
    expect(decodedId(encodedId(id))).toBe(id)
  })

  it.each(['08hanoi905', '08HANOI905~00000000', '%', 'A%2FB', 'a b'])(
    'knows that %j is no path of an id',
    (path) => {
      expect(decodedId(path)).toBeUndefined()
    },
  )
})

describe('old addresses', () => {
  it.each([
    ['/cable/2008/08/08HANOI905.html', '/cable/08HANOI905'],
    ['/plusd/cables/08HANOI905_a.html', '/cable/08HANOI905'],
    ['/plusd/cables/1976HANOI01234_b.html', '/cable/76HANOI1234'],
    ['/tag/PREL_0.html', '/browse/tag/PREL'],
    ['/tag/PREL_12.html', '/browse/tag/PREL'],
    ['/date/2008-08_0.html', '/browse/date/2008/08'],
    ['/date/2008-13_0.html', undefined],
    ['/reldate/2011-08-30_0.html', '/browse/released/2011-08-30'],
    ['/reldate/2011-08_0.html', '/browse/released'],
    ['/origin/Embassy%20Hanoi_0.html', '/browse/origin/HANOI'],
    ['/origin/HANOI', '/browse/origin/HANOI'],
    ['/origin/78_0.html', '/browse/origin'],
    ['/classification/CONFIDENTIAL_0.html', '/browse/classification/C'],
    ['/classification/SECRET//NOFORN_0.html', '/browse/classification/S'],
    ['/classification/SECRET__NOFORN_0.html', '/browse/classification/S'],
    ['/classification/UNCLASSIFIED__FOR_OFFICIAL_USE_ONLY_0.html', '/browse/classification/SBU'],
    ['/classification/3_0.html', '/browse/classification'],
    ['/tag/%_0.html', undefined],
    ['/cable/08HANOI905', undefined],
    ['/browse/tag/PREL', undefined],
    ['/', undefined],
    [`/tag/${'A'.repeat(5000)}`, undefined],
  ])('%s → %s', (old, address) => {
    expect(movedAddress(old)).toBe(address)
  })
})
