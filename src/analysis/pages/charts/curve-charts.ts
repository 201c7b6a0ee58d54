import type { LineSeriesOption } from 'echarts/charts'
import type { Curves } from '#src/calibration/backtest/curves.ts'
import {
  type ChartPlan,
  type LegendEntry,
  type Look,
  lineStyle,
  lookOf,
  roundShareAbove,
  SQUARE,
  shareAxis,
} from './chart-option.ts'
import { intervalSeries } from './interval-series.ts'

const GRID = { left: 64, right: 24, top: 16, bottom: 52 }

/** Each scorer's wins found against others taken along, and chance as the diagonal. */
export function rocChart(curves: readonly Curves[]): ChartPlan {
  const series = curves.map(({ scorer, roc }, at): LineSeriesOption => {
    const look = lookOf(at)
    return {
      type: 'line',
      name: scorer,
      showSymbol: false,
      lineStyle: lineStyle(look),
      data: roc.map(({ falsePositive, truePositive }) => [falsePositive, truePositive]),
    }
  })
  return square({
    legend: curves.map(({ scorer }, at) => entryOf(scorer, lookOf(at), false)),
    x: shareAxis('of the records not won, taken along', 30, 1),
    y: shareAxis('of the wins, found', 46, 1),
    series: [diagonal(1), ...series],
  })
}

/** What was promised against what came, with intervals, and the kept promise as the diagonal. */
export function reliabilityChart(curves: readonly Curves[]): ChartPlan {
  const max = roundShareAbove(
    curves.flatMap(({ reliability }) =>
      reliability.flatMap(({ promised, came }) => [promised, came.high]),
    ),
  )
  const series = curves.flatMap(({ scorer, reliability }, at) => {
    const look = lookOf(at)
    const { colour, symbol } = look
    const line: LineSeriesOption = {
      type: 'line',
      name: scorer,
      symbol,
      symbolSize: 9,
      lineStyle: lineStyle(look),
      itemStyle: { color: colour },
      data: reliability.map(({ promised, came }) => [promised, came.rate]),
    }
    const bars = reliability.map(({ promised, came }) => ({
      at: promised,
      low: came.low,
      high: came.high,
    }))
    return [intervalSeries(bars, { colour, along: 'y' }), line]
  })
  return square({
    legend: curves.map(({ scorer }, at) => entryOf(scorer, lookOf(at), true)),
    x: shareAxis('promised to be won', 30, max),
    y: shareAxis('won', 46, max),
    series: [diagonal(max), ...series],
  })
}

function diagonal(max: number): LineSeriesOption {
  return {
    type: 'line',
    silent: true,
    showSymbol: false,
    lineStyle: { color: 'var(--quiet)', width: 1, type: [4, 4] },
    data: [
      [0, 0],
      [max, max],
    ],
  }
}

function entryOf(name: string, { colour, dash, symbol }: Look, withSymbol: boolean): LegendEntry {
  return { name, colour, line: dash, ...(withSymbol ? { symbol } : {}) }
}

interface SquareParts {
  readonly legend: readonly LegendEntry[]
  readonly x: ReturnType<typeof shareAxis>
  readonly y: ReturnType<typeof shareAxis>
  readonly series: NonNullable<ChartPlan['option']['series']>
}

function square({ legend, x, y, series }: SquareParts): ChartPlan {
  return {
    option: { grid: GRID, xAxis: x, yAxis: y, series },
    width: SQUARE,
    height: SQUARE - 48,
    legend,
  }
}
