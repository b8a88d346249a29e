/** Days, months, faiths, bodies and treaties that titles write with capitals. */
export const properNames: readonly string[] = `
  Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday; January; February; April; June; July;
  August; September; October; November; December; Ramadan; Easter; Christmas; Tet; Eid; Nowruz;
  Thanksgiving; Hajj; New Year; New Year's; Independence Day; Muslim; Moslem; Islam; Islamic; Islamist;
  Christian; Christianity; Catholic; Protestant; Orthodox Church; Buddhist; Buddhism; Hindu; Hinduism;
  Jew; Jewish; Judaism; Sunni; Shia; Shiite; Shi'a; Shi'ite; Sikh; Mormon; Koran; Quran; Bible; Pope;
  Communist Party; National Assembly; Security Council; General Assembly; Supreme Court; White Paper;
  United Nations; World Bank; World Trade Organization; World Health Organization; European Union;
  European Commission; European Parliament; European Council; African Union; Arab League;
  Warsaw Pact; Cold War; World War; Marshall Plan; Common Market; Non-Aligned Movement; Red Cross;
  Red Crescent; Peace Corps; Fulbright; Interpol; Amnesty International; Human Rights Watch;
  Human Rights Council; Geneva Convention; Geneva Conventions; Vienna Convention; Kyoto Protocol;
  Helsinki; Nobel; Nobel Peace Prize; Olympic; Olympics; World Cup; Taliban; Hamas; Hizballah;
  Hezbollah; Al-Qaeda; Al Qaeda; Al-Qaida; Fatah; Khmer Rouge; Viet Cong; Politburo; Duma; Knesset;
  Bundestag; Bundesrat; Majlis; Loya Jirga; Congress; Secretary of State; Department of State;
  State Department; Department of Defense; Department of Commerce; Department of Justice;
  Department of Energy; Department of Homeland Security; Deputy Secretary; Under Secretary;
  Assistant Secretary; Codel; Staffdel; Boeing; Airbus; Lockheed; Google; Microsoft; Visa Viper;
  Marxist; Marxism; Leninist; Maoist; Stalinist; Stalin; Lenin; Gandhi; Nazi; Latin; Anglo; Franco;
  Sino; Indo; Anglican; Slavic; Hispanic; Arabic; Hebrew; Urdu; Farsi; Pashto; Dari; Hindi; Bengali;
  Mandarin; Cantonese; Swahili; Hmong; Agent Orange; Great Power; Gulf War; Six-Day War; Americanism;
  Americanization; Europeanization; Vietnamization; Islamization; Zionism; Zionist
`
  .split(';')
  .map((name) => name.trim())

/** Months that are words too: names only beside a number or after a preposition of time. */
export const ambiguousMonths: ReadonlySet<string> = new Set(['MARCH', 'MAY'])

/** After one of these, in capitals, stands a person's name: `CODEL ROE`, `MR. DOE`. */
export const personalTitles: ReadonlySet<string> = new Set([
  'CODEL',
  'STAFFDEL',
  'MR',
  'MRS',
  'MS',
  'DR',
  'SEN',
  'REP',
  'AMB',
  'GEN',
  'COL',
  'SGT',
  'LT',
  'CAPT',
  'ADM',
  'CONGRESSMAN',
  'CONGRESSWOMAN',
])
