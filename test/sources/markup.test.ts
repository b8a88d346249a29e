import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markupText } from '../../src/sources/markup.ts'
import { processorMs } from '../processor-time.ts'

describe('markupText', () => {
  it.each<[string, string, string]>([
    ['entities of line ends', 'A&#x000A;B&#10;C', 'A\nB\nC'],
    ['<br> alone', 'A<br>B<br />C<BR/>D', 'A\nB\nC\nD'],
    ['<br> before a line end', 'A <br>&#x000A;B<br>\r\nC', 'A \nB\nC'],
    ['two <br> before a line end', 'A<br><br>\nB', 'A\n\nB'],
    ['<br> written out', 'A&lt;br&gt;B', 'A\nB'],
    ['U+2028', 'A\u2028B\u2028\nC', 'A\nB\nC'],
    ['words that look like tags', '<_protect> <Name> <220571 <>', '<_protect> <Name> <220571 <>'],
    ['known names that are words', '<a few> <b 2> <i>x</i>', '<a few> <b 2> x'],
    [
      'comments and instructions',
      '<!-- x --> <?x?> <![CDATA[y]]>',
      '<!-- x --> <?x?> <![CDATA[y]]>',
    ],
    [
      'ampersands',
      'R&D &notified AT&amp;T &Gold Rule8 &bogus; &',
      'R&D &notified AT&T &Gold Rule8 &bogus; &',
    ],
    ['numbers of Windows', '&#146;&#8217;&#0;', '’’\ufffd'],
    ['anchors', "<a id='par2' href='#par2'>¶</a>2. (C)", '¶2. (C)'],
    ['an unclosed bracket', 'x <a href=', 'x <a href='],
  ])('reads %s', (_, source, text) => {
    expect(markupText(source).text).toBe(text)
  })

  it('keeps any text whose angle brackets and ampersands were escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const text = raw
          .toWellFormed()
          .replace(/[\r\u2028]/g, '')
          .replace(/<br ?\/?>/gi, '')
        const source = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        expect(markupText(source).text).toBe(text)
      }),
    )
  })

  it('stays linear on hostile markup', () => {
    for (const piece of ['<', '<a ', '<a href=', '&', '&#', '<br', '<a href="x">', "<a '"]) {
      const started = processorMs()
      markupText(piece.repeat(1_000_000 / piece.length))
      // A quadratic scan of a million characters takes minutes.
      expect(processorMs() - started).toBeLessThan(5_000)
    }
  })
})
