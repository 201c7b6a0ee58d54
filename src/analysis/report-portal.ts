import { assignSegment } from '../calibration/assign-segment.ts'
import { type Maturity, maturityOf } from '../calibration/censoring.ts'
import { auditFairness } from '../calibration/fairness.ts'
import type { OutcomeRecord } from '../calibration/outcome-record.ts'
import { proposeSegments, type SegmentProposal } from '../calibration/segments.ts'
import { shownCount } from '../calibration/small-cells.ts'
import { proposeThresholds } from '../calibration/thresholds.ts'
import { type TierReport, tierReport } from '../calibration/tier-report.ts'
import {
  type ApprovedSegments,
  AUDIENCES,
  type Audience,
  type Facts,
  type PortalId,
  type SegmentDefinition,
} from '../ports.ts'
import type { ExplainableModel } from '../scoring/compile-model.ts'
import type { ReportRequest } from './analysis-request.ts'
import { knownAfterDays } from './calibrate-portal.ts'
import { fairnessAttributes } from './fairness-attributes.ts'
import type { ReportResult } from './results.ts'
import { scoreBands } from './score-bands.ts'

/** A record and what it may be looked at by in an audit only. */
export interface ReportRecord {
  readonly record: OutcomeRecord
  readonly auditFacts: Facts
  /** They could be worked before they were first scored. */
  readonly wasThereBefore: boolean
}

export interface ReportHistory extends Omit<ReportRequest, 'kind'> {
  readonly portal: PortalId
  readonly models: ReadonlyMap<Audience, ExplainableModel>
  readonly records: readonly ReportRecord[]
  /** Facts a segment may be made of. */
  readonly facts: readonly string[]
  readonly now: number
  /** How many cases a person asked to see. */
  readonly reviewCases?: number | undefined
  /** Segments in force; the report then tells by these, and still says which it would propose. */
  readonly approved?: ApprovedSegments | undefined
}

export interface PortalReport {
  readonly result: ReportResult
  /** What the proposed segments are made of; its bounds are somebody's values and not for a report. */
  readonly proposed: SegmentDefinition
}

/** What became of everybody who was scored. */
export function reportPortal(history: ReportHistory): PortalReport {
  const { portal, now, since, spend, reviewCases } = history
  const records = history.records.map(({ record }) => record)
  const maturity = maturityOf(records, now)
  const at = { maturity, now }
  const segments = proposeSegments(records, { ...at, facts: history.facts })
  const segmentOf = segmentsInForce(history.approved) ?? segments.segmentOf
  const divided = records.map((record) => ({ ...record, segment: segmentOf(record) }))
  const report = tierReport(divided, {
    ...at,
    ...(spend === undefined ? {} : { spend }),
    ...(reviewCases === undefined ? {} : { reviewCases }),
  })
  const audiences = standAlone(records, report)
  const result: ReportResult = {
    kind: 'report',
    portal,
    at: now,
    since,
    thereBefore: shownCount(history.records.filter((one) => one.wasThereBefore).length),
    knownAfterDays: Object.fromEntries(
      audiences.map(({ audience }) => [audience, knownAfterDays(maturity, audience)]),
    ),
    report,
    segments: segmentResults(segments),
    thresholds: audiences.map((one) => ({
      audience: one.audience,
      proposal: proposeThresholds(one.records, at),
    })),
    fairness: fairnessOf(history, maturity, audiences),
    scores: scoreBands(
      audiences.map((one) => one.records),
      at,
    ),
  }
  return { result, proposed: segments.definition }
}

function segmentsInForce(approved: ApprovedSegments | undefined) {
  if (approved === undefined) return undefined
  const { definition, names } = approved
  return (record: OutcomeRecord): string | undefined =>
    names[assignSegment(definition, record) ?? '']
}

interface OfAudience {
  readonly audience: Audience
  readonly records: readonly OutcomeRecord[]
}

/**
 * Audiences whose counts the report tells by themselves. Of one that is told together with others, a
 * figure of its own would give those others away.
 */
function standAlone(
  records: readonly OutcomeRecord[],
  { tables }: TierReport,
): readonly OfAudience[] {
  const rows = tables.find(({ by }) => by === 'audience')?.rows ?? []
  return AUDIENCES.flatMap((audience) => {
    const row = rows.find(({ group }) => group === audience)
    if (row?.won?.over.length !== 1) return []
    return [{ audience, records: records.filter((record) => record.audience === audience) }]
  })
}

function segmentResults({ kept, everyoneElse, looked }: SegmentProposal): ReportResult['segments'] {
  return {
    looked,
    everyoneElse,
    kept: kept.map(({ key, records, traits, closing, p }) => ({
      key,
      name: undefined,
      records,
      traits: traits.map(({ words }) => words),
      closing,
      p,
    })),
  }
}

function fairnessOf(
  { models, records, now }: ReportHistory,
  maturity: Maturity,
  audiences: readonly OfAudience[],
): ReportResult['fairness'] {
  const facts = new Map(records.map(({ record, auditFacts }) => [record, auditFacts]))
  return audiences.flatMap(({ audience, records: own }) => {
    const cutOff = models.get(audience)?.source.tiers['sales-ready'].score
    const attributes = fairnessAttributes(own, (record) => facts.get(record))
    if (cutOff === undefined || attributes.length === 0) return []
    return [{ audience, report: auditFairness(own, attributes, { maturity, now, cutOff }) }]
  })
}
