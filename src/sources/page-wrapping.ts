import { decode } from './encoding.ts'
import { pageText } from './page-text.ts'

/**
 * Takes a page out of what a browser wrapped it in: a web archive (MHTML), or the view of a page's
 * source that was itself saved as a page. Undefined where the text is no such thing.
 */
export function unwrapPage(text: string): string | undefined {
  return unwrapSource(text) ?? unwrapArchive(text)
}

/** `<body id="viewsource"` of Firefox, `<td class="line-content">` of Chromium. */
function unwrapSource(text: string): string | undefined {
  const head = text.slice(0, headUnitsMax)
  const isView =
    /<body\b[^<>]{0,200}\bid\s{0,9}=\s{0,9}["']?viewsource\b/i.test(head) ||
    /<td\b[^<>]{0,200}\bclass\s{0,9}=\s{0,9}["']?line-content\b/i.test(head)
  if (!isView) return undefined
  return pageText(text.replace(/^[\s\S]{0,4000}?<body\b/i, '<body')).trimStart()
}

/** Units in which a wrapping shows. */
const headUnitsMax = 16 * 1024

/**
 *     MIME-Version: 1.0
 *     Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--"
 */
function unwrapArchive(text: string): string | undefined {
  if (!/^[A-Z][A-Za-z-]{2,40}: /.test(text)) return undefined
  const [head, start] = headOf(text, 0)
  if (!/^MIME-Version:/im.test(head)) return undefined
  const type = fieldOf(head, 'Content-Type') ?? ''
  if (/^text\/html/i.test(type)) return contentOf(head, text.slice(start))
  const boundary = /\bboundary\s{0,3}=\s{0,3}"?([^";\s]{1,200})/i.exec(type)?.[1]
  if (!/^multipart\/related/i.test(type) || boundary === undefined) return undefined
  const mark = `--${boundary}`
  for (let at = text.indexOf(mark, start); at !== -1; ) {
    const next = text.indexOf(mark, at + mark.length)
    const part = text.slice(at + mark.length, next === -1 ? text.length : next)
    const [fields, body] = headOf(part.replace(/^[ \t]*\r?\n/, ''), 0)
    if (/^text\/html/i.test(fieldOf(fields, 'Content-Type') ?? '')) {
      return contentOf(fields, part.replace(/^[ \t]*\r?\n/, '').slice(body))
    }
    at = next
  }
  return undefined
}

/** The lines of a message's head, wrapped ones joined, and where its body starts. */
function headOf(text: string, from: number): readonly [string, number] {
  const blank = /\r?\n[ \t]*\r?\n/g
  blank.lastIndex = from
  const found = blank.exec(text.slice(0, from + headUnitsMax))
  if (found === null) return ['', text.length]
  const head = text.slice(from, found.index).replace(/\r?\n[ \t]+/g, ' ')
  return [head, found.index + found[0].length]
}

function fieldOf(head: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*)`, 'im').exec(head)?.[1]
}

function contentOf(fields: string, body: string): string {
  const transfer = (fieldOf(fields, 'Content-Transfer-Encoding') ?? '').trim().toLowerCase()
  if (transfer === 'base64') return decode(Buffer.from(body, 'base64')).text
  return transfer === 'quoted-printable' ? decode(quotedPrintable(body)).text : body
}

/** `=C2=B6` → two bytes; `=` at a line's end joins it with the next. */
function quotedPrintable(body: string): Uint8Array {
  const joined = Buffer.from(body.replace(/=[ \t]*\r?\n/g, ''), 'latin1')
  const bytes = Buffer.alloc(joined.length)
  let length = 0
  for (let at = 0; at < joined.length; at++) {
    const digits = joined[at] === equals ? joined.toString('latin1', at + 1, at + 3) : ''
    const isCode = /^[\da-f]{2}$/i.test(digits)
    bytes[length] = isCode ? Number.parseInt(digits, 16) : (joined[at] ?? 0)
    length += 1
    if (isCode) at += 2
  }
  return bytes.subarray(0, length)
}

const equals = 0x3d
