import type { ScatterSeriesOption } from 'echarts/charts'
import type { Estimated, RateThenAndNow } from './chart.ts'
import { type ChartPlan, categoryAxis, roundShareAbove, shareAxis, WIDE } from './chart-option.ts'
import { intervalSeries } from './interval-series.ts'

const BEFORE = 'at the baseline'
const NOW = 'now'
const ASIDE = 9

/** Two points for each tier, one above the other, each with its interval. */
export function closeRateChart(rates: readonly RateThenAndNow[]): ChartPlan {
  const names = categoryAxis(rates.map(({ subject }) => subject))
  const ends = rates.flatMap(({ before, now }) => [before, now].map(highest))
  const before = rates.map((rate) => rate.before)
  const now = rates.map((rate) => rate.now)
  return {
    option: {
      grid: { left: 180, right: 32, top: 16, bottom: 52 },
      xAxis: shareAxis('won, of those old enough to know', 30, roundShareAbove(ends)),
      yAxis: {
        ...names,
        inverse: true,
        axisLabel: { ...names.axisLabel, width: 165, overflow: 'break' },
      },
      series: [
        intervals(before, 'var(--five)', -ASIDE),
        intervals(now, 'var(--one)', ASIDE),
        dots(BEFORE, before, 'var(--five)', 'diamond', -ASIDE),
        dots(NOW, now, 'var(--one)', 'circle', ASIDE),
      ],
    },
    width: WIDE,
    height: 84 + 56 * Math.max(2, rates.length),
    legend: [
      { name: BEFORE, colour: 'var(--five)', symbol: 'diamond' },
      { name: NOW, colour: 'var(--one)', symbol: 'circle' },
    ],
  }
}

function highest({ rate, interval }: Estimated): number {
  return interval?.high ?? rate
}

function intervals(estimates: readonly Estimated[], colour: string, aside: number) {
  const bars = estimates.flatMap(({ interval }, at) =>
    interval === undefined ? [] : [{ at, low: interval.low, high: interval.high }],
  )
  return intervalSeries(bars, { colour, along: 'x', aside })
}

function dots(
  name: string,
  estimates: readonly Estimated[],
  color: string,
  symbol: string,
  aside: number,
): ScatterSeriesOption {
  return {
    type: 'scatter',
    name,
    symbol,
    symbolSize: 12,
    symbolOffset: [0, aside],
    itemStyle: { color, opacity: 1 },
    data: estimates.map(({ rate }, at) => [rate, at]),
  }
}
