import type { SyntheticCable } from './corpus.ts'

/** A row of the full dump: eight columns, quotes escaped with a backslash (specification 7.2). */
export function csvRow(cable: SyntheticCable, number: number): string {
  const { id, created, origin, classification, references, header, body } = cable
  const [day = '', time = ''] = created.split(' ')
  const [year = '', month = '', date = ''] = day.split('-')
  const printed = `${Number(month)}/${Number(date)}/${year} ${time.replace(/^0/, '')}`
  const cells = [
    `${number}`,
    printed,
    id,
    origin,
    classification,
    references.join('|'),
    header.trimEnd(),
    body,
  ]
  return `${cells.map((cell) => `"${cell.replace(/[\\"]/g, '\\$&')}"`).join(',')}\n`
}

/** A line of JSON in the plain form: `id`, `date`, `subject`, `header`, `body` and the rest. */
export function jsonLine(cable: SyntheticCable): string {
  const { id, created, origin, classification, references, header, body, draft } = cable
  const { subject, tags } = draft
  const date = `${created.replace(' ', 'T')}Z`
  const said = { id, date, origin, classification, subject, tags, references, header, body }
  return `${JSON.stringify(said)}\n`
}

/** What a cable was meant to say and what was done to it, as a line of JSON. */
export function truthLine({ id, damage, draft }: SyntheticCable): string {
  return `${JSON.stringify({ id, ...(damage !== undefined && { damage }), draft })}\n`
}

/** A page of the archive as of August 2011: five columns and two parts (specification 7.1). */
export function htmlPage(cable: SyntheticCable): string {
  const { id, created, origin, classification, header, body, draft } = cable
  const month = created.slice(0, 7)
  return `<!DOCTYPE html>
<html><head><title>Cable Viewer</title></head><body>
<h3>Browse by origin</h3>
<h3>Viewing cable ${escaped(`${id}, ${draft.subject}`)}</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/cable/${month.replace('-', '/')}/${id}.html'>${id}</a></td><td><a href='/date/${month}_0.html'>${created}</a></td><td><a href='/reldate/2011-08-30_0.html'>2011-08-30 01:44</a></td><td><a href='/classification/1_0.html'>${classification}</a></td><td><a href='/origin/1_0.html'>${escaped(origin)}</a></td></tr>
</table>
<code><pre>${escaped(header.trimEnd()).replaceAll('\n', '&#x000A;')}</pre></code>
<code><pre>${linked(escaped(body))}</pre></code>
</body></html>
`
}

/** Where the archive keeps the page: `cable/2008/08/08HANOI905.html`. */
export function pagePath({ id, created }: SyntheticCable, ending: string): readonly string[] {
  return ['cable', created.slice(0, 4), created.slice(5, 7), `${id}.${ending}`]
}

/** Header and body as plain text. */
export function plainText({ header, body }: SyntheticCable): string {
  return `${header}${body}`
}

/** Links as the archive put them: on tags between blanks, and on numbers at line starts. */
function linked(body: string): string {
  return body
    .replace(/^(TAGS: )([A-Z ]+)$/m, (_line, label: string, tags: string) => {
      const links = tags.replace(/[A-Z]+/g, "<a href='/tag/$&_0.html'>$&</a>")
      return `${label}${links}`
    })
    .replace(/^(\d{1,2})\. /gm, "<a id='par$1' href='#par$1'>¶</a>$1. ")
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}
