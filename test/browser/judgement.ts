import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All rules of WCAG 2.0 to 2.2 A and AA and all best practices, the ones that are off at first too. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

/** How a page fared. */
export interface Judgement {
  /** How many rules it was judged by. */
  readonly rules: number
  readonly violations: readonly string[]
}

/** Opens an address and judges the page by all the rules, with everything that folds unfolded. */
export async function judged(page: Page, address: string): Promise<Judgement> {
  await page.goto(address)
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  await page.evaluate(source)
  return await page.evaluate(async (wanted) => {
    const rules = window.axe.getRules(wanted).filter((rule) => !rule.tags.includes('deprecated'))
    const values = rules.map((rule) => rule.ruleId)
    const result = await window.axe.run(document, { runOnly: { type: 'rule', values } })
    const told = result.violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
    )
    return { rules: values.length, violations: told }
  }, tags)
}
