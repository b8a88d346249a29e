import type { Archive } from '../archive/archive.ts'
import type { Frame } from '../views/frame.ts'
import { GuidePage, PrivacyPage } from '../views/guide.tsx'
import { HowToReadPage } from '../views/how-to-read.tsx'
import { guideExampleOf } from './example.ts'
import type { Reply } from './reply.ts'

/** A page of the guide; undefined where there is none of that name. */
export async function guideReply(
  archive: Archive,
  frame: Frame,
  name: string | undefined,
): Promise<Reply | undefined> {
  if (name === undefined) {
    const pages = ['/guide/how-to-read', '/guide/privacy']
    return { status: 200, page: () => <GuidePage frame={frame} />, json: () => ({ pages }) }
  }
  if (name === 'privacy') {
    return {
      status: 200,
      page: () => <PrivacyPage frame={frame} />,
      json: () => ({ page: '/guide/privacy' }),
    }
  }
  if (name !== 'how-to-read') return undefined
  const example = await guideExampleOf(archive)
  const shown = example === undefined ? {} : { example }
  return {
    status: 200,
    page: () => <HowToReadPage frame={frame} {...shown} />,
    json: () => ({ page: '/guide/how-to-read', ...shown }),
  }
}
