import type { ComparedPiece } from '../cable/comparison.ts'
import { counted, grouped } from './count.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import type { ComparedVersions } from './version-facts.ts'

/** Lines of what is alike that stay before and behind a difference; what is between folds. */
const aroundLines = 4

/** Two versions as one text: what only one has is marked, by lines as well as by colour. */
export function ComparedTexts({ from, to, comparison }: ComparedVersions): Markup {
  const { pieces, removed, added, stopped } = comparison
  return (
    <section class="compared" aria-labelledby="compared-title">
      <h2 id="compared-title">{`Versions ${from} and ${to}, word by word`}</h2>
      <p class="quiet">
        {removed + added === 0
          ? 'The words are the same; only line ends or blanks differ.'
          : `${counted(removed, 'word')} only in version ${from}, ${counted(added, 'word')} only in version ${to}.`}
      </p>
      {stopped === undefined ? (
        <p class="key">
          <del>Struck through</del>
          {` stands in version ${from} only, `}
          <ins>underlined</ins>
          {` in version ${to} only.`}
        </p>
      ) : (
        <p class="notice">
          {`The texts were not compared, since they have more than ${grouped(stopped.value)} words${stopped.limit === 'wordsMax' ? '' : ' that differ'}: one stands behind the other.`}
        </p>
      )}
      <div class="compared-text">
        {blocksOf(pieces).map((block) =>
          block.folded === undefined ? (
            <pre>
              {block.pieces.map((piece, n) => (
                <Piece
                  piece={piece}
                  isBeforeAdded={block.pieces[n + 1]?.kind === 'added'}
                  from={from}
                  to={to}
                />
              ))}
            </pre>
          ) : (
            <details>
              <summary>{`${counted(lineCount(block.folded), 'line')} alike`}</summary>
              <pre>{visible(block.folded)}</pre>
            </details>
          ),
        )}
      </div>
    </section>
  )
}

function Piece(props: {
  readonly piece: ComparedPiece
  readonly isBeforeAdded: boolean
  readonly from: number
  readonly to: number
}): Markup {
  const { piece, isBeforeAdded, from, to } = props
  if (piece.kind === 'same') return <span>{visible(piece.text)}</span>
  const words = piece.text.trimEnd()
  const behind = visible(piece.text.slice(words.length))
  if (piece.kind === 'added') {
    return (
      <>
        <ins>
          <span class="listen">{`[only in version ${to}: `}</span>
          {visible(words)}
          <span class="listen">]</span>
        </ins>
        {behind}
      </>
    )
  }
  return (
    <>
      <del>
        <span class="listen">{`[only in version ${from}: `}</span>
        {visible(words)}
        <span class="listen">]</span>
      </del>
      {/* What replaced it brings the line end. */}
      {isBeforeAdded ? ' ' : behind}
    </>
  )
}

interface CompareBlock {
  readonly pieces: readonly ComparedPiece[]
  /** What is alike and far from any difference. */
  readonly folded?: string
}

function blocksOf(pieces: readonly ComparedPiece[]): readonly CompareBlock[] {
  const blocks: CompareBlock[] = []
  let open: ComparedPiece[] = []
  for (const [n, piece] of pieces.entries()) {
    const folded = piece.kind === 'same' ? cut(piece.text, n > 0, n < pieces.length - 1) : undefined
    if (folded === undefined) open.push(piece)
    else {
      const [before, middle, behind] = folded
      blocks.push(
        { pieces: [...open, { kind: 'same', text: before }] },
        { pieces: [], folded: middle },
      )
      open = [{ kind: 'same', text: behind }]
    }
  }
  return [...blocks, { pieces: open }].filter(
    ({ pieces: held, folded }) =>
      folded !== undefined || held.some(({ text }) => text.trim() !== ''),
  )
}

/** The lines next to a difference, and what lies between them; undefined where that is little. */
function cut(
  text: string,
  isBehind: boolean,
  isBefore: boolean,
): readonly [string, string, string] | undefined {
  const lines = text.split('\n')
  const start = isBehind ? aroundLines : 0
  const end = lines.length - (isBefore ? aroundLines : 0)
  if (end - start <= aroundLines || (!isBehind && !isBefore)) return undefined
  const head = lines.slice(0, start).join('\n')
  const tail = lines.slice(end).join('\n')
  return [head, lines.slice(start, end).join('\n'), tail]
}

function lineCount(text: string): number {
  return text.split('\n').length
}
