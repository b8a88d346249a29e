import type { readCable } from '../../src/cable/read.ts'
import type { Draft } from '../../src/synth/draft.ts'
import { isTeletype, wordsOf } from '../../src/synth/layout.ts'

type ReadRecord = ReturnType<typeof readCable>['record']

/** What a reader found, in the shape of the draft. */
export function said(record: ReadRecord, draft: Draft): object {
  const sees = draft.dialect !== 'D3'
  return {
    read: record.id,
    date: record.date,
    from: sees ? record.from : draft.from,
    to: sees ? record.to.map(({ name }) => name) : draft.to.map(({ name }) => name),
    info: sees ? record.info.map(({ name }) => name) : draft.info.map(({ name }) => name),
    level: record.classification?.level,
    captions: [...record.captions].sort((a, b) => (a < b ? -1 : 1)),
    on: record.executiveOrder?.declassifyOn,
    tags: record.tags.map(({ code }) => code),
    subject: record.subject,
    references: record.references.map(({ id }) => id),
    names: record.classifiedBy?.names,
    reasons: record.classifiedBy?.reasons,
    paragraphs: record.paragraphs.map(({ number, portion, heading, text }) => ({
      number,
      portion: portion?.level,
      heading,
      text: text.toUpperCase(),
    })),
    signature: record.signature,
    protection: (record.protection ?? []).map(({ printed, paragraph }) => ({ printed, paragraph })),
  }
}

/** What a draft says, in the same shape. */
export function meant(draft: Draft): object {
  const { number, authority } = draft
  return {
    read: `${String(number.year % 100).padStart(2, '0')}${number.post}${number.serial}`,
    date: draft.date,
    from: draft.from,
    to: draft.to.map(({ name }) => name),
    info: draft.info.map(({ name }) => name),
    level: draft.level,
    captions: [...draft.captions].sort((a, b) => (a < b ? -1 : 1)),
    on: draft.order.on,
    tags: draft.tags,
    subject: draft.subject,
    references: draft.references.map(({ id }) => id),
    names: authority === undefined ? undefined : [authority.name],
    reasons: authority?.reasons,
    paragraphs: draft.paragraphs.map((each) => {
      const items = (each.items ?? []).map((item) => `-- ${item}`).join('\n')
      const words = items === '' ? wordsOf(each) : `${wordsOf(each)}\n\n${items}`
      const heading = isTeletype(draft) ? each.heading?.toUpperCase() : each.heading
      return { number: each.number, portion: each.portion, heading, text: words.toUpperCase() }
    }),
    signature: [draft.signature],
    protection: draft.protection.map(({ printed, paragraph }) => ({
      printed: isTeletype(draft) ? printed.toUpperCase() : printed,
      paragraph,
    })),
  }
}
