import { type Serving, serve } from '../../src/server/serve.ts'
import { smallCollection } from '../server/collection.ts'
import { openRoom } from '../server/room.ts'

/** The desk over the small invented collection, on a free port. */
export async function openSmallRoom(): Promise<Serving> {
  const bug = (error: unknown): void => {
    throw error
  }
  return await serve({ door: await openRoom(smallCollection()), port: 0, onBug: bug })
}

/** One page of every kind, by name. */
export const pageKinds: Readonly<Record<string, string>> = {
  home: '/',
  search: '/search?q=mackerel+round',
  'search, everything': '/search?q=',
  'search, nothing found': '/search?q=mackerel+zeppelin',
  cable: '/cable/07REYKJAVIK123',
  'cable, top secret': '/cable/05REYKJAVIK110',
  transmission: '/cable/07REYKJAVIK123/transmission',
  versions: '/cable/07REYKJAVIK123/versions',
  'two versions compared': '/cable/07REYKJAVIK123/versions/1..3',
  browse: '/browse',
  dates: '/browse/date',
  year: '/browse/date/2005',
  month: '/browse/date/2005/03',
  releases: '/browse/released',
  additions: '/browse/added',
  day: '/browse/released/2011-08-30',
  posts: '/browse/origin',
  'posts of a letter': '/browse/origin/letter/R',
  post: '/browse/origin/REYKJAVIK',
  'post, page 2 by title': '/browse/origin/REYKJAVIK/by/title/page/2',
  tags: '/browse/tag',
  tag: '/browse/tag/DOE%2C%20JANE',
  classifications: '/browse/classification',
  classification: '/browse/classification/S',
  'most cited': '/browse/cited',
  'cited, not held': '/browse/cited/06STATE80908',
  guide: '/guide',
  'how to read': '/guide/how-to-read',
  privacy: '/guide/privacy',
  'not in this archive': '/cable/06STATE80908',
  'no such page': '/nothing',
}
