import type {
  BarSeriesOption,
  CustomSeriesOption,
  LineSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  MarkLineComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | LineSeriesOption
  | MarkLineComponentOption
  | ScatterSeriesOption
>

/** A chart before it is drawn, in pixels as on a wide screen. */
export interface ChartPlan {
  readonly option: ChartOption
  readonly width: number
  readonly height: number
  readonly legend: readonly LegendEntry[]
}

/** What stands for a series: its line, its symbol, or a piece of its bars. */
export interface LegendEntry {
  readonly name: string
  readonly colour: string
  readonly line?: Dash
  readonly symbol?: Mark
  readonly bar?: 'plain' | 'striped'
}

/** Lengths of dashes and gaps in pixels. */
export type Dash = 'solid' | readonly number[]
export type Mark = 'circle' | 'diamond' | 'triangle' | 'rect'

export const WIDE = 720
/** For charts of which both axes are shares of a whole. */
export const SQUARE = 520

/** How a series looks: told apart by colour, and by dash and symbol too. The colours are the page's. */
export interface Look {
  readonly colour: string
  readonly dash: Dash
  readonly symbol: Mark
}

const FIRST: Look = { colour: 'var(--one)', dash: 'solid', symbol: 'circle' }
const LOOKS: readonly Look[] = [
  FIRST,
  { colour: 'var(--two)', dash: [7, 4], symbol: 'diamond' },
  { colour: 'var(--three)', dash: [2, 3], symbol: 'triangle' },
  { colour: 'var(--four)', dash: [10, 3, 2, 3], symbol: 'rect' },
  { colour: 'var(--five)', dash: [14, 6], symbol: 'circle' },
]

export function lookOf(index: number): Look {
  return LOOKS[index % LOOKS.length] ?? FIRST
}

export function lineStyle({ colour, dash }: Pick<Look, 'colour' | 'dash'>) {
  return { color: colour, width: 2, type: dash === 'solid' ? dash : [...dash] }
}

export const TEXT_SIZE = 13

const AXIS = {
  axisLine: { show: true, lineStyle: { color: 'var(--quiet)' } },
  axisLabel: { color: 'var(--ink)', fontSize: TEXT_SIZE, hideOverlap: true },
  nameTextStyle: { color: 'var(--quiet)', fontSize: TEXT_SIZE },
  nameLocation: 'middle',
} as const
const GRID_LINES = { splitLine: { show: true, lineStyle: { color: 'var(--grid)' } } } as const

/** An axis of numbers. */
export function valueAxis(name: string, nameGap: number) {
  return { ...AXIS, ...GRID_LINES, type: 'value', name, nameGap, min: 0 } as const
}

/** An axis of shares from 0 up to `max`. */
export function shareAxis(name: string, nameGap: number, max: number) {
  const { axisLabel, ...axis } = valueAxis(name, nameGap)
  const formatter = (value: number): string => `${Math.round(value * 100)} %`
  return { ...axis, max, axisLabel: { ...axisLabel, formatter } } as const
}

export function categoryAxis(names: readonly string[]) {
  const data: string[] = [...names]
  return { ...AXIS, type: 'category', data, axisTick: { show: false } } as const
}

/** The least round share an axis must reach to show all of these. */
export function roundShareAbove(shares: readonly number[]): number {
  const most = shares.reduce((largest, share) => Math.max(largest, share), 0)
  const step = most > 0.5 ? 0.1 : 0.05
  return Math.min(1, Math.max(step, Math.ceil((most * 1.02) / step - 1e-9) * step))
}
