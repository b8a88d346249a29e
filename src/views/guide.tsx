import type { Frame } from './frame.ts'
import type { Markup } from './markup.ts'
import { Shell } from './shell.tsx'

/** The table of contents of the guide. */
export function GuidePage({ frame }: { readonly frame: Frame }): Markup {
  return (
    <Shell frame={frame} title="Guide" here="guide">
      <div class="prose">
        <h1>Guide</h1>
        <ul class="names">
          <li>
            <a href="/guide/how-to-read">How to read a cable</a>
            <span class="quiet">
              Its parts from the first line to the signature, its marks, its abbreviations, and what
              a partial extract is.
            </span>
          </li>
          <li>
            <a href="/guide/privacy">What stays private, and what does not</a>
            <span class="quiet">Who can see this archive and your questions to it.</span>
          </li>
        </ul>
      </div>
    </Shell>
  )
}

/** What is hidden and what is not, said plainly. */
export function PrivacyPage({ frame }: { readonly frame: Frame }): Markup {
  return (
    <Shell frame={frame} title="Privacy" here="guide">
      <div class="prose">
        <h1>What stays private, and what does not</h1>
        {frame.audience === 'desk' ? <DeskPrivacy /> : <PublicPrivacy />}
        <h2>In both cases</h2>
        <ul>
          <li>Pages run no script, set no cookie and store nothing in the browser.</li>
          <li>Pages load nothing from any other place. Fonts and styles come from here.</li>
          <li>The program keeps no record of questions or of pages read.</li>
          <li>
            Links that leave are shown as full addresses; the place they lead to is not told where
            you came from, but it sees that you came.
          </li>
        </ul>
        <h2>What is not hidden</h2>
        <ul>
          <li>
            Your browser keeps the addresses you visited, questions included. A private window
            forgets them when it is closed.
          </li>
          <li>Whoever can see your screen, or use your account, can see what you read.</li>
        </ul>
      </div>
    </Shell>
  )
}

function DeskPrivacy(): Markup {
  return (
    <>
      <p>
        You are reading a <strong>private working copy</strong>. The program answers on this
        computer only, under one address, and refuses requests that another page makes on your
        behalf. Nothing was sent anywhere or released.
      </p>
      <p>
        The files lie in a private store, <strong>not encrypted</strong>: folders that only your
        account may open. Someone who has your disk, or your account, has the cables. Other programs
        you run under your account can read them too.
      </p>
    </>
  )
}

function PublicPrivacy(): Markup {
  return (
    <>
      <p>
        You are reading a <strong>public release</strong>. Everything in it was decided upon by
        whoever publishes it; nothing else is in the files this page was made from.
      </p>
      <p>
        Whoever runs this computer, and the lines between, can see which addresses you ask for and
        how large the answers are, even where the program itself writes nothing down.
      </p>
    </>
  )
}
