import { findPost } from './post.ts'
import { editDistance } from './station-match.ts'

/** Words of offices and titles, in small letters; the first four letters bear most slips. */
const words: ReadonlySet<string> = new Set(
  `ambassador amb ambasador ambassadors adcm a/dcm dcm cda charge charg chargé chargee d'affaires d,affaires
daffaires d'afaires d'affairs affaires affairs affaire ai a.i a/i aei interim ad acting consul
consulate general cg pc po a/cg consular counselor counsellor counslor counsel couns minister
min minister-counselor m/c officer off offcer chief chif chef director dir deputy dep dpty
assistant asst associate senior under secretary sec secretary-general undersecretary
a/s das pdas dass u/s s/p attache attaché attache' military naval air army defense defence legal adviser
advisor representative rep permanent permrep head mission of the for to and at in on by
pol poloff polcouns polcounselor polchief political politica politcal econ econoff economic economics
ecoff ecouns econcouns economic/commercial economic/political political/economic
political-economic pol-econ econ/pol pol/econ pol-mil pol/mil polmil political-military political/military
politico-military commercial comm energy labor estoff est environment science technology health
public diplomacy press information cultural pao pas ao acting/dcm management mgt admin
administrative security rso regional aro office section sections branch unit desk bureau division
embassy mission ambassador's us u.s united states american american's department state dept
institute ait aitdirector usun usnato usosce useu usoecd usaid aid usda fas fcs usmission
nato eu un osce iaea unvie eur nea eap wha sca af ara io inr pm prm isn drl inl oes eb eeb ca ds vci ac ct s/ct counterterrorism coordinator special envoy negotiator
delegation head del usdel chargé colonel col ltc lt maj gen cdr capt captain commander general's
dr mr mrs ms hon honorable team leader prt program manager post principal reporting global issues
internal external unit's refugee narcotics affairs law enforcement legatt legat doj treasury
fso visa vice country staff aide executive operations policy planning intelligence research
african european asian eastern western near south central north american inter-american
pacific western hemisphere international organization organizations human rights democracy
nonproliferation verification compliance implementation arms control spokesman
classified by authority pursuant p/e e/p pe ep pol/e econ/commercial ec ecpo polec polecon pec
econ/c polint polext poleconoff poleconchief pol/c polcounsel emboff polmincouns polminc mincouns
econmincouns ecpol ecopol poleco econpol polmiloff econcounselor econchief econcon conoff
consoff congen conoffs d/polcouns d/p d/pol charged'affaires chargedaffaires daffairs daffaire
d'affaire d'affares d'affiares interm amembassy amconsul amcongen east west northeast northwest
southeast southwest mideast caribbean ambassadress adviser/counselor counselors officers
transition reconstruction provincial team prt task force office/section counternarcotics
counterproliferation multilateral bilateral regional/security attaches trade agriculture
agricultural transportation homeland dhs fbi dea irs ice cbp datt odc oda sao odr milgrp
ambassador-designate designate en pied d'aff d'aff. chg chg. charge/dcm dcm/charge chief/dcm acting/charge esth est hoc
headquarters hqs hq base camp lead leads contact originator drafter pdo po/dcm cgs vcg dpo dcg
spokesperson chairman chair delegate undersecretary-general governor ombudsman historian
rear admiral union m-c watcher large ret retired charg‚ vadm radm adm brigadier bgen sgt major lieutenant`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** True for a word of a title or office: `Counselor`, `A/DCM`, `EAP/MLS`, `Lome`. */
export function isOfficeWord(word: string): boolean {
  const small = word.toLowerCase().replace(/[’´`]/g, "'")
  if (words.has(small) || words.has(small.replace(/'s?$/, ''))) return true
  // `EAP/MLS`, `AF/C`
  if (/^[A-Z]{1,5}(?:\/[A-Z0-9]{1,8}){1,3}$/.test(word)) return true
  // `CDA/a.i`, `economic/commercial`
  if (/^[a-z]+(?:[/-][a-z.]+)+$/.test(small)) {
    return small.split(/[/-]/).every((part) => words.has(part))
  }
  return isPostWord(word) || isMisspelt(small)
}

/** True for the city of a post, which says where the office is: `Lome`; some are names of people. */
export function isPostWord(word: string): boolean {
  return word.length >= 4 && /^[A-Z]/.test(word) && isCity(word)
}

/** Long words of offices, whose slips are still plain: `Ambassaodr`, `Poltical`, `Counslor`. */
const longWords: readonly string[] = (
  'ambassador counselor counsellor political economic minister director assistant secretary ' +
  'officer consul general deputy consular attache commercial management principal ' +
  "representative department d'affaires"
).split(' ')

/** Shortest word that is compared with them, in letters. */
const misspeltLettersMin = 6

/** One edit away from a word of an office, two from one of nine letters or more. */
function isMisspelt(word: string): boolean {
  if (word.length < misspeltLettersMin || word.length > 16) return false
  return longWords.some((known) => {
    const limit = known.length >= 9 && word.length >= 8 ? 2 : 1
    if (Math.abs(known.length - word.length) > limit) return false
    if (known[0] !== word[0] && known[1] !== word[0]) return false
    return editDistance(word, known, limit) <= limit
  })
}

/** A post's city says where the office is; short forms of posts may be names. */
function isCity(word: string): boolean {
  const post = findPost(word)
  return post !== undefined && post.canonical.length >= 4 && post.name.length === word.length
}
