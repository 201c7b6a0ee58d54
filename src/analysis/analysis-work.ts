import type { OutcomeRecord } from '../calibration/outcome-record.ts'
import type { Case } from '../outcomes/case.ts'
import { LEARNABLE_FACTS } from '../outcomes/learnable-facts.ts'
import { outcomeRecordOf, wasThereBefore } from '../outcomes/outcome-records.ts'
import {
  type ApprovedSegments,
  AUDIENCES,
  type Audience,
  type PortalId,
  type SegmentDefinition,
} from '../ports.ts'
import type { ExplainableModel } from '../scoring/compile-model.ts'
import type { KeptResult } from '../store/analysis-repositories.ts'
import type { CalibrationRequest, ReportRequest } from './analysis-request.ts'
import { calibratePortal } from './calibrate-portal.ts'
import { type ReportRecord, reportPortal } from './report-portal.ts'

/** An analysis as a thread is given it: plain data. */
export interface AnalysisWork {
  readonly portal: PortalId
  readonly request: CasesRequest
  readonly now: number
  /** How many cases a person asked to see; of a report. */
  readonly reviewCases?: number | undefined
  /** In force; of a report. */
  readonly approved?: ApprovedSegments | undefined
}

export interface WorkedOut {
  readonly results: readonly KeptResult[]
  /** Of a report: what the segments it proposes are made of, to be kept until a person names them. */
  readonly proposed?: SegmentDefinition
}

/** What is worked out from cases alone. A calibration without an audience is of each that has any. */
export type CasesRequest =
  | (Omit<CalibrationRequest, 'audience'> & { readonly audience?: Audience | undefined })
  | ReportRequest

/** Takes cases page by page, in any order, and works everything out at the end. */
export interface Analyst {
  readonly take: (page: readonly Case[]) => void
  readonly workOut: () => WorkedOut
}

type Models = ReadonlyMap<Audience, ExplainableModel>

export function createAnalyst(work: AnalysisWork, models: Models): Analyst {
  const { request } = work
  if (request.kind === 'report') return createReporter(work, request, models)
  return createCalibrator(work, request, models)
}

interface History {
  readonly cases: Case[]
  readonly records: OutcomeRecord[]
}

function createCalibrator(
  { portal, now }: AnalysisWork,
  { conversationsAWeek, audience: only }: Extract<CasesRequest, { kind: 'calibration' }>,
  models: Models,
): Analyst {
  const histories = new Map<Audience, History>()
  return {
    take: (page) => {
      for (const one of page) {
        const model = models.get(one.audience)
        if (model === undefined || one.audience !== (only ?? one.audience)) continue
        const own = histories.get(one.audience) ?? { cases: [], records: [] }
        own.cases.push(lean(one))
        own.records.push({ ...outcomeRecordOf(one, model), facts: {}, points: {} })
        histories.set(one.audience, own)
      }
    },
    workOut: () => ({
      results: AUDIENCES.flatMap((audience) => {
        const model = models.get(audience)
        const none = audience === only ? { cases: [], records: [] } : undefined
        const own = histories.get(audience) ?? none
        if (model === undefined || own === undefined) return []
        return [calibratePortal({ portal, audience, model, ...own, now, conversationsAWeek })]
      }),
    }),
  }
}

/** What was scored at each tier is counted by now; a hundred thousand people leave no room for it. */
function lean(one: Case): Case {
  const [first] = one.reached
  const { facts, activities } = one
  return { ...one, reached: [{ ...first, subject: { facts, activities } }], auditFacts: {} }
}

/** Keeps no more of a case than is counted. */
function createReporter(
  { portal, now, reviewCases, approved }: AnalysisWork,
  { since, spend }: ReportRequest,
  models: Models,
): Analyst {
  const records: ReportRecord[] = []
  return {
    take: (page) => {
      for (const one of page) {
        const model = models.get(one.audience)
        if (model === undefined) continue
        records.push({
          record: outcomeRecordOf(one, model),
          auditFacts: one.auditFacts,
          wasThereBefore: wasThereBefore(one),
        })
      }
    },
    workOut: () => {
      const asked = { since, spend, reviewCases, approved }
      const history = { portal, models, records, facts: LEARNABLE_FACTS, now, ...asked }
      const { result, proposed } = reportPortal(history)
      return { results: [result], proposed }
    },
  }
}
