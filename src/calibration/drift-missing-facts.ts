import { thenAndNow } from './drift-cells.ts'
import type { DriftSnapshot } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'
import { movedShare, movementOf, tooFewToTell } from './moved-share.ts'
import { isSafeCount } from './small-cells.ts'

const SUBJECT = 'The share of records in which a fact is missing'

/**
 * One figure for all facts, and the names of those that moved: a figure for each fact beside that of
 * all would tell how few records lack one fact only.
 */
export function missingFactsFinding(baseline: DriftSnapshot, current: DriftSnapshot): Finding {
  const missing = (snapshot: DriftSnapshot, count: number) => [count, snapshot.records - count]
  const [all] = thenAndNow([
    {
      groups: ['all'],
      before: missing(baseline, baseline.incomplete),
      after: missing(current, current.incomplete),
    },
  ])
  if (all === undefined) return tooFewToTell('missing-facts', SUBJECT)
  const moved = Object.keys(baseline.missing).filter((fact) => factMoved(fact, baseline, current))
  const finding = movedShare(
    'missing-facts',
    SUBJECT,
    { count: all.after[0] ?? 0, of: current.records },
    { count: all.before[0] ?? 0, of: baseline.records },
    'Look whether the field is still filled in, and still allowed.',
  )
  if (moved.length === 0) return finding
  const what = `${finding.what} Facts missing in other numbers than before: ${moved.join(', ')}.`
  return { ...finding, what, level: finding.level === 'ok' ? 'note' : finding.level }
}

function factMoved(fact: string, baseline: DriftSnapshot, current: DriftSnapshot): boolean {
  const [then, now] = [baseline.missing[fact] ?? 0, current.missing[fact] ?? current.records]
  const counts = [then, baseline.records - then, now, current.records - now]
  return (
    counts.every(isSafeCount) &&
    movementOf({ count: now, of: current.records }, { count: then, of: baseline.records }) ===
      'moved'
  )
}
