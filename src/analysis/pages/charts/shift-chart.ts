import type { BarSeriesOption } from 'echarts/charts'
import { LARGE_SHIFT, MODERATE_SHIFT } from '#src/calibration/statistics/population-stability.ts'
import type { ShiftBar } from './chart.ts'
import { type ChartPlan, categoryAxis, TEXT_SIZE, valueAxis, WIDE } from './chart-option.ts'

/** The stability index of each, beside the two bounds. */
export function shiftChart(shifts: readonly ShiftBar[]): ChartPlan {
  const names = categoryAxis(shifts.map(({ subject }) => subject))
  const most = shifts.reduce((largest, { index }) => Math.max(largest, index), LARGE_SHIFT)
  return {
    option: {
      grid: { left: 210, right: 40, top: 36, bottom: 52 },
      xAxis: { ...valueAxis('stability index', 30), max: Math.ceil(most * 1.15 * 10) / 10 },
      yAxis: {
        ...names,
        inverse: true,
        axisLabel: { ...names.axisLabel, width: 190, overflow: 'truncate' },
      },
      series: [bars(shifts)],
    },
    width: WIDE,
    height: 110 + 34 * Math.max(2, shifts.length),
    legend: [],
  }
}

function bars(shifts: readonly ShiftBar[]): BarSeriesOption {
  return {
    type: 'bar',
    barWidth: 18,
    data: shifts.map(({ index }) => ({
      value: index,
      itemStyle: { color: index >= LARGE_SHIFT ? 'var(--two)' : 'var(--one)' },
    })),
    label: {
      show: true,
      position: 'right',
      color: 'var(--ink)',
      fontSize: TEXT_SIZE,
      formatter: ({ value }) => Number(value).toFixed(2),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: 'var(--quiet)', type: [4, 4] },
      // The axis of names runs downwards, so that a line starts at the top.
      label: { color: 'var(--quiet)', fontSize: TEXT_SIZE, position: 'start' },
      data: [
        { xAxis: MODERATE_SHIFT, label: { formatter: 'somewhat' } },
        { xAxis: LARGE_SHIFT, label: { formatter: 'much' } },
      ],
    },
  }
}
