import { baseRateFinding, closeRateFindings } from './drift-close-rate.ts'
import { feedbackFindings } from './drift-feedback.ts'
import { missingFactsFinding } from './drift-missing-facts.ts'
import { populationFindings } from './drift-population.ts'
import type { DriftSnapshot } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'

/**
 * What has moved since the model's baseline. The two snapshots are of different records; each
 * finding stands for itself, and `ok` says what was looked at and held.
 */
export function driftFindings(baseline: DriftSnapshot, current: DriftSnapshot): readonly Finding[] {
  return [
    ...closeRateFindings(baseline, current),
    baseRateFinding(baseline, current),
    ...populationFindings(baseline, current),
    missingFactsFinding(baseline, current),
    ...feedbackFindings(baseline, current),
  ]
}
