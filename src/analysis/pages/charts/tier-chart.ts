import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { TierBar } from './chart.ts'
import {
  type ChartPlan,
  categoryAxis,
  roundShareAbove,
  shareAxis,
  TEXT_SIZE,
  valueAxis,
  WIDE,
} from './chart-option.ts'
import { intervalSeries } from './interval-series.ts'

/** Records on the left, the share won with its interval on the right, a line for each tier. */
export function tierChart(tiers: readonly TierBar[]): ChartPlan {
  const shown = tiers.flatMap(({ won }, at) => (won === undefined ? [] : [{ at, won }]))
  const max = roundShareAbove(shown.map(({ won }) => won.high))
  const names = categoryAxis(tiers.map(({ tier }) => tier))
  const rows = { ...names, inverse: true }
  const bars = shown.map(({ at, won }) => ({ at, low: won.low, high: won.high }))
  return {
    option: {
      grid: [
        { left: 150, width: 230, top: 16, bottom: 52 },
        { left: 440, right: 32, top: 16, bottom: 52 },
      ],
      xAxis: [
        // Room for the number beside the longest bar.
        { ...valueAxis('records', 30), splitNumber: 3, boundaryGap: [0, '18%'] },
        { ...shareAxis('won, of those old enough to know', 30, max), gridIndex: 1, splitNumber: 4 },
      ],
      yAxis: [
        { ...rows, axisLabel: { ...names.axisLabel, width: 135, overflow: 'break' } },
        { ...rows, gridIndex: 1, axisLabel: { show: false } },
      ],
      series: [
        recordBars(tiers.map(({ records }) => records)),
        intervalSeries(bars, { colour: 'var(--one)', along: 'x', axisIndex: 1 }),
        rates(shown.map(({ at, won }) => [won.rate, at])),
      ],
    },
    width: WIDE,
    height: 100 + 56 * Math.max(2, tiers.length),
    legend: [],
  }
}

function recordBars(data: number[]): BarSeriesOption {
  const label = { show: true, position: 'right', color: 'var(--ink)', fontSize: TEXT_SIZE } as const
  return {
    type: 'bar',
    barWidth: 24,
    itemStyle: { color: 'var(--five)' },
    label: { ...label, formatter: ({ value }) => Number(value).toLocaleString('en-US') },
    data,
  }
}

function rates(data: number[][]): ScatterSeriesOption {
  return {
    type: 'scatter',
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbol: 'circle',
    symbolSize: 11,
    itemStyle: { color: 'var(--one)', opacity: 1 },
    data,
  }
}
