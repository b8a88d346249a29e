import type { EditionCable, EditionVersion } from '../../src/edition/edition.ts'
import { type Invention, invented } from './invented.ts'

const talks: Invention = {
  id: '07REYKJAVIK123',
  post: 'REYKJAVIK',
  origin: 'Embassy Reykjavik',
  date: '2007-03-14T15:30Z',
  released: '2011-08-30T01:44Z',
  subject: 'MACKEREL TALKS: A QUIET FIRST ROUND',
  title: 'Mackerel talks: a quiet first round',
  partial: true,
  tags: ['PREL', 'EFIS', 'IC', 'NO', 'DOE, JANE', 'QXQ'],
  references: [
    { label: 'A', kind: 'cable', id: '07OSLO88', printed: 'OSLO 88', yearInferred: true },
    { label: 'B', kind: 'cable', id: '06REYKJAVIK431', printed: '06 REYKJAVIK 431' },
    { label: 'C', kind: 'email', printed: 'DOE-ROE E-MAIL 03/12/07 (NOTAL)' },
  ],
  paragraphs: [
    'Summary: The talks opened without agreement on quotas. Both sides called the first round quiet, which the ministry took as praise.',
    'The visit followed Ref A, and refs A and B give the catch figures. Reftels agree with each other and with nobody else.',
    'Officials offered three readings of the same table:\n- that mackerel move,\n- that mackerel always moved, and\n- that the other side counts twice.',
    'The figures as handed over:\n\nSPECIES      2005     2006\nMackerel     1,200    900\nHerring      3,400    3,350\nCapelin      10       0',
    'Comment: A second round is planned for May. Nobody expects a longer one. End comment.',
  ],
}

const answer: Invention = {
  id: '07OSLO88',
  post: 'OSLO',
  origin: 'Embassy Oslo',
  date: '2007-02-02T09:00Z',
  released: '2011-08-30T01:44Z',
  level: 'SBU',
  subject: 'NORWAY ON MACKEREL: TWO REQUESTS AND A REFUSAL',
  title: 'Norway on mackerel: two requests and a refusal',
  references: [{ label: 'A', kind: 'cable', id: '06STATE80908', printed: '06 STATE 80908' }],
  paragraphs: [
    'Fisheries officials asked for figures, then for better figures, and declined to give theirs.',
    'The quiet round in Reykjavik will decide little. (Ref A asked us to say so.)',
  ],
}

const undated: Invention = {
  id: '06REYKJAVIK430',
  post: 'REYKJAVIK',
  origin: 'Embassy Reykjavik',
  level: 'U',
  subject: 'MEDIA REACTION: FISH, WEATHER, A CHOIR',
  references: [{ label: 'A', kind: 'cable', id: '06STATE80908', printed: '06 STATE 80908' }],
  paragraphs: ['The papers wrote of fish, of the weather and of a choir.'],
  tags: ['KPAO', 'IC'],
}

const secret: Invention = {
  id: '06STRELSAU12',
  post: 'STRELSAU',
  origin: 'Embassy Strelsau',
  date: '2006-06-30T23:59Z',
  level: 'S',
  subject: 'THE BRIDGE AT KESSEL: FOUR UNPAINTED CENTIMETERS',
  references: [],
  paragraphs: [
    'Both ministries paint the bridge up to the middle, which they measure differently.',
  ],
  tags: ['PBTS', 'XR'],
}

/** A small archive: two levels of everything, and more cables from one post than fit on a page. */
export function smallCollection(): EditionCable[] {
  const [first, ...others] = [talks, answer, undated, secret, ...series()].map(invented)
  return first === undefined ? [] : [{ ...first, versions: versionsOf(first) }, ...others]
}

/** Three texts of a cable: one masked, and one whose last line is missing. */
function versionsOf({ text }: EditionCable): readonly EditionVersion[] {
  const masked = text.replaceAll('mackerel', 'XXXXXXXXXXXX')
  const cut = text.slice(0, text.trimEnd().lastIndexOf('\n'))
  return [masked, cut, text].map((each, n) => ({
    number: n + 1,
    sha256: String(n + 1).repeat(64),
    text: each,
    facts: { released: '2011-08-30 01:44' },
    collections: n === 0 ? ['masked', 'other'] : ['Invented examples'],
    added: '2026-03-04',
    current: n === 2,
    public: n === 0,
    chosen: n === 2,
    partial: n === 1,
    redactions: { marks: n === 0 ? 2 : 0, characters: n === 0 ? 24 : 0 },
  }))
}

/** 60 weekly reports, with gaps in their numbers. */
function series(): Invention[] {
  return Array.from({ length: 60 }, (_, week) => ({
    id: `05REYKJAVIK${100 + week * 2}`,
    post: 'REYKJAVIK',
    origin: 'Embassy Reykjavik',
    date: `2005-${String(1 + (week % 12)).padStart(2, '0')}-1${week % 10}T10:00Z`,
    level: (['U', 'SBU', 'LOU', 'C', 'S', 'TS'] as const)[week % 6] ?? 'U',
    subject: `FISH AUCTION, WEEK ${week + 1}: MACKEREL QUOTA STEADY`,
    paragraphs: [`Prices of week ${week + 1} were those of week ${week}.`, 'Quiet trading.'],
    references: [{ label: 'A', kind: 'cable', id: '07OSLO88', printed: '07 OSLO 88' } as const],
  }))
}
