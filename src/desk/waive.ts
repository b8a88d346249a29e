import { waiverKey } from '../release/mark.ts'
import type { WriteOptions } from '../vault/write-vault.ts'
import { type DecisionReport, deciding, requireReason } from './decision.ts'
import { DeskError } from './desk-error.ts'
import { oneCable } from './named-cable.ts'
import { type ProtectedMark, protectedText } from './protected.ts'

/** Which marks of a cable: by their numbers in `chancery protected`, or all. */
export type MarkChoice = readonly number[] | 'all'

/**
 * Says of marks that they need not keep a text back: somebody looked at them. It holds for these
 * marks in this text of this cable, not for another text, nor for a mark that is found later.
 */
export function waive(
  archiveDir: string,
  spelling: string,
  marks: MarkChoice,
  reason: string,
  options: WriteOptions = {},
): DecisionReport {
  return setMarks('waive', archiveDir, spelling, marks, reason, options)
}

/** Takes a waiver back: the marks keep the text back again. */
export function unwaive(
  archiveDir: string,
  spelling: string,
  marks: MarkChoice,
  reason: string,
  options: WriteOptions = {},
): DecisionReport {
  return setMarks('unwaive', archiveDir, spelling, marks, reason, options)
}

function setMarks(
  kind: 'waive' | 'unwaive',
  archiveDir: string,
  spelling: string,
  asked: MarkChoice,
  reason: string,
  options: WriteOptions,
): DecisionReport {
  const why = requireReason(reason)
  return deciding(archiveDir, kind, options, (vault) => {
    const holding = oneCable(vault, spelling)
    const { id } = holding
    const before = protectedText(vault, holding, vault.decisions())
    if (before === undefined) {
      throw new DeskError('MARK_UNKNOWN', `${id} has no marks that keep it back.`)
    }
    const marks = namedMarks(id, before.marks, asked)
    const changing = marks.filter(({ waived }) => waived !== (kind === 'waive'))
    if (changing.length === 0) {
      return { changed: [], unchanged: [id], unknown: [], messages: [], exit: 0 }
    }
    const numbers = changing.map(({ number }) => number).join(', ')
    const done = kind === 'waive' ? 'Waived' : 'Took back the waiver of'
    const of = `${changing.length === 1 ? 'mark' : 'marks'} ${numbers} of ${id}`
    const entry = vault.decide({
      kind,
      subjects: [id],
      value: changing.map(({ key }) => waiverKey(before.sha256, key)).join('\n'),
      reason: why,
      text: `${done} ${of} (version ${before.version}): ${why}`,
    })
    const after = protectedText(vault, holding, vault.decisions())
    const messages = [consequence(id, after)]
    return { entry, changed: [id], unchanged: [], unknown: [], messages, exit: 0 }
  })
}

function namedMarks(
  id: string,
  marks: readonly ProtectedMark[],
  asked: MarkChoice,
): readonly ProtectedMark[] {
  if (asked === 'all') return marks
  if (asked.length === 0) {
    const message = `Name the marks of ${id} by their numbers in "chancery protected ${id}", or say --all.`
    throw new DeskError('MARKS_MISSING', message)
  }
  return [...new Set(asked)].map((number) => {
    const mark = marks[number - 1]
    if (mark !== undefined) return mark
    const held = marks.length === 1 ? 'one mark, number 1' : `marks 1 to ${marks.length}`
    throw new DeskError(
      'MARK_UNKNOWN',
      `${id} has no mark ${number}: it has ${held}; "chancery protected ${id}" lists them.`,
    )
  })
}

function consequence(id: string, after: ReturnType<typeof protectedText>): string {
  if (after?.status === 'withheld') return `${id} is withheld all the same.`
  const left = after?.marks.filter(({ waived }) => !waived).length ?? 0
  if (left > 0) {
    const marks = left === 1 ? '1 mark keeps' : `${left} marks keep`
    return `${marks} ${id} back: see "chancery protected ${id}".`
  }
  return after?.status === 'not released'
    ? `No mark keeps ${id} back any longer; it is not released, since no collection with the policy all holds this text.`
    : `No mark keeps ${id} back any longer: it is public after the next "chancery publish".`
}
