import type { AnalysisResult } from '#src/analysis/results.ts'
import type { AnalysisDocument } from './document.ts'
import { calibrationDocument } from './sections/calibration-document.ts'
import { driftDocument } from './sections/drift-document.ts'
import { reportDocument } from './sections/report-document.ts'

export function documentOf(result: AnalysisResult): AnalysisDocument {
  switch (result.kind) {
    case 'calibration':
      return calibrationDocument(result)
    case 'report':
      return reportDocument(result)
    case 'drift':
      return driftDocument(result)
  }
}
