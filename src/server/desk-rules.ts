import type { MiddlewareHandler } from 'hono'

/** What every answer says to the browser: nothing from elsewhere, framed by nobody, told to nobody. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/**
 * The private working copy answers its own address and nobody's page but its own.
 *
 * A page elsewhere can make this browser ask for `http://127.0.0.1:8080/…` in the reader's name, or
 * point a name of its own at 127.0.0.1 (DNS rebinding) and so read the answer as its own. The name
 * asked for therefore has to be the one that was printed, and a request that another site caused is
 * answered only where it is a plain visit: a followed link, whose page that site cannot read.
 */
export function deskRules(port: number | undefined): MiddlewareHandler {
  const printed = port === undefined ? '' : `, http://127.0.0.1:${port}/`
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    if (!isOwnHost(host, port)) {
      return refusal(`This reading room answers only to the address that it printed${printed}.`)
    }
    if (isForeign(context.req.raw.headers)) {
      return refusal('This reading room does not answer requests of other sites.')
    }
    return await next()
  }
}

function refusal(sentence: string): Response {
  const headers = { ...securityHeaders, 'Cache-Control': 'no-store', Vary: 'Host, Sec-Fetch-Site' }
  return new Response(`${sentence}\n`, { status: 403, headers })
}

/** `127.0.0.1:8080`; asked in process, where no port is open, this computer's name as well. */
function isOwnHost(host: string, port: number | undefined): boolean {
  if (port === undefined) return /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/.test(host)
  // Browsers leave the usual port out.
  return host === `127.0.0.1:${port}` || (port === 80 && host === '127.0.0.1')
}

/** Whether another site caused the request and could do something with the answer. */
function isForeign(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') {
    const visit =
      headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document'
    return !visit
  }
  // Browsers that do not say it still name the origin when a script asks.
  const origin = headers.get('origin')
  return site === null && origin !== null && origin !== `http://${headers.get('host')}`
}
