import type { AnalysisResult } from '#src/analysis/results.ts'
import { documentOf } from './document-of.ts'
import { renderPage } from './page/render-page.ts'

/** A page that stands by itself: no script, nothing to load, the same for the same result. */
export async function analysisPage(result: AnalysisResult): Promise<string> {
  const document = documentOf(result)
  // The chart library takes its time to load; who wants no page does not wait for it.
  const { drawChart } = await import('./charts/draw-chart.ts')
  const figures = document.sections.map(({ charts = [] }, section) =>
    charts.map((chart, at) => drawChart(chart, `c${section + 1}-${at + 1}`)),
  )
  return renderPage(document, figures)
}
