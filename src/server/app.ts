import { type Context, Hono } from 'hono'
import type { Archive } from '../archive/archive.ts'
import { movedAddress } from '../query/old-address.ts'
import type { Frame } from '../views/frame.ts'
import { type Assets, loadAssets } from './asset.ts'
import { browseReply } from './browse.tsx'
import { cableReply } from './cable.tsx'
import { deskRules, securityHeaders } from './desk-rules.ts'
import type { Door } from './door.ts'
import { frameOf } from './frame.ts'
import { guideReply } from './guide.tsx'
import { homeReply } from './home.tsx'
import { addressLengthMax, decodedParts } from './path.ts'
import { bareFrame, noSuchPage, problem } from './problem.tsx'
import type { Reply } from './reply.ts'
import { searchReply } from './search.tsx'

/** How the reading room is to behave. */
export interface AppOptions {
  /**
   * `desk` (the default) answers this computer only, and nobody else's pages; `public` answers
   * everybody, and only over a public edition.
   */
  readonly audience?: 'desk' | 'public'
  /** Port that was printed; a request for another one is refused. Absent: in process, any. */
  readonly port?: number
  /** Told of every fault of the program itself; the reader gets status 500. */
  readonly onBug?: (error: unknown) => void
}

/** The reading room over an archive: pages, their JSON, styles and fonts. */
export function createApp(door: Door, options: AppOptions = {}): Hono {
  const { audience = 'desk', port, onBug } = options
  const assets = loadAssets()
  const app = new Hono({ strict: true })
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
    if (audience === 'desk') context.header('X-Robots-Tag', 'noindex, nofollow')
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store')
  })
  if (audience === 'desk') app.use(deskRules(port))
  app.use(async (context, next) => {
    if (['GET', 'HEAD'].includes(context.req.method)) return await next()
    return context.text('Only GET and HEAD are answered.\n', 405, { Allow: 'GET, HEAD' })
  })
  app.get('/robots.txt', (context) =>
    context.text(`User-agent: *\n${audience === 'desk' ? 'Disallow: /' : 'Allow: /'}\n`),
  )
  app.get('/assets/:name', (context) => assetResponse(context, assets))
  app.get('*', (context) => answer(context, { door, audience, assets }))
  app.onError(async (error, context) => {
    onBug?.(error)
    const frame = bareFrame(audience, assets)
    const sentence = 'The program failed at this page. Nothing was changed.'
    const reply = problem(frame, 500, 'BUG', 'A fault of the program', sentence)
    return await respond(context, reply, context.req.path.endsWith('.json'))
  })
  return app
}

interface Room {
  readonly door: Door
  readonly audience: 'desk' | 'public'
  readonly assets: Assets
}

function assetResponse(context: Context, assets: Assets): Response {
  const asset = assets.files.get(context.req.path)
  if (asset === undefined) return context.text('Nothing stands at this address.\n', 404)
  context.header('Content-Type', asset.type)
  // The address holds a hash of the file: it never changes, and says nothing about the archive.
  context.header('Cache-Control', 'public, max-age=31536000, immutable')
  return context.body(asset.bytes)
}

async function answer(context: Context, room: Room): Promise<Response> {
  const { door, audience, assets } = room
  if (context.req.url.length > addressLengthMax) {
    const sentence = `An address may have ${addressLengthMax} characters.`
    const frame = bareFrame(audience, assets)
    const reply = problem(frame, 400, 'ADDRESS_TOO_LONG', 'The address is too long', sentence)
    return await respond(context, reply, false)
  }
  const url = new URL(context.req.url)
  const { path, json } = formatOf(url.pathname, context.req.header('accept'))
  const opened = await open(door, audience)
  if (typeof opened === 'string') {
    const frame = bareFrame(audience, assets)
    const reply = problem(frame, 503, 'ARCHIVE_CLOSED', 'The archive cannot be opened', opened)
    return await respond(context, reply, json)
  }
  try {
    return await answerFrom(context, room, opened, { path, json, params: url.searchParams })
  } finally {
    await opened.close()
  }
}

interface Asked {
  readonly path: string
  readonly json: boolean
  readonly params: URLSearchParams
}

/** Answers from one edition, which stays as it is until the answer is written. */
async function answerFrom(
  context: Context,
  { audience, assets }: Room,
  archive: Archive,
  { path, json, params }: Asked,
): Promise<Response> {
  if (audience === 'public') {
    // The page follows from the edition and the program; the hashed styles stand for the latter.
    const root = archive.manifest.contentRoot.slice(0, 32)
    const tag = `W/"${root}-${assets.stylesheet.slice(-16, -4)}${json ? '-json' : ''}"`
    context.header('ETag', tag)
    context.header('Cache-Control', 'no-cache')
    context.header('Vary', 'Accept')
    if (context.req.header('if-none-match') === tag) return context.body(null, 304)
  }
  const frame = frameOf(archive, assets)
  const reply = await route(archive, frame, path, params)
  return await respond(context, reply ?? noSuchPage(frame), json)
}

/** `.json` at the end, or a program that accepts nothing else, asks for the JSON twin. */
function formatOf(path: string, accept: string | undefined): { path: string; json: boolean } {
  // The twin of a cable is its record: `/cable/ID.json` is read with the id.
  if (path.startsWith('/cable/')) return { path, json: path.endsWith('.json') || only(accept) }
  if (path === '/index.json') return { path: '/', json: true }
  if (path.endsWith('.json')) return { path: path.slice(0, -5), json: true }
  return { path, json: only(accept) }
}

function only(accept = ''): boolean {
  return /application\/json/i.test(accept) && !/text\/html|\*\/\*/i.test(accept)
}

/** The edition that is open now, held until closed; a sentence where there is none that this room may show. */
async function open(door: Door, audience: 'desk' | 'public'): Promise<Archive | string> {
  let archive: Archive
  try {
    archive = await door.current()
  } catch (error) {
    // What a person can mend (nothing built yet, a broken file) has a code and a sentence.
    if (!(error instanceof Error) || !('code' in error)) throw error
    return audience === 'desk' ? error.message : 'The archive is closed at the moment.'
  }
  if (audience === 'public' && archive.manifest.audience !== 'public') {
    await archive.close()
    return 'The archive is closed at the moment.'
  }
  return archive
}

async function route(
  archive: Archive,
  frame: Frame,
  path: string,
  params: URLSearchParams,
): Promise<Reply | undefined> {
  if (path === '/') return await homeReply(archive, frame)
  if (path === '/search') return await searchReply(archive, frame, params)
  const moved = movedAddress(path)
  if (moved !== undefined) return { moved }
  if (path.startsWith('/cable/') && path.length > 7) {
    return await cableReply(archive, frame, path.slice(7))
  }
  const parts = decodedParts(path.slice(1))
  if (parts === undefined) {
    const sentence = 'This address cannot be read.'
    return problem(frame, 400, 'ADDRESS_MALFORMED', 'Not an address', sentence)
  }
  const [first, ...rest] = parts
  if (first === 'browse') return browseReply(archive, frame, rest)
  if (first === 'guide' && rest.length < 2) return await guideReply(archive, frame, rest[0])
  return undefined
}

async function respond(context: Context, reply: Reply, json: boolean): Promise<Response> {
  if ('moved' in reply) return context.redirect(reply.moved, 308)
  if ('text' in reply) return context.text(reply.text.toWellFormed())
  if (json) return context.json(reply.json(), reply.status)
  const page = await reply.page()
  return context.html(`<!doctype html>${page ?? ''}`, reply.status)
}
