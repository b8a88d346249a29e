import { describe, expect, it } from 'vitest'
import { readableTitle } from '../../src/words/title.ts'
import { processorMs } from '../processor-time.ts'

/** Names and acronyms as a body may write them. */
const names = new Set(['Grand Fenwick', 'Fredville', 'DeRoe', 'Roe', 'Doe', 'GNAP', 'Nato', 'Ng'])

/** Invented subjects and the titles an editor would print. */
const titles: readonly (readonly [string, string])[] = [
  ['', ''],
  ['123', '123'],
  // What has small letters already stays.
  ['Already written WITH small letters', 'Already written WITH small letters'],
  ['McCAIN VISITS DoD', 'McCAIN Visits DoD'],
  ['  TWO\n LINES ', 'Two Lines'],
  // Small words, and where they are not small.
  ['WATER TALKS', 'Water Talks'],
  ['TALKS ON THE USE OF WATER AND FISH', 'Talks on the Use of Water and Fish'],
  ['THE WATER OF THE LAKE', 'The Water of the Lake'],
  ['WHAT IS IT FOR', 'What Is It For'],
  ['A DOG, A CAT AND JANE A. DOE', 'A Dog, a Cat and Jane A. Doe'],
  ['FARMERS LOOK TO A BETTER YEAR', 'Farmers Look to a Better Year'],
  ['FISH PRICES ARE UP AS FLEET IS OUT', 'Fish Prices Are Up as Fleet Is Out'],
  ['RURITANIA: THE LAST ROUND', 'Ruritania: The Last Round'],
  ['WHAT NOW? WE WAIT', 'What Now? We Wait'],
  ['WHAT ARE WE HERE FOR? A VIEW', 'What Are We Here For? A View'],
  ['TALKS END -- A FIRST LOOK', 'Talks End -- A First Look'],
  ['TALKS END - AND BEGIN AGAIN', 'Talks End - And Begin Again'],
  ['PRICES RISE; THE POOR WAIT', 'Prices Rise; The Poor Wait'],
  ['PRICES RISE; AND FALL', 'Prices Rise; and Fall'],
  ['MINISTER CALLS IT "THE END OF FISH"', 'Minister Calls It "The End of Fish"'],
  ['“A NEW DAY” FOR FISHERMEN', '“A New Day” for Fishermen'],
  ['PORT OPENS (AND CLOSES)', 'Port Opens (And Closes)'],
  ['THE HARBOR. THE TOWN. THE END', 'The Harbor. The Town. The End'],
  ['CONFERENCE ON SAND AND/OR GRAVEL', 'Conference on Sand and/or Gravel'],
  ['TRADE WITH AND WITHOUT TARIFFS', 'Trade with and Without Tariffs'],
  ['FROM FARM TO TABLE', 'From Farm to Table'],
  ['MOVING INTO THE CITY VIA THE PORT', 'Moving into the City via the Port'],
  ['BREAD VS. BUTTER', 'Bread vs. Butter'],
  // Hyphens.
  ['ANTI-AMERICAN FEELING', 'Anti-American Feeling'],
  ['STATE-OF-THE-ART HARBOR', 'State-of-the-Art Harbor'],
  ['DAY-TO-DAY WORK', 'Day-to-Day Work'],
  ['PRESS ROUND-UP', 'Press Round-Up'],
  ['FOLLOW-ON TALKS', 'Follow-On Talks'],
  ['IN-DEPTH LOOK AT RE-ELECTION', 'In-Depth Look at Re-election'],
  ['CO-OPERATION AND CO-CHAIRS', 'Co-operation and Co-Chairs'],
  ['NON-PROLIFERATION AND PRE-ELECTION MOOD', 'Non-Proliferation and Pre-Election Mood'],
  ['E-MAIL FOR THE EX-PRESIDENT', 'E-mail for the Ex-President'],
  ['VICE-PRESIDENT ROE', 'Vice-President Roe'],
  ['WORKING-LEVEL TALKS ON 10-YEAR PLAN', 'Working-Level Talks on 10-Year Plan'],
  // Acronyms.
  ['GVN AND US ON MFN; EU WAITS', 'GVN and US on MFN; EU Waits'],
  ['VIETNAM-DPRK TIES', 'Vietnam-DPRK Ties'],
  ['U.S.-EU SUMMIT', 'U.S.-EU Summit'],
  ['U.S. POSITION ON U.N. REFORM', 'U.S. Position on U.N. Reform'],
  ["THE ROK'S PM MEETS THE FM", "The ROK's PM Meets the FM"],
  ['NGOS AND IDPS', 'NGOs and IDPs'],
  ["TWO FMS' MEETING", "Two FMs' Meeting"],
  ["NGOS' VIEWS OF UNHCR", "NGOs' Views of UNHCR"],
  ['GOI, GOK AND GOSL ON VISAS', 'GOI, GOK and GOSL on Visas'],
  ['GOLD, GOATS AND GOD', 'Gold, Goats and God'],
  ['MFA AND MOD ON NATO AND ISAF', 'MFA and MOD on NATO and ISAF'],
  ['CAFTA-DR: ONE YEAR ON', 'CAFTA-DR: One Year On'],
  ['C-DR AND THE SUGAR QUOTA', 'C-DR and the Sugar Quota'],
  ['GLOBAL FISH INITIATIVE (GFI) AND GFI FUNDS', 'Global Fish Initiative (GFI) and GFI Funds'],
  ['INLAND NAVIGATION CONTROL AREA (INCA)', 'Inland Navigation Control Area (INCA)'],
  ['OFFICE OF INLAND AREAS (OIA) MEETS', 'Office of Inland Areas (OIA) Meets'],
  ['PLANS OF IPCC AND UNFCCC', 'Plans of IPCC and UNFCCC'],
  ['SECRETARY SIGNS GNAP PAPER', 'Secretary Signs GNAP Paper'],
  ['NATO AND ASEAN', 'NATO and ASEAN'],
  ['A/S ROE AND A/DCM DOE', 'A/S Roe and A/DCM Doe'],
  ['U/SYG ON S/CT AND R&D', 'U/SYG on S/CT and R&D'],
  ['SALT II AND PRE-SALT OIL', 'SALT II and Pre-Salt Oil'],
  ['NEW START TREATY: TIME TO START', 'New START Treaty: Time to Start'],
  ['WHO DIRECTOR ASKS WHO PAYS', 'WHO Director Asks Who Pays'],
  ['AID WORKERS AND USAID', 'Aid Workers and USAID'],
  ['HIV/AIDS AND TB', 'HIV/AIDS and TB'],
  ['TIP REPORT AND THE TIP OFFICE', 'TIP Report and the TIP Office'],
  ['SECSTATE, SECDEF AND TWO AMCITS', 'SecState, SecDef and Two Amcits'],
  ['ECONOFF CALLS ON FONMIN', 'Econoff Calls on Fonmin'],
  ['ANNEX A AND PART B', 'Annex A and Part B'],
  ['SHY SPY, DRY SKY', 'Shy Spy, Dry Sky'],
  ['THE RHYTHM OF THE STORM', 'The Rhythm of the Storm'],
  // Persons.
  ['CODEL DOE MEETS MR. SMITH. NEXT STEPS', 'Codel Doe Meets Mr. Smith. Next Steps'],
  ["MCDONALD AND O'BRIEN", "McDonald and O'Brien"],
  ['DR. ROE AND MRS. DOE IN ST. LUCIA', 'Dr. Roe and Mrs. Doe in St. Lucia'],
  ['TRADE WITH THE DR', 'Trade with the DR'],
  ["CHARGE D'AFFAIRES D'ANCONA", "Charge d'Affaires d'Ancona"],
  ["L'AQUILA AND N'DJAMENA", "L'Aquila and N'Djamena"],
  ['MINISTER DE LA ROE AND AL-ROE', 'Minister de la Roe and al-Roe'],
  ['AL-ROE SPEAKS', 'Al-Roe Speaks'],
  ['JOSE DEL ROE Y DOE', 'Jose del Roe y Doe'],
  ['A/S DEROE RETURNS', 'A/S DeRoe Returns'],
  ['MINISTER NG SEES JANE ROE, JR.', 'Minister Ng Sees Jane Roe, Jr.'],
  ["ROE'S AND THE FARMERS' FARMS", "Roe's and the Farmers' Farms"],
  ['KIM JONG-IL AND BAN KI-MOON', 'Kim Jong-il and Ban Ki-moon'],
  ['XI JINPING ARRIVES', 'Xi Jinping Arrives'],
  // Places.
  [
    'RURITANIA–FREEDONIA TIES: OPPORTUNITIES FOR AND CONSTRAINTS ON A POSITIVE ROLE FOR FREDVILLE',
    'Ruritania–Freedonia Ties: Opportunities for and Constraints on a Positive Role for Fredville',
  ],
  ['UNITED STATES’ AND SAUDI ARABIA’S VIEWS', 'United States’ and Saudi Arabia’s Views'],
  ['IRAQIS AND BRITONS IN THE MIDDLE EAST', 'Iraqis and Britons in the Middle East'],
  ['GRAND FENWICK, GRAND PLANS', 'Grand Fenwick, Grand Plans'],
  ['VISIT TO HO CHI MINH CITY AND PORT-AU-PRINCE', 'Visit to Ho Chi Minh City and Port-au-Prince'],
  ['ELECTIONS IN CÔTE D’IVOIRE', 'Elections in Côte d’Ivoire'],
  ["COTE D'IVOIRE: CALM RETURNS", "Cote d'Ivoire: Calm Returns"],
  ['ST. PETERSBURG AND NEW YORK', 'St. Petersburg and New York'],
  ['FROM RIO DE JANEIRO TO DAR ES SALAAM', 'From Rio de Janeiro to Dar es Salaam'],
  ['TIMOR-LESTE AND GUINEA-BISSAU', 'Timor-Leste and Guinea-Bissau'],
  ['LA PAZ, EL SALVADOR AND SAO PAULO', 'La Paz, El Salvador and Sao Paulo'],
  ['PORT OF SPAIN AND THE HAGUE', 'Port of Spain and The Hague'],
  ['TALKS IN HANOI ON MONDAY', 'Talks in Hanoi on Monday'],
  ['DR CONGO AND CONGO', 'DR Congo and Congo'],
  ['NAGORNO-KARABAKH: STILL WAITING', 'Nagorno-Karabakh: Still Waiting'],
  ['ÉTAT DES LIEUX', 'État des Lieux'],
  ['\ud800 ODD', '\ud800 Odd'],
  // Numbers, dates, ships, money.
  ['PART II OF III', 'Part II of III'],
  ['POPE JOHN XXIII AND HENRY IV', 'Pope John XXIII and Henry IV'],
  ['1ST REPORT OF THE 1990S: G-8 AND F16', '1st Report of the 1990s: G-8 and F16'],
  ['THE 2ND, 3RD AND 15TH ROUNDS', 'The 2nd, 3rd and 15th Rounds'],
  ['F-4ES, C-130S AND UH-1H PARTS', 'F-4Es, C-130s and UH-1H Parts'],
  ['MIG-29S, MI-8S AND A TU-154', 'MiG-29s, Mi-8s and a Tu-154'],
  ['USS ROE (DDG-51) AND M/V DOE', 'USS Roe (DDG-51) and M/V Doe'],
  ['MARCH 12 MEETING IN MAY', 'March 12 Meeting in May'],
  ['STUDENTS MARCH AND MAY MARCH AGAIN', 'Students March and May March Again'],
  ['VISIT (14-21AUG) AND 3SEP2007', 'Visit (14-21Aug) and 3Sep2007'],
  ['DEBATE CONTINUES (SEPT. 24 A.M.)', 'Debate Continues (Sept. 24 a.m.)'],
  ['MEETING AT 10 AM IN FY09', 'Meeting at 10 am in FY09'],
  ['USD 5 MILLION FOR 10 KM OF ROAD', 'USD 5 Million for 10 km of Road'],
  ['$155K AND 50% OF GDP', '$155K and 50% of GDP'],
  ['22,000 TONS OF FISH', '22,000 Tons of Fish'],
  ['NO. 5 OF 9', 'No. 5 of 9'],
  ['IRAQ: 100 DAYS ON', 'Iraq: 100 Days On'],
  ["DON'T SHIP IT", "Don't Ship It"],
  ['(C) VISIT', '(C) Visit'],
  ['TFXX01: TASK FORCE REPORT', 'TFXX01: Task Force Report'],
  ['SCENESETTER FOR CODEL ROE', 'Scenesetter for Codel Roe'],
  ['MEDIA REACTION: FISH, SAND, NATO', 'Media Reaction: Fish, Sand, NATO'],
  ['A SUCCESS?: ROE AND THE BANK', 'A Success?: Roe and the Bank'],
  ['THE CATCH: HOW BIG IS IT?', 'The Catch: How Big Is It?'],
  ['THE LIST GOES ON, AND ON', 'The List Goes On, and On'],
  ['AARGH! PIRATES SET SAIL', 'Aargh! Pirates Set Sail'],
  ["SHI'A AND SUNNI LEADERS ON AL-QAEDA", "Shi'a and Sunni Leaders on al-Qaeda"],
]

describe('readableTitle', () => {
  it.each(titles)('%s → %s', (subject, title) => {
    expect(readableTitle(subject, names)).toBe(title)
  })

  it('needs no names', () => {
    expect(readableTitle('TALKS IN HANOI ON MONDAY')).toBe('Talks in Hanoi on Monday')
  })

  it('changes no letter but its case', () => {
    const subject = 'NEW ZEALAND’S “NGOS” (PART 2/3): ŁÓDŹ—VISIT OF MR. ROE... 50% OF U.S. AID!'
    expect(readableTitle(subject, names).toUpperCase()).toBe(subject)
  })

  it('takes time in proportion to the subject', () => {
    const time = (count: number) => {
      const started = processorMs()
      readableTitle('UNITED STATES UNITED NATIONS’S. '.repeat(count), names)
      return processorMs() - started
    }
    time(2000)
    expect(time(20_000)).toBeLessThan(25 * Math.max(time(5000), 5))
  })
})
