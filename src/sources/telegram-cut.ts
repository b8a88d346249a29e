/** A line as the cutter sees it: its signs, and where it ends in the text. */
export interface CutLine {
  readonly signs: string
  readonly end: number
}

/** Cuts lines into telegrams as they come. */
export interface Cutter {
  /** Takes a line; gives the end of the telegram that is known to be whole by now, if there is one. */
  readonly push: (line: CutLine) => number | undefined
  /** Begins anew. */
  readonly clear: () => void
}

/** Lines of one telegram, and the numbers that they name it by. */
interface Piece {
  /** How many there are, and where the last one ends. */
  lines: number
  end: number
  /** `station` → `RUEHPC 77`, `page` → `LOME 77`, `class` → `LOME 77`, `refid` → `07LOME77`. */
  readonly names: Map<string, string>
}

/** How a number of a telegram is printed, and in which kind of line. */
const names: readonly (readonly [string, RegExp])[] = [
  // DE RUEHPC #0077/01 0630910
  ['station', /^\s{0,9}DE (R[A-Z]{3,7}) #(\d{4})(?:\/\d\d)? \d{7}/],
  // PAGE 01        LOME    00077
  ['page', /^\s{0,9}PAGE \d\d {1,12}([A-Z][A-Z ]{1,9}?) {1,12}(\d{4,6})\b/],
  // C O N F I D E N T I A L SECTION 01 OF 02 LOME 000077
  [
    'class',
    /^[\s"]{0,9}(?:UNCLAS|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F)[^\n]{0,80}? ([A-Z]{3,20}(?: [A-Z]{3,10})?) (\d{3,6})\s*$/,
  ],
  ['refid', /^refid: ?(\S+)()/],
]

/** What a telegram opens with. */
const opening =
  /^[\f\s"]{0,9}(?:VZCZC[A-Z]{2,4}\d{3,5}|ZCZC\b|PAGE 01 |id: ?\d+\s*$|(?:[ZOPR]{2}) R[A-Z]{3,7}\b|UNCLAS|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L\b|S ?E ?C ?R ?E ?T\b|L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F)/

/** What surely ends one, what may, and what may stand between two. */
const surelyEnds = /^\s*=+ ?CABLE ENDS ?=+\s*$/i
const mayEnd = /^\s*N{4}\s*$|^\s*<< END OF DOCUMENT >>\s*$/
const rule = /^\s*(?:={10,}|-{10,}|\*{10,}|_{10,}|#{10,})\s*$/

/** Lines from its start in which a telegram's numbers are looked for. */
const headLinesMax = 60

/** Lines in which the number of what may be a new telegram must show. */
const openingLinesMax = 12

/**
 * Cuts a text of several telegrams where one surely ends and another one begins: behind `CABLE ENDS`;
 * else behind `NNNN`, a rule or a page's end, or at a transmission's own start, where the next lines
 * name a telegram of another number. Sections and repetitions of one telegram stay together.
 */
export function telegramCutter(): Cutter {
  let current = newPiece()
  /** Lines of what may be the next telegram: until a number shows, nobody knows. */
  let next: Piece | undefined
  let mayCut = false
  let mustCut = false

  function merge(): void {
    if (next === undefined) return
    current.lines += next.lines
    current.end = next.end
    for (const [kind, name] of next.names)
      if (!current.names.has(kind)) current.names.set(kind, name)
    next = undefined
  }

  function push(line: CutLine): number | undefined {
    const { signs } = line
    if (!/\S/.test(signs)) {
      add(next ?? current, line)
      if (next !== undefined && next.lines > openingLinesMax) merge()
      return undefined
    }
    if (mustCut) {
      merge()
      mustCut = false
      mayCut = false
      const whole = current.end
      current = newPiece()
      add(current, line)
      return whole
    }
    const startsHere = opening.test(signs) && (mayCut || /^[\s]*(?:\f|VZCZC)/.test(signs))
    if (startsHere && next === undefined && current.lines > 0) next = newPiece()
    mayCut = rule.test(signs) || mayEnd.test(signs)
    if (surelyEnds.test(signs)) mustCut = true
    if (next === undefined) {
      add(current, line)
      return undefined
    }
    add(next, line)
    const other = isOther(current.names, next.names)
    if (other === true) {
      const whole = current.end
      current = next
      next = undefined
      return whole
    }
    if (other === false || mayCut || next.lines > openingLinesMax) merge()
    return undefined
  }

  return {
    push,
    clear: () => {
      next = undefined
      current = newPiece()
    },
  }
}

/** Signs without which no telegram of a text ends before the text does. */
export const mayHoldTwo: RegExp =
  /CABLE ENDS|VZCZC|\f|^[ \t]{0,9}(?:N{4}|<< END OF DOCUMENT|[=]{10}|[-]{10}|[*]{10}|_{10}|#{10})/im

function newPiece(): Piece {
  return { lines: 0, end: 0, names: new Map() }
}

function add(piece: Piece, { signs, end }: CutLine): void {
  piece.lines += 1
  piece.end = end
  if (piece.lines > headLinesMax) return
  for (const [kind, pattern] of names) {
    if (piece.names.has(kind)) continue
    const [, station, serial = ''] = pattern.exec(signs) ?? []
    if (station !== undefined) piece.names.set(kind, `${station} ${serial.replace(/^0+/, '')}`)
  }
}

/** True where a line of the same kind names another number, false where it names the same. */
function isOther(
  ours: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
): boolean | undefined {
  const common = [...theirs].filter(([kind]) => ours.has(kind))
  if (common.length === 0) return undefined
  return common.every(([kind, name]) => ours.get(kind) !== name)
}
