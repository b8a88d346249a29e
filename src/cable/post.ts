import { postTable } from './facts-posts.ts'
import { furtherNames } from './post-names.ts'

/** A station that sends telegrams: an embassy, a consulate, a mission, the Department, an agency. */
export interface Post {
  /** As in ids: `HOCHIMINHCITY`. */
  readonly canonical: string
  /** For people: `Ho Chi Minh City`. */
  readonly name: string
  /** ISO 3166-1 alpha-2 of today's country; absent for travelling parties. */
  readonly country?: string
  /** Other spellings: older names, short forms, known slips. */
  readonly aliases: readonly string[]
  /** Six-character station cut of NARA document numbers: `HOCHI`. */
  readonly aad6: string
  /** Ten-character cut of page headers, where the name does not fit: `HO CHI MIN`. */
  readonly page10?: string
  /** Degrees north. */
  readonly latitude?: number
  /** Degrees east. */
  readonly longitude?: number
  /** Renamings and other remarks. */
  readonly note?: string
}

/** All posts of the committed table, in the order of their canonical names. */
export const posts: readonly Post[] = postTable.trim().split('\n').map(readRow)

function readRow(line: string): Post {
  const [canonical = '', name = '', country, aliases, aad6 = '', page10, lat, lon, note] =
    line.split('|')
  return {
    canonical,
    name,
    ...(country && { country }),
    aliases: aliases ? aliases.split(';') : [],
    aad6,
    ...(page10 && { page10 }),
    ...(lat && { latitude: Number(lat) }),
    ...(lon && { longitude: Number(lon) }),
    ...(note && { note }),
  }
}

/** A post under another name: ids keep the spelling they were issued with (specification 3.4). */
interface Issued {
  readonly canonical: string
  /** Last year in which ids carried this spelling; later ones carry the canonical. */
  readonly until: number
  /** First year of the canonical spelling; absent where both are used side by side. */
  readonly canonicalFrom?: number
}

/** Spellings that published ids carry beside the canonical one; read from the inventory of ids. */
const issued: ReadonlyMap<string, Issued> = new Map(
  Object.entries({
    AITTAIPEI: { canonical: 'AITTAIPEI', until: 9999 },
    TAIPEI: { canonical: 'AITTAIPEI', until: 9999 },
    PARISFR: { canonical: 'UNESCOPARISFR', until: 9999 },
    UNESCOPARIS: { canonical: 'UNESCOPARISFR', until: 9999 },
    RPODUBAI: { canonical: 'IRANRPODUBAI', until: 9999 },
    KIEV: { canonical: 'KYIV', until: 2006, canonicalFrom: 2006 },
    CALCUTTA: { canonical: 'KOLKATA', until: 2007, canonicalFrom: 2007 },
    MADRAS: { canonical: 'CHENNAI', until: 1997, canonicalFrom: 1996 },
    BOMBAY: { canonical: 'MUMBAI', until: 1997, canonicalFrom: 1996 },
    PEKING: { canonical: 'BEIJING', until: 1979, canonicalFrom: 1979 },
    CANTON: { canonical: 'GUANGZHOU', until: 1979, canonicalFrom: 1979 },
    SAIGON: { canonical: 'HOCHIMINHCITY', until: 1975, canonicalFrom: 1976 },
    DACCA: { canonical: 'DHAKA', until: 1982, canonicalFrom: 1982 },
    JIDDA: { canonical: 'JEDDAH', until: 1984, canonicalFrom: 1979 },
    SALISBURY: { canonical: 'HARARE', until: 1982, canonicalFrom: 1982 },
    TANANARIVE: { canonical: 'ANTANANARIVO', until: 1977, canonicalFrom: 1976 },
    LOURENCOMARQUES: { canonical: 'MAPUTO', until: 1976, canonicalFrom: 1976 },
    BATHURST: { canonical: 'BANJUL', until: 1973, canonicalFrom: 1973 },
    FORTLAMY: { canonical: 'NDJAMENA', until: 1973, canonicalFrom: 1973 },
    MOGADISCIO: { canonical: 'MOGADISHU', until: 1979, canonicalFrom: 1973 },
    DJAKARTA: { canonical: 'JAKARTA', until: 1973, canonicalFrom: 1973 },
    LENINGRAD: { canonical: 'STPETERSBURG', until: 1991, canonicalFrom: 1991 },
  } satisfies Record<string, Issued>),
)

/** Letters and digits in capitals, accents dropped: `N'Djaména` → `NDJAMENA`. */
export function squeeze(name: string): string {
  return name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

const byCanonical: ReadonlyMap<string, Post> = new Map(posts.map((post) => [post.canonical, post]))
const byAlias: ReadonlyMap<string, readonly Post[]> = collect((post) => [
  post.name,
  ...post.aliases,
  ...(furtherNames.get(post.canonical) ?? []),
  ...(post.canonical === 'IRANRPODUBAI' ? ['DUBAI RPO', 'IRPO DUBAI'] : []),
  ...[...issued].flatMap(([spelling, { canonical }]) =>
    canonical === post.canonical && !byCanonical.has(spelling) ? [spelling] : [],
  ),
])
const byCut: ReadonlyMap<string, readonly Post[]> = collect((post) => [
  post.aad6,
  post.page10 ?? '',
])

/** Words that stand before a city and say only what kind of mission it is. */
const missionWords =
  /^(?:AMEMBASSY|AMEMB|AMCONSUL|EMBASSY|CONSULATE|USMISSION|USLO|USINT|USDEL|USOFFICE)/

function collect(names: (post: Post) => readonly string[]): Map<string, readonly Post[]> {
  const found = new Map<string, readonly Post[]>()
  for (const post of posts) {
    for (const key of new Set(names(post).map(squeeze))) {
      if (key !== '') found.set(key, [...(found.get(key) ?? []), post])
    }
  }
  return found
}

/**
 * All posts a name may mean: canonical, name, alias, then the cuts of document numbers and page
 * headers. Sister missions of a city are different posts. `year` decides between renamed ones.
 */
export function postsNamed(name: string, year?: number): readonly Post[] {
  const key = squeeze(name)
  const exact = byCanonical.get(key)
  if (exact !== undefined) return inForce([...(byAlias.get(key) ?? []), exact], year, exact)
  const named = byAlias.get(key) ?? byAlias.get(closeZeros(key)) ?? byCut.get(key) ?? []
  const zeros = byCanonical.get(closeZeros(key))
  if (named.length === 0 && zeros !== undefined) return [zeros]
  return named.length > 1 ? inForce(named, year) : named
}

/** `ST PETERSBURG` stands under LENINGRAD, issued up to 1991, and under STPETERSBURG. */
function inForce(named: readonly Post[], year: number | undefined, exact?: Post): readonly Post[] {
  const old = named.find((post) => issued.has(post.canonical))
  if (old === undefined || old === exact) return exact === undefined ? named : [exact]
  const until = issued.get(old.canonical)?.until ?? 9999
  if (year !== undefined && year < until) return [old]
  return exact === undefined ? named.filter((post) => post !== old) : [exact]
}

/** Finds the one post a name means: canonical `HANOI`, name, alias, cut; undefined if unsure. */
export function findPost(name: string, year?: number): Post | undefined {
  const found = postsNamed(name, year)
  if (found.length === 1) return found[0]
  if (found.length > 1) return undefined
  const key = squeeze(name)
  const bare = key.replace(missionWords, '')
  if (bare === key || bare === '') return undefined
  const city = postsNamed(bare, year)
  return city.length === 1 ? city[0] : undefined
}

/** The spelling ids carry for a post printed as `printed` in a telegram of `year`. */
export function issuedSpelling(printed: string, post: Post, year?: number): string {
  const key = squeeze(printed).replace(missionWords, '')
  const own = issued.get(key)
  if (own?.canonical === post.canonical && (year === undefined || year <= own.until)) return key
  if (year === undefined) return post.canonical
  for (const [spelling, rule] of issued) {
    const before = rule.canonicalFrom !== undefined && year < rule.canonicalFrom
    if (rule.canonical === post.canonical && before) return spelling
  }
  return post.canonical
}

/** Posts, and older names of posts, cut as in NARA document numbers: `NEWDE`, `LOUREN`, `PORTO`. */
export function stationsCut(cut: string): readonly string[] {
  const found = posts.filter((post) => post.aad6 === cut).map((post) => post.canonical)
  if (found.length > 0 || cut.length < 5) return found
  return [...issued.keys()].filter((spelling) => spelling.startsWith(cut))
}

/** True for a spelling that published ids carry: `KIEV`, `HANOI`; not for slips or short forms. */
export function isIssued(station: string): boolean {
  return byCanonical.has(station) || issued.has(station)
}

/** A zero between letters was typed for the letter: `C0TONOU`, `0SLO`. */
export function closeZeros(station: string): string {
  return station.replace(/(?<=[A-Z])0(?=[A-Z])|\b0(?=[A-Z]{2})|(?<=[A-Z]{2})0(?![0-9A-Z])/gi, 'O')
}

/** Every spelling of a station without blanks, with the posts it may mean. */
export function stationSpellings(): ReadonlyMap<string, readonly Post[]> {
  const all = new Map<string, readonly Post[]>(byAlias)
  for (const [key, post] of byCanonical) all.set(key, [post])
  return all
}
