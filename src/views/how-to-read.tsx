import { cableAddress } from '../query/address.ts'
import type { Frame } from './frame.ts'
import { CopiesAndCiting } from './how-to-cite.tsx'
import { LevelBadge, levels } from './level.tsx'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { Shell } from './shell.tsx'

/** A few lines of a cable with the note that explains them. */
export interface AnnotatedPart {
  readonly lines: readonly string[]
  readonly name: string
  readonly note: string
}

/** A cable of the archive taken apart. */
export interface AnnotatedExample {
  readonly id: string
  readonly title: string
  readonly parts: readonly AnnotatedPart[]
}

/** "How to read a cable". */
export function HowToReadPage(props: {
  readonly frame: Frame
  readonly example?: AnnotatedExample
}): Markup {
  const { frame, example } = props
  return (
    <Shell frame={frame} title="How to read a cable" here="guide">
      <div class="prose">
        <h1>How to read a cable</h1>
        <p class="lead">
          A cable is a telegram between a post abroad and the Department of State. It was drafted as
          a memorandum, typed in capitals by old machines and newer ones, cut into sections and
          routed by codes. Most of what looks strange about it is the envelope. The letter inside is
          plain prose, in numbered paragraphs.
        </p>
        <ReadingOrder />
        {example !== undefined && <Example example={example} />}
        <Envelope />
        <Classification />
        <Labels />
        <BodyText />
        <CopiesAndCiting />
      </div>
    </Shell>
  )
}

function ReadingOrder(): Markup {
  return (
    <>
      <h2 id="first">If you have a minute</h2>
      <ol>
        <li>
          Read the <strong>subject</strong>, then the <strong>summary</strong>: paragraph 1, nearly
          always. It was written for those who would read no further.
        </li>
        <li>
          Look at <strong>who wrote to whom</strong> and when. A post reports what it was told; it
          does not say that it is true.
        </li>
        <li>
          Keep apart what was <strong>said, thought and known</strong>. “X told us”, “X claimed” and
          “we understand” are three different things, chosen with care. What the post itself thinks
          stands under <strong>“Comment”</strong>; all else is meant as report.
        </li>
        <li>
          Follow the <strong>references</strong>. A cable is half of a conversation.
        </li>
      </ol>
    </>
  )
}

function Example({ example }: { readonly example: AnnotatedExample }): Markup {
  return (
    <section aria-labelledby="example">
      <h2 id="example">One cable, taken apart</h2>
      <p>
        This is <a href={cableAddress(example.id)}>{visible(example.id)}</a>,{' '}
        <bdi>“{visible(example.title)}”</bdi>, as it was transmitted; long parts are cut.
      </p>
      <dl class="annotated">
        {example.parts.map((part) => (
          <div>
            <dt>
              <strong>{part.name}</strong>
              <span>{part.note}</span>
            </dt>
            <dd>
              <pre>
                <bdi>{part.lines.map(visible).join('\n')}</bdi>
              </pre>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Envelope(): Markup {
  return (
    <>
      <h2 id="envelope">The envelope</h2>
      <dl class="terms">
        <div>
          <dt id="dtg">Date-time group</dt>
          <dd>
            <code>050714Z AUG 08</code> is the 5th of August 2008, 07:14. The Z is the zone:
            universal time, so the clock on the post’s wall said something else.
          </dd>
        </div>
        <div>
          <dt id="precedence">Precedence</dt>
          <dd>
            The letter before it is how fast it had to travel: <code>Z</code> flash, <code>O</code>{' '}
            immediate, <code>P</code> priority, <code>R</code> routine. Two letters mean one speed
            for those who had to act and another for those who were only to know. Most cables are
            routine.
          </dd>
        </div>
        <div>
          <dt id="addressees">FM, TO, INFO</dt>
          <dd>
            From, to those who should act, to those who should know. The letters before a slash (
            <code>RUEHC/SECSTATE WASHDC</code>) are the routing indicator, a telegraph address. The
            number after a name counts the messages from this post to that one.
          </dd>
        </div>
        <div>
          <dt id="number">The number</dt>
          <dd>
            <code>08HANOI905</code> is year, post and a serial that begins at 1 each January.
            Serials that nobody holds are gaps; the page of a cable names those around it.
          </dd>
        </div>
        <div>
          <dt id="sections">Sections</dt>
          <dd>
            Long telegrams went in pieces: <code>SECTION 01 OF 02</code>. The lines where one piece
            or page ends are left out of the reading view, and the sentence is joined again.
          </dd>
        </div>
        <div>
          <dt id="distribution">ACTION, INFO and numbers</dt>
          <dd>
            On copies made in the Department: which office had to act, which were to know, and how
            many copies each got.
          </dd>
        </div>
      </dl>
    </>
  )
}

function Classification(): Markup {
  return (
    <>
      <h2 id="classification">Classification</h2>
      <p>
        How much harm the drafter thought its disclosure would do, and so who was allowed to read
        it. In rising order:
      </p>
      <p class="badges">
        {levels.map((level) => (
          <>
            <LevelBadge level={level} />{' '}
          </>
        ))}
      </p>
      <p>
        “Limited official use” is the 1970s’ word for what was later called “sensitive but
        unclassified”; neither is a classification in law. Old teleprinters spaced the word out,{' '}
        <code>C O N F I D E N T I A L</code>, so that nobody could miss it.
      </p>
      <dl class="terms">
        <div>
          <dt id="portions">Portion marks</dt>
          <dd>
            The letter in the margin, <code>(C)</code> or <code>(SBU)</code>, is the level of that
            paragraph alone. A secret cable often has paragraphs that are not.
          </dd>
        </div>
        <div>
          <dt id="eo">E.O. 12958: DECL</dt>
          <dd>
            The executive order under which it was classified, and the day on which that was to end.
            The day being past does not mean that somebody reviewed it: it only was due.
          </dd>
        </div>
        <div>
          <dt id="classified-by">Classified By … 1.4 (b), (d)</dt>
          <dd>
            Who decided, and for which of the reasons in section 1.4 of that order: (a) military
            plans, (b) what foreign governments said in confidence, (c) intelligence, (d) foreign
            relations, (e) science and the economy, (f) nuclear material, (g) weaknesses of
            installations, (h) weapons of mass destruction. Almost always (b) and (d).
          </dd>
        </div>
        <div>
          <dt id="captions">Captions</dt>
          <dd>
            Words on a line of their own that narrow or widen who gets it: <code>SIPDIS</code> (may
            be shared on the government’s common network), <code>NOFORN</code> (not to foreigners),{' '}
            <code>EXDIS</code> and <code>NODIS</code> (few readers, and fewer), <code>STADIS</code>{' '}
            (the Department only). “Handling” on our pages.
          </dd>
        </div>
        <div>
          <dt id="protect">(Protect), (Strictly protect)</dt>
          <dd>
            Beside a name: this person may be at risk if the conversation becomes known. That risk
            may still be there. Think of it before you quote.
          </dd>
        </div>
      </dl>
    </>
  )
}

function Labels(): Markup {
  return (
    <>
      <h2 id="labels">The labelled lines</h2>
      <dl class="terms">
        <div>
          <dt id="tags">TAGS</dt>
          <dd>
            Traffic analysis by geography and subject: codes for what it is about. Two letters are a
            place, in the Department’s own code (<code>VM</code> is Vietnam, and <code>SZ</code> is
            Switzerland but <code>SW</code> Sweden), four a subject (<code>PREL</code>, external
            political relations), a K and three more a programme, and a name in brackets a person.{' '}
            <a href="/browse/tag">All tags here</a>.
          </dd>
        </div>
        <div>
          <dt id="subject">SUBJECT</dt>
          <dd>
            The title. We show it in ordinary letters and, below, as printed; the printed form is
            the one to cite.
          </dd>
        </div>
        <div>
          <dt id="refs">REF</dt>
          <dd>
            Earlier messages, lettered A, B, C; the text then says “Ref A” or “reftel”. A reference
            without a year is of the same year, or just before it: we say where we inferred it. A
            cable we do not have is called “not in this archive”.
          </dd>
        </div>
      </dl>
    </>
  )
}

function BodyText(): Markup {
  return (
    <>
      <h2 id="body">The text</h2>
      <p>
        Numbered paragraphs, headings underlined with dashes, a summary first and often a comment
        last. The ¶ beside a paragraph is its address. Where the number we read is not the one that
        is printed, the page says so: “¶4, printed 14” is what is left when an old web page turned
        the paragraph mark into a 1. The name at the end is who answered for the post that day, the
        ambassador or whoever stood in; seldom the one who wrote it.
      </p>
      <p>
        The same words in the same hands come again: <dfn>poloff</dfn> and <dfn>econoff</dfn> are
        political and economic officers, <dfn>emboffs</dfn> officers of the embassy, <dfn>DCM</dfn>{' '}
        the ambassador’s deputy, <dfn>MFA</dfn> the host’s foreign ministry, <dfn>GOX</dfn> the
        government of a country X, <dfn>septel</dfn> another cable, <dfn>NOTAL</dfn> one not sent to
        all who read this.
      </p>
    </>
  )
}
