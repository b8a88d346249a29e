import { type CableSource, field, fieldLines } from './source.ts'
import type { TelegramText } from './telegram.ts'

/** A file of the sample: where it goes and what it holds. */
export interface SampleFile {
  readonly path: string
  readonly text: string
}

/** Wraps the telegram in the kind of file it came in. */
export function wrapTelegram(cable: CableSource, telegram: TelegramText): SampleFile {
  const form = field(cable, 'form', 'page')
  const name = `${field(cable, 'date').slice(0, 4)}/${field(cable, 'file', cable.id)}`
  if (form === 'page' || form === 'page4') {
    return { path: `${name}.html`, text: htmlPage(cable, telegram, form === 'page4') }
  }
  const mark = field(cable, 'mark', { pasted: '¶', scraped: '[1](#)' }[form] ?? '')
  const tidy = {
    ...telegram,
    body: patched(
      cable,
      pilcrows(telegram.body, () => mark),
    ),
  }
  if (form === 'pasted') return { path: `${name}.txt`, text: pastedPage(cable, tidy) }
  if (form === 'scraped') return { path: `${name}.md`, text: scraped(cable, tidy) }
  return { path: `${name}.txt`, text: `${joined(tidy)}\n` }
}

// Damage done after the marks were set: `patch: [1](#)4. => 14.`
function patched(cable: CableSource, body: string): string {
  return fieldLines(cable, 'patch').reduce((text, patch) => {
    const [from = '', to = ''] = patch.split(' => ')
    if (!text.includes(from)) throw new Error(`${cable.id}: nothing to replace by '${patch}'`)
    return text.replaceAll(from, to)
  }, body)
}

function joined(telegram: TelegramText): string {
  return telegram.header === undefined ? telegram.body : `${telegram.header}\n${telegram.body}`
}

// Published pages put a mark before every line that opens with a number or a letter and a period,
// and before paragraph numbers that follow an inline heading.
function pilcrows(body: string, mark: (label: string) => string): string {
  return body
    .replaceAll(
      /^( *)(\d{1,4}|[A-Z])\.(?=[ (])/gm,
      (_, blanks, label) => `${blanks}${mark(label)}${label}.`,
    )
    .replaceAll(
      /( -{3,} )(\d{1,2})\.(?=[ (])/g,
      (_, rule, label) => `${rule}${mark(label)}${label}.`,
    )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function pre(text: string, entity: boolean): string {
  return entity ? text.replaceAll('\n', '&#x000A;') : text
}

function linkedTags(body: string): string {
  return body.replace(/^(TAGS:? )([A-Z0-9 -]+?)( ?)$/m, (_, label, list: string, blank) => {
    const links = list.split(' ').map((tag) => `<a href='/tag/${tag}_0.html'>${tag}</a>`)
    return `${label}${links.join(' ')}${blank}`
  })
}

// Releases up to April 2011 print the hour again in place of the minutes: 15:30 -> 15:03.
function created(cable: CableSource): string {
  const date = field(cable, 'created', field(cable, 'date'))
  if (field(cable, 'clock') !== 'HH:hh') return date
  const hour = Number(date.slice(11, 13))
  return `${date.slice(0, 14)}${String(hour % 12 || 12).padStart(2, '0')}`
}

function firstLine(cable: CableSource, body: string): string {
  if (field(cable, 'title') !== '') return field(cable, 'title').replace(/^-$/, '')
  return /^SUBJ(?:ECT)?:? (.*)$/m.exec(body)?.[1]?.trimEnd() ?? ''
}

function htmlPage(cable: CableSource, telegram: TelegramText, four: boolean): string {
  const day = field(cable, 'date').slice(0, 7)
  const released = field(cable, 'released', '2011-08-30 01:44')
  const id = field(cable, 'pageid', cable.id)
  const label = field(cable, 'class')
  const cells: [string, string][] = [
    ['Reference ID', `<a href='/cable/${day.replace('-', '/')}/${id}.html'>${id}</a>`],
    [four ? 'Date' : 'Created', `<a href='/date/${day}_0.html'>${created(cable)}</a>`],
    ['Released', `<a href='/reldate/${released.slice(0, 10)}_0.html'>${released}</a>`],
    [
      'Classification',
      `<a href='/classification/1_0.html' title='${label.toLowerCase()}'>${label}</a>`,
    ],
    ['Origin', `<a href='/origin/1_0.html'>${field(cable, 'origin')}</a>`],
  ]
  const row = four ? cells.filter(([head]) => head !== 'Released') : cells
  const media = fieldLines(cable, 'media')
  const articles =
    media.length === 0
      ? ''
      : `<tr>\n<td colspan='5'>\nAppears in these articles:<br />\n${media
          .map((url) => `<a href='${url}'>${url}</a><br />\n`)
          .join('')}</td>\n</tr>\n`
  const anchor = (n: string): string => `<a id='par${n}' href='#par${n}'>¶</a>`
  const body = pilcrows(linkedTags(escaped(telegram.body)), anchor)
  const blocks = [telegram.header === undefined ? undefined : escaped(telegram.header), body]
    .filter((block) => block !== undefined)
    .map((block) => `<code><pre>${pre(block, !four)}</pre></code>\n`)
    .join('')
  return `<?xml version='1.0' encoding='utf-8' ?>
<html lang='en' xml:lang='en' xmlns='http://www.w3.org/1999/xhtml'>
<head>
<title>Cable Viewer (invented example)</title>
</head>
<body>
<div class='main'>
<div class='pane small'>
<p>Invented examples. No person, event or text in it is real.</p>
<div id='browse'>
<h3>Browse by creation date</h3>
<h3>Browse by origin</h3>
<h3>Browse by tag</h3>
</div>
</div>
<div class='pane big'>
<h3>Viewing cable ${id}, ${escaped(firstLine(cable, telegram.body))}</h3>
<table class='cable'>
<tr>
${row.map(([head]) => `<th>${head}</th>\n`).join('')}</tr>
<tr>
${row.map(([, cell]) => `<td>\n${cell}\n</td>\n`).join('')}</tr>
${articles}</table>
${blocks}</div>
</div>
</body>
</html>
`
}

function pastedPage(cable: CableSource, telegram: TelegramText): string {
  const released = field(cable, 'released', '2011-08-30 01:44')
  const row = [cable.id, created(cable), released, field(cable, 'class'), field(cable, 'origin')]
  return `Currently released so far... 66 / 66

Browse latest releases

Browse by creation date

Browse by origin

A B C D E F G

Viewing cable ${cable.id}, ${firstLine(cable, telegram.body)}

If you are new to these pages, please read an introduction on the structure of a cable.
Reference ID Created Released Classification Origin
${row.join(' ')}
${telegram.header ?? ''}

${telegram.body}
`
}

function scraped(cable: CableSource, telegram: TelegramText): string {
  const body = telegram.body
    .replace(/^(TAGS: )([A-Z0-9 ]+)$/m, (_, label, list: string) => {
      return (
        label +
        list
          .split(' ')
          .map((tag) => `[${tag}](#)`)
          .join(' ')
      )
    })
    .replaceAll(/^[-=]{4,}(?: -+)?\n/gm, '')
  const title = field(cable, 'title')
  const opening = title === '' ? '' : `${title}\n\n`
  return `${opening}${telegram.header ?? ''}\n\n${body}\n`
}
