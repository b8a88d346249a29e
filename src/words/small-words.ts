/**
 * Articles, conjunctions and short prepositions, small inside a title; particles of names with
 * them (`Charge de la Roe`).
 */
export const smallWords: ReadonlySet<string> = new Set(
  `A AN AND AS AT BUT BY EN FOR FROM IF IN INTO NOR OF ON ONTO OR PER THE TO VIA VS WITH
   DE DEL DER DES DI DO DOS DU ET IBN LAS VON Y`.split(/\s+/),
)

/** Behind one of these a single `A` is a letter, no article: `ANNEX A`, `PLAN A`. */
export const lettered: ReadonlySet<string> = new Set(
  'ANNEX APPENDIX CATEGORY CLASS GRADE GROUP HEPATITIS LIST OPTION PART PLAN REF SCHEDULE SECTION TYPE VITAMIN'.split(
    ' ',
  ),
)

/** Titles of persons that end in a full stop, which ends no sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  `MR MRS MS DR ST SEN REP AMB GEN COL LT SGT CAPT ADM GOV MAJ CDR HON REV PROF PRES JR SR NO NOS VS
   JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC DEPT MIN INC LTD CORP CO BROS FT MT ETC INT INTL
   ASST GOVT PARA REF VOL ART SEC EST`.split(/\s+/),
)
