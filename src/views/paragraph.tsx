import type { Child } from 'hono/jsx'
import type { Cable, Paragraph, Reference } from '../cable/record.ts'
import { type Block, blocksOf } from './block.ts'
import { PortionMark } from './level.tsx'
import type { Markup } from './markup.ts'
import { piecesOf } from './mention.ts'
import { visible } from './printed.ts'

/** The body of a cable: headings restored, each paragraph with its address and its mark. */
export function Body({ record }: { readonly record: Cable }): Markup {
  return (
    <div class="body">
      {record.paragraphs.map((paragraph) => (
        <NumberedParagraph paragraph={paragraph} references={record.references} />
      ))}
      {record.signature.length > 0 && (
        <p class="signature">
          <span class="listen">Signed: </span>
          <bdi>{visible(record.signature.join(', '))}</bdi>
        </p>
      )}
    </div>
  )
}

function NumberedParagraph(props: {
  readonly paragraph: Paragraph
  readonly references: readonly Reference[]
}): Markup {
  const { paragraph, references } = props
  const { heading, anchor, textAnchor, number, portion } = paragraph
  return (
    <>
      {heading !== undefined && (
        <h2 dir="auto" class="heading">
          {visible(heading)}
        </h2>
      )}
      <div class="paragraph" id={anchor}>
        <div class="margin" id={textAnchor}>
          <a
            class="para"
            href={`#${anchor}`}
            aria-label={number === undefined ? 'Address of this block' : `Paragraph ${number}`}
          >
            {number === undefined ? '¶' : `¶${number}`}
          </a>
          <PortionMark portion={portion} />
          <PrintedNumber paragraph={paragraph} />
        </div>
        <div class="text">
          {blocksOf(paragraph.text).map((block) => (
            <BlockText block={block} references={references} name={nameOf(paragraph)} />
          ))}
        </div>
      </div>
    </>
  )
}

/** "printed 14", where the page says so and we read another number. */
function PrintedNumber({ paragraph }: { readonly paragraph: Paragraph }): Markup {
  const printed = paragraph.label?.replace(/(?<![.\s])[.\s]+$/, '')
  if (printed === undefined || printed === '' || printed === String(paragraph.number)) return null
  return <span class="printed-number">{`printed ${visible(printed)}`}</span>
}

function nameOf(paragraph: Paragraph): string {
  return paragraph.number === undefined ? paragraph.anchor : `paragraph ${paragraph.number}`
}

function BlockText(props: {
  readonly block: Block
  readonly references: readonly Reference[]
  readonly name: string
}): Markup {
  const { block, references, name } = props
  if (block.type === 'lines') {
    return (
      <figure class="lines" tabindex={0} aria-label={`Lines as printed, ${name}`}>
        <pre dir="auto">{visible(block.text)}</pre>
      </figure>
    )
  }
  if (block.type === 'list') {
    return (
      <ul class="as-printed">
        {block.items.map((item) => (
          <li dir="auto">
            <Running text={item} references={references} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <p dir="auto">
      <Running text={block.text} references={references} />
    </p>
  )
}

/** Running text, with `Ref A` and `reftel` leading to the list of references. */
function Running(props: {
  readonly text: string
  readonly references: readonly Reference[]
}): Markup {
  const pieces: Child[] = piecesOf(props.text, props.references).map((piece) =>
    piece.target === undefined ? (
      visible(piece.text)
    ) : (
      <a href={`#${piece.target}`}>{visible(piece.text)}</a>
    ),
  )
  return <>{pieces}</>
}
