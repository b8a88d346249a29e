import type { Archive } from '../archive/archive.ts'
import { ErrorPage } from '../views/error-page.tsx'
import type { Frame } from '../views/frame.ts'
import type { Assets } from './asset.ts'
import type { Reply } from './reply.ts'

/** A page, or its JSON, that says in a sentence what is the matter. */
export function problem(
  frame: Frame,
  status: 400 | 404 | 410 | 500 | 503,
  code: string,
  title: string,
  sentence: string,
): Reply {
  return {
    status,
    page: () => <ErrorPage {...{ frame, title, sentence }} />,
    json: () => errorJson(code, sentence),
  }
}

/** Nothing stands at this address. */
export function noSuchPage(frame: Frame): Reply {
  const sentence = 'Nothing stands at this address.'
  return problem(frame, 404, 'PAGE_UNKNOWN', 'Not in this archive', sentence)
}

/** The JSON of an error: one shape for all. */
export function errorJson(code: string, message: string): unknown {
  return { error: { code, message } }
}

/** The shell where no edition can be opened. */
export function bareFrame(audience: Archive['manifest']['audience'], assets: Assets): Frame {
  const { stylesheet, icon } = assets
  return { audience, date: '', invented: false, stylesheet, icon }
}
