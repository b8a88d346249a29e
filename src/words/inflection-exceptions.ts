/**
 * Words whose ending looks like an inflection and is none, or is one of another word than the rules
 * would say. Left of the colon the form; right of it the words it is a form of, none being usual.
 */
export const inflectionExceptions: ReadonlyMap<string, readonly string[]> = new Map(
  `
  united:unite uniting:unite pasted:paste pasting:paste secreted:secrete routed:route routing:route
  clothing:clothe
  evening: evenings:evening outing: outings:outing inning: innings:inning ceiling: during: morning:
  herring: shilling: sterling: sibling: darling: viking: earring: pudding: lightning: offspring:
  wedding: weddings:wedding stocking: stockings:stocking lining: linings:lining
  sacred: hatred: kindred: hundred: naked: wicked: rugged: ragged: embed: mohammed: mohamed: ahmed:
  need: needs:need feed: seed: speed: deed: breed: weed: reed: steed: greed: bleed: creed:
  indeed: proceed: exceed: succeed: heed: saeed: syed: khaled: walled:wall
  agreed:agree disagreed:disagree freed:free decreed:decree guaranteed:guarantee refereed:referee
  news: series: species: politics: economics: physics: mathematics: ethics: logistics: statistics:
  athletics: tactics:tactic basics:basic headquarters: always: perhaps: besides: sometimes:
  afterwards: towards: thus: plus: its: his: hers: ours: yours: theirs: this: yes: was: has:
  does:do goes:go gas: bus: gases:gas buses:bus gasses:gas busses:bus
  lens: lenses:lens mars: chaos: pathos: ethos: kudos: bias: biases:bias alias: aliases:alias
  canvas: canvases:canvas atlas: atlases:atlas pancreas: christmas: overseas: whereas: texas:
  kansas: arkansas: dallas: athens: brussels: naples: hamas: laos: honduras: wales: caracas: paris:
  damascus: las: los: des: les: mrs: dos: vegas: vilnius: algiers: nikolas: nicolas: douglas:
  thomas: lucas: elias: jonas: barbados: bahamas: massachusetts: illinois: reuters: barracks:
  james: charles: hughes: jones: harris: williams: roberts: peters: daniels: adams: edwards:
  richards: stevens: phillips: rogers: matthews: andrews: saunders: johns: owens: evans: davies:
  collins: jenkins: perkins: hopkins: watkins: simmons: simons: parsons: sanders: myers: powers:power
  men:man women:woman children:child wives:wife lives:life,live knives:knife halves:half
  leaves:leaf,leave thieves:thief wolves:wolf shelves:shelf selves:self loaves:loaf calves:calf
  feet:foot teeth:tooth geese:goose mice:mouse oxen:ox congressmen:congressman
  congresswomen:congresswoman businessmen:businessman businesswomen:businesswoman
  chairmen:chairman spokesmen:spokesman spokeswomen:spokeswoman statesmen:statesman
  servicemen:serviceman servicewomen:servicewoman fishermen:fisherman gunmen:gunman
  policemen:policeman countrymen:countryman clergymen:clergyman newsmen:newsman
  crises:crisis analyses:analysis,analyse hypotheses:hypothesis theses:thesis parentheses:parenthesis
  syntheses:synthesis emphases:emphasis oases:oasis diagnoses:diagnosis,diagnose
  neuroses:neurosis bases:base,basis criteria:criterion phenomena:phenomenon
  memoranda:memorandum referenda:referendum data:datum
  corps: trans: pres: oas: fleeting: whiting: harding: benning: offing: quos:
  taxis:taxi skis:ski menus:menu gurus:guru emus:emu
  dying:die lying:lie tying:tie vying:vie underlying:underlie
  being:be used:use uses:use using:use
  `
    .split(/\s+/)
    .flatMap((entry) => readEntry(entry)),
)

/** Irregular forms by the word they are a form of: `man` → `men`. */
export const irregularForms: ReadonlyMap<string, readonly string[]> = byLemma()

/** `lives:life,live` → one pair; `evening:` → a word that is a form of nothing else. */
function readEntry(entry: string): readonly (readonly [string, readonly string[]])[] {
  const colon = entry.indexOf(':')
  if (colon < 0) return []
  const lemmas = entry.slice(colon + 1)
  return [[entry.slice(0, colon), lemmas === '' ? [] : lemmas.split(',')]]
}

function byLemma(): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>()
  for (const [form, lemmas] of inflectionExceptions) {
    for (const lemma of lemmas) {
      const forms = result.get(lemma)
      if (forms === undefined) result.set(lemma, [form])
      else forms.push(form)
    }
  }
  return result
}
