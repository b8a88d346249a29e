import { counted, grouped } from './count.ts'
import type { Bar } from './listing.ts'
import type { Markup } from './markup.ts'

/** Bars in one drawing at most; more years than that are drawn in equal groups. */
const barsMax = 120
/** Fewer years than this get empty neighbours, so that a bar stays a bar. */
const barsMin = 13

/**
 * Cables over time: a drawing that who listens may skip, and its table with the links.
 * The drawing has no links and no script; the table says everything the drawing shows.
 */
export function YearChart(props: {
  readonly bars: readonly Bar[]
  readonly height?: number
}): Markup {
  const bars = withoutGaps(props.bars)
  if (bars.length === 0) return null
  return (
    <figure class="chart">
      <Drawing bars={bars} height={props.height ?? 100} />
      <YearTable bars={props.bars} />
    </figure>
  )
}

function Drawing(props: { readonly bars: readonly Bar[]; readonly height: number }): Markup {
  const { bars, height } = props
  const step = 1176 / bars.length
  const highest = Math.max(...bars.map((bar) => bar.count), 1)
  const wide = Math.min(step - Math.min(step * 0.15, 4), 60)
  return (
    <>
      <svg
        viewBox={`0 0 1176 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {bars.map((bar, n) => {
          const tall = bar.count === 0 ? 0 : Math.max(3, (bar.count / highest) * (height - 2))
          return (
            <rect
              x={round(n * step + (step - wide) / 2)}
              y={round(height - tall)}
              width={round(wide)}
              height={round(tall)}
            />
          )
        })}
      </svg>
      <div class="axis" aria-hidden="true">
        {axisYears(bars).map((year) => (
          <span>{year}</span>
        ))}
      </div>
    </>
  )
}

function YearTable({ bars }: { readonly bars: readonly Bar[] }): Markup {
  const total = bars.reduce((sum, bar) => sum + bar.count, 0)
  return (
    <details class="chart-table">
      <summary>{`Cables by year: ${counted(total, 'cable')} with a date, as a table`}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Cables</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr>
              <th scope="row">
                {bar.href === undefined ? bar.value : <a href={bar.href}>{bar.value}</a>}
              </th>
              <td>{grouped(bar.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Every year from the first to the last, in groups where there are more than fit. */
function withoutGaps(bars: readonly Bar[]): Bar[] {
  const years = bars.map((bar) => Number(bar.value)).filter((year) => Number.isInteger(year))
  if (years.length === 0) return []
  const known = Math.max(...years) - Math.min(...years) + 1
  const span = Math.max(known, barsMin)
  const first = Math.min(...years) - Math.floor((span - known) / 2)
  const width = Math.ceil(span / barsMax)
  const groups: Bar[] = []
  for (let year = first; year < first + span; year += width) {
    groups.push({ value: String(year), count: 0 })
  }
  const counts = groups.map(() => 0)
  for (const bar of bars) {
    const at = Math.floor((Number(bar.value) - first) / width)
    if (counts[at] !== undefined) counts[at] += bar.count
  }
  return groups.map((group, n) => ({ ...group, count: counts[n] ?? 0 }))
}

/** First, last, and up to three years between, evenly apart as the bars are. */
function axisYears(bars: readonly Bar[]): string[] {
  const parts = Math.min(4, bars.length - 1)
  if (parts <= 0) return bars.map((bar) => bar.value)
  const years: string[] = []
  for (let n = 0; n <= parts; n++) {
    years.push(bars[Math.round((n * (bars.length - 1)) / parts)]?.value ?? '')
  }
  return years
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
