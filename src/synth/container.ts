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

/** A page of the archive: five columns and two parts (specification 7.1). */
export function htmlPage(cable: SyntheticCable): string {
  const { id, created, origin, classification, header, body, draft } = cable
  return `<!DOCTYPE html>
<html><head><title>Viewing cable ${id}</title></head><body>
<h3>Viewing cable ${escaped(`${id}, ${draft.subject}`)}</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td>${id}</td><td>${created}</td><td>2011-08-30 01:44</td><td>${classification}</td><td>${escaped(origin)}</td></tr>
</table>
<code><pre>${escaped(header.trimEnd()).replaceAll('\n', '&#x000A;')}</pre></code>
<code><pre>${escaped(body)}</pre></code>
</body></html>
`
}

/** Header and body as plain text. */
export function plainText({ header, body }: SyntheticCable): string {
  return `${header}${body}`
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}
