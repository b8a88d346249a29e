/** `SUMMARY`, also misspelt: `SUMMAY`, `SUMARY`, `SUMMRY`, `SUMAMRY`, `UMMARY` (wild 10). */
export const summaryWord = '(?:su?m{1,3}a?r?y|umm?ary|sumamry|summray)'
/** What may stand before it in a title: `EXECUTIVE SUMMARY`, `INTRODUCTION AND SUMMARY`. */
export const beforeSummary =
  '(?:begin|executive|(?:introduction|action request|comment|overview|background|key points|conclusions?)(?: and|,| &|\\s?/))'

/** What an opening or an end of a summary holds, looked for first. */
export const anySummary: RegExp = new RegExp(`${summaryWord}|\\bsum\\b`, 'i')

/** `END SUMMARY`, `END OF SUMMARY`, `End introduction and summary`, `End sum.` */
export const summaryEnds: RegExp = new RegExp(
  `\\bend\\s+(?:of\\s+)?(?:the\\s+)?(?:${beforeSummary}\\s*)?(?:${summaryWord}|sum)\\b`,
  'i',
)

const mark = '(?:\\u00b6|\\[1\\]\\(#\\))?'
const portion = '(?:\\([A-Z/]{1,8}\\) {0,2}){0,2}'
const title = `(?:${beforeSummary}\\s?)?${summaryWord}\\b`
/** `1. (C) SUMMARY`, `Summary ---`, `--- SUMMARY`, `I. Summary`, `… 2. Summary:` in running text. */
export const summaryOpens: RegExp = new RegExp(
  `(?<!\\bend[ \\t]{0,4}[\\r\\n]{1,2})^[ \\t]*(?:${mark}\\d{1,2}\\. {0,2}){0,2}(?:${mark}[IVX]{1,3}\\. |[A-C]\\. )?${portion}["'(]?${title}|[-=]{3} ?${title}|\\d\\. {0,2}${portion}${title}(?= ?[:.-])`,
  'im',
)
