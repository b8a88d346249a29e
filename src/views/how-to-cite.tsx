import type { Markup } from './markup.ts'

/** The end of the guide: what copies do to a cable, how to cite one, what is often asked. */
export function CopiesAndCiting(): Markup {
  return (
    <>
      <Copies />
      <Citing />
      <Questions />
    </>
  )
}

function Copies(): Markup {
  return (
    <>
      <h2 id="partial">Partial extracts, and what goes wrong in copies</h2>
      <p>
        A <strong>partial extract</strong> is a record of which the source gives only a part: most
        often the envelope is gone, and with it those it was sent to. What is missing is missing in
        the source; nothing was taken out here.
      </p>
      <p>
        Telegrams were damaged on the way and again when they were copied. In some copies{' '}
        <code>the minister,s</code> has a comma for its apostrophe, and <code>&amp;quoted8</code>{' '}
        stood in quotation marks: we leave such letters as they are. A row of{' '}
        <code>XXXXXXXXXXXX</code> stands for something that a publisher took out, nearly always a
        name. Where we repaired something to make it readable, the end of the page says so under
        “What we were not sure of”, with the line of the original, and{' '}
        <strong>As transmitted</strong> shows every character as it came.
      </p>
    </>
  )
}

function Citing(): Markup {
  return (
    <>
      <h2 id="cite">How to cite</h2>
      <p>
        Give the number, the date and the paragraph: “06FREDVILLE455, 15 September 2006, ¶3”. Each
        cable has such a line at its end, ready to be copied. Addresses here do not move:{' '}
        <code>/cable/06FREDVILLE455#p3</code> will still be that paragraph when the program reads
        better. If you quote from a partial extract or a masked text, say so. And remember who could
        be hurt: what a paragraph says about a person was said in confidence, often by another one.
      </p>
    </>
  )
}

function Questions(): Markup {
  return (
    <>
      <h2 id="questions">Questions</h2>
      <dl class="terms">
        <div>
          <dt>Is what a cable says true?</dt>
          <dd>It is true that somebody wrote it.</dd>
        </div>
        <div>
          <dt>Why is a cable that is cited not here?</dt>
          <dd>
            Because nobody gave it to this archive, or it is not released, or its number was
            mistyped in 1976. We say “not in this archive” for all three.
          </dd>
        </div>
      </dl>
    </>
  )
}
