import type { BarSeriesOption } from 'echarts/charts'
import type { ScoreBand } from '#src/analysis/results.ts'
import { type ChartPlan, categoryAxis, valueAxis, WIDE } from './chart-option.ts'

const WON = 'won'
const NOT_WON = 'not won'
/** Stripes, so that won differs without colour. */
const STRIPES = {
  color: 'var(--paper)',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
}

/** Records by score, the won ones at the foot of each bar. */
export function scoreChart(bands: readonly ScoreBand[]): ChartPlan {
  const names = bands.map(nameOf)
  const axis = categoryAxis(names)
  return {
    option: {
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      grid: { left: 64, right: 16, top: 16, bottom: 52 },
      xAxis: {
        ...axis,
        name: 'score',
        nameGap: 30,
        axisLabel: { ...axis.axisLabel, interval: bands.length > 12 ? 1 : 0 },
      },
      yAxis: valueAxis('records', 48),
      series: [
        bars(
          WON,
          'var(--one)',
          STRIPES,
          bands.map(({ won }) => won),
        ),
        bars(
          NOT_WON,
          'var(--five)',
          { symbol: 'none' },
          bands.map(({ notWon }) => notWon),
        ),
      ],
    },
    width: WIDE,
    height: 320,
    legend: [
      { name: WON, colour: 'var(--one)', bar: 'striped' },
      { name: NOT_WON, colour: 'var(--five)', bar: 'plain' },
    ],
  }
}

/** A dash between numbers below none would read as another sign. */
function nameOf({ from, to }: ScoreBand): string {
  if (from === to) return String(from).replace('-', '−')
  return from < 0 ? `${from} to ${to}`.replaceAll('-', '−') : `${from}–${to}`
}

function bars(
  name: string,
  color: string,
  decal: typeof STRIPES | { symbol: 'none' },
  data: number[],
): BarSeriesOption {
  return {
    type: 'bar',
    name,
    stack: 'records',
    barCategoryGap: '18%',
    // A copy, as the library writes into it.
    itemStyle: { color, decal: { ...decal } },
    data,
  }
}
