import type { Activity, Facts } from '../ports.ts'
import type { ExplainableModel } from './compile-model.ts'
import type { ExplainedLine } from './lines-in-full.ts'
import { type MissingFact, missingFacts } from './missing-facts.ts'
import { type PathToTier, pathToNextTier } from './path-to-tier.ts'
import type { Reason, Score, Subject } from './score.ts'

/** Where a score comes from, what would matter most to know, and what would lead on. */
export interface ScoreExplanation {
  readonly score: Score
  /** Add up as the reasons do; what faded stands after what it faded from. */
  readonly lines: readonly ExplainedLine[]
  /** Missing facts that could raise the score, those that could most first. */
  readonly missing: readonly MissingFact[]
  /** `undefined` where there is no tier above. */
  readonly path: PathToTier | undefined
}

/** Explains the score of a subject as it stands at `nowMs`. */
export function explainScore(
  model: ExplainableModel,
  subject: Subject,
  nowMs: number,
): ScoreExplanation {
  return {
    score: model.evaluate(subject, nowMs),
    lines: model.linesInFull(subject, nowMs),
    missing: missingFacts(model, subject, nowMs),
    path: pathToNextTier(model, subject, nowMs),
  }
}

/** The subject after one more activity, "… if they attend the webinar". */
export function withActivity(
  { facts, activities }: Subject,
  kind: Activity['kind'],
  category: Activity['category'],
  at: number,
): Subject {
  return { facts, activities: [...activities, { kind, category, at }] }
}

/** The subject with some facts otherwise; one that is `undefined` becomes unknown. */
export function withFacts(
  { facts, activities }: Subject,
  changes: Readonly<Record<string, Facts[string] | undefined>>,
): Subject {
  const merged: Record<string, Facts[string] | undefined> = { ...facts, ...changes }
  const known = Object.entries(merged).filter(
    (entry): entry is [string, Facts[string]] => entry[1] !== undefined,
  )
  return { facts: Object.fromEntries(known), activities }
}

export interface WhatIf {
  readonly before: Score
  readonly after: Score
  /** What each rule, cap or floor counts now and would count then, where that differs. */
  readonly changes: readonly LineChange[]
}

interface LineChange extends Pick<Reason, 'axis' | 'kind' | 'group' | 'rule' | 'text'> {
  readonly before: number
  readonly after: number
}

/** Compares two subjects, usually one and the same after `withActivity` or `withFacts`. */
export function whatIf(
  model: Pick<ExplainableModel, 'evaluate'>,
  subject: Subject,
  changed: Subject,
  nowMs: number,
): WhatIf {
  const before = model.evaluate(subject, nowMs)
  const after = model.evaluate(changed, nowMs)
  return { before, after, changes: changesBetween(before.reasons, after.reasons) }
}

function changesBetween(before: readonly Reason[], after: readonly Reason[]): LineChange[] {
  const keyOf = ({ axis, kind, group, rule }: Reason): string => [axis, kind, group, rule].join('/')
  const changes = new Map<string, LineChange>()
  for (const reason of before) changes.set(keyOf(reason), changeOf(reason, reason.points, 0))
  for (const reason of after) {
    const known = changes.get(keyOf(reason))?.before ?? 0
    changes.set(keyOf(reason), changeOf(reason, known, reason.points))
  }
  return [...changes.values()].filter((change) => change.before !== change.after)
}

function changeOf({ axis, kind, group, rule, text }: Reason, before: number, after: number) {
  return { axis, kind, group, rule, text, before, after }
}
