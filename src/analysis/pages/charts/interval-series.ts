import type { CustomSeriesOption } from 'echarts/charts'

export interface IntervalBar {
  /** Where on the other axis: a number, or the position of a category. */
  readonly at: number
  readonly low: number
  readonly high: number
}

interface IntervalLook {
  readonly colour: string
  /** Which axis the interval lies along. */
  readonly along: 'x' | 'y'
  /** Pixels beside its place, so that two can be told apart. */
  readonly aside?: number
  /** Of the second pair of axes. */
  readonly axisIndex?: number
}

const CAP = 4

/** 95 % intervals as lines with caps: the library has bars, but none for what is not sure. */
export function intervalSeries(
  bars: readonly IntervalBar[],
  { colour, along, aside = 0, axisIndex = 0 }: IntervalLook,
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z: 3,
    xAxisIndex: axisIndex,
    yAxisIndex: axisIndex,
    encode: along === 'y' ? { x: 0, y: [1, 2] } : { x: [1, 2], y: 0 },
    data: bars.map(({ at, low, high }) => [at, low, high]),
    renderItem: (_, api) => {
      const place = (value: number) =>
        along === 'y' ? api.coord([api.value(0), value]) : api.coord([value, api.value(0)])
      const [lowX = 0, lowY = 0] = place(Number(api.value(1)))
      const [highX = 0, highY = 0] = place(Number(api.value(2)))
      const shape =
        along === 'y' ? upright(lowX + aside, lowY, highY) : lying(lowX, highX, lowY + aside)
      const style = { stroke: colour, lineWidth: 1.6, fill: 'none' }
      return { type: 'path', shape: { pathData: shape }, style }
    },
  }
}

function upright(x: number, low: number, high: number): string {
  return `M${x} ${low}L${x} ${high}M${x - CAP} ${low}L${x + CAP} ${low}M${x - CAP} ${high}L${x + CAP} ${high}`
}

function lying(low: number, high: number, y: number): string {
  return `M${low} ${y}L${high} ${y}M${low} ${y - CAP}L${low} ${y + CAP}M${high} ${y - CAP}L${high} ${y + CAP}`
}
