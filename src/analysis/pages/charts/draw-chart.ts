import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { asHtml, type Html, html } from '../page/html.ts'
import { plainText } from '../plain-text.ts'
import type { Chart } from './chart.ts'
import { type ChartPlan, SQUARE, TEXT_SIZE } from './chart-option.ts'
import { closeRateChart } from './close-rate-chart.ts'
import { reliabilityChart, rocChart } from './curve-charts.ts'
import { legendOf } from './legend.ts'
import { scoreChart } from './score-chart.ts'
import { shiftChart } from './shift-chart.ts'
import { thresholdChart } from './threshold-chart.ts'
import { tidyDrawing } from './tidy-drawing.ts'
import { tierChart } from './tier-chart.ts'

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
])

/** Draws a chart as a figure; `id` must be the only one of its page. */
export function drawChart(chart: Chart, id: string): Html {
  const plan = planOf(chart)
  const { width, height, legend } = plan
  const kind = width === SQUARE ? 'square' : 'wide'
  return html`<figure class="${kind}" tabindex="0">
<figcaption>${plainText(chart.title)}</figcaption>
${legendOf(legend)}
<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t">${plainText(chart.title)}</title>
<desc id="${id}-d">${plainText(chart.description)}</desc>
${asHtml(tidyDrawing(draw(plan), id))}
</svg>
</figure>`
}

function planOf(chart: Chart): ChartPlan {
  switch (chart.kind) {
    case 'roc':
      return rocChart(chart.curves)
    case 'reliability':
      return reliabilityChart(chart.curves)
    case 'scores':
      return scoreChart(chart.bands)
    case 'thresholds':
      return thresholdChart(chart.choices, chart.marks)
    case 'tiers':
      return tierChart(chart.tiers)
    case 'shifts':
      return shiftChart(chart.shifts)
    case 'close-rates':
      return closeRateChart(chart.rates)
  }
}

function draw({ option, width, height }: ChartPlan): string {
  const chart = init(undefined, undefined, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'system-ui, sans-serif', fontSize: TEXT_SIZE },
      ...option,
    })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
