import type { CalibrationResult } from '#src/analysis/results.ts'
import type { ModelChange } from '#src/calibration/draft/model-change.ts'
import type { Cell, Section } from '../document.ts'
import { points, whole } from './cells.ts'

const ACTIONS = {
  change: 'changed',
  add: 'added',
  remove: 'removed',
  keep: 'kept',
} as const satisfies Record<ModelChange['action'], string>

/** The draft beside what is in force, one line a rule. */
export function changeSection({ changes }: CalibrationResult): Section | undefined {
  if (changes.length === 0) return undefined
  return {
    title: 'What a draft would change',
    sentences: [
      'Nothing changes by itself: a person accepts the groups they agree with, one by one.',
    ],
    table: {
      head: ['Group', 'Rule', 'What it is', 'Now', 'Draft', 'Action', 'Why'],
      rows: changes.map((change) => [
        change.group,
        change.rule,
        change.what,
        valueOf(change, change.before),
        valueOf(change, change.after),
        ACTIONS[change.action],
        change.because,
      ]),
    },
  }
}

/** A cut-off is a score, everything else is points for or against. */
function valueOf({ axis }: ModelChange, value: number | undefined): Cell {
  if (value === undefined) return undefined
  return axis === 'tiers' ? whole(value) : points(value)
}
