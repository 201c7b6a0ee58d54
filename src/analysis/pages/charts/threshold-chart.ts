import type { LineSeriesOption } from 'echarts/charts'
import type { Choice } from '#src/calibration/threshold-choices.ts'
import type { ThresholdMark } from './chart.ts'
import {
  type ChartPlan,
  type Look,
  lineStyle,
  lookOf,
  roundShareAbove,
  shareAxis,
  TEXT_SIZE,
  valueAxis,
  WIDE,
} from './chart-option.ts'

const RATE = 'close rate from there up'
const RECORDS = 'records a week'
const RATE_LOOK = lookOf(0)
const RECORDS_LOOK = lookOf(1)

/** Close rate with its interval as a band, and conversations a week, by cut-off. */
export function thresholdChart(
  choices: readonly Choice[],
  marks: readonly ThresholdMark[],
): ChartPlan {
  const rising = choices.toReversed()
  const max = roundShareAbove(rising.map(({ closeRate }) => closeRate.high))
  const rates = rising.map(({ atLeast, closeRate }) => [atLeast, closeRate.rate])
  const records = rising.map(({ atLeast, recordsAWeek }) => [atLeast, recordsAWeek])
  return {
    option: {
      grid: { left: 64, right: 64, top: 16 + 18 * marks.length, bottom: 52 },
      xAxis: { ...valueAxis('cut-off', 30), splitLine: { show: false }, max: 100 },
      yAxis: [
        shareAxis('close rate', 46, max),
        { ...valueAxis('records a week', 44), splitLine: { show: false } },
      ],
      series: [
        ...band(rising),
        line({ name: RATE, data: rates, look: RATE_LOOK, marks }),
        {
          ...line({ name: RECORDS, data: records, look: RECORDS_LOOK }),
          yAxisIndex: 1,
        },
      ],
    },
    width: WIDE,
    height: 360 + 18 * marks.length,
    legend: [
      { name: RATE, colour: RATE_LOOK.colour, line: RATE_LOOK.dash },
      { name: RECORDS, colour: RECORDS_LOOK.colour, line: RECORDS_LOOK.dash },
    ],
  }
}

/** From low to high, as the second of two stacked areas. */
function band(rising: readonly Choice[]): LineSeriesOption[] {
  const area = (data: number[][], opacity: number): LineSeriesOption => ({
    type: 'line',
    stack: 'interval',
    silent: true,
    showSymbol: false,
    lineStyle: { opacity: 0 },
    areaStyle: { color: 'var(--band)', opacity },
    data,
  })
  return [
    area(
      rising.map(({ atLeast, closeRate }) => [atLeast, closeRate.low]),
      0,
    ),
    area(
      rising.map(({ atLeast, closeRate }) => [atLeast, closeRate.high - closeRate.low]),
      0.18,
    ),
  ]
}

interface LineParts {
  readonly name: string
  readonly data: number[][]
  readonly look: Look
  readonly marks?: readonly ThresholdMark[]
}

function line({ name, data, look, marks = [] }: LineParts): LineSeriesOption {
  return {
    type: 'line',
    name,
    showSymbol: false,
    lineStyle: lineStyle(look),
    data,
    ...(marks.length === 0 ? {} : { markLine: markLine(marks) }),
  }
}

/** Proposed cut-offs; each label a line higher than the last, as two may lie close together. */
function markLine(marks: readonly ThresholdMark[]): NonNullable<LineSeriesOption['markLine']> {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: 'var(--quiet)', type: [3, 3], width: 1.4 },
    data: marks
      .toSorted((one, two) => one.score - two.score)
      .map(({ name, score }, at) => ({
        xAxis: score,
        label: {
          formatter: `${name}: ${score}`,
          color: 'var(--ink)',
          fontSize: TEXT_SIZE,
          position: 'end',
          distance: 4 + 18 * at,
          align: alignOf(score),
        },
      })),
  }
}

/** Towards the middle, so that no label leaves the drawing. */
function alignOf(score: number): 'left' | 'center' | 'right' {
  if (score > 70) return 'right'
  return score < 30 ? 'left' : 'center'
}
