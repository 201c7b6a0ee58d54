import { keptDrift } from '../analysis/kept-drift.ts'
import type { DriftResult } from '../analysis/results.ts'
import type { PortalId } from '../ports.ts'
import type { Store } from '../store/store.ts'
import type { Finding } from './finding.ts'

/** A check a day; two missed mean that nobody looks. */
const MOST_AGE_MS = 3 * 24 * 3_600_000
/** What says that it is too early, not that something is amiss. */
const TOO_EARLY = /^baseline-waiting$|too-few-to-tell$/

/** What the latest drift check found; nothing is said before the first. */
export async function checkDrift(
  { store, now }: { readonly store: Pick<Store, 'cursors'>; readonly now: () => number },
  portal: PortalId,
): Promise<readonly Finding[]> {
  const result = await keptDrift(store, portal)
  if (result === undefined) return []
  const told = toldOf(result)
  const day = new Date(result.at).toISOString().slice(0, 10)
  const drift = { area: portal, check: 'drift' } as const
  if (now() - result.at > MOST_AGE_MS) {
    const todo = 'Start a worker: leadwell start'
    return [...told, { ...drift, level: 'problem', says: `not checked since ${day}`, todo }]
  }
  if (told.length > 0) return told
  return [{ ...drift, level: 'ok', says: `nothing moved; checked on ${day}${early(result)}` }]
}

function toldOf({ portal, models }: DriftResult): readonly Finding[] {
  return models.flatMap(({ model, findings }) =>
    findings
      .filter(({ level, code }) => level !== 'ok' && !TOO_EARLY.test(code))
      .map(({ level, what, todo }) => ({
        area: portal,
        check: `drift of ${model}`,
        level: level === 'alarm' ? 'problem' : 'note',
        says: what,
        todo: `${todo === undefined ? '' : `${todo} `}See all: leadwell drift ${portal}`,
      })),
  )
}

function early({ models }: DriftResult): string {
  const waiting = models.filter(({ findings }) =>
    findings.every(({ code }) => TOO_EARLY.test(code)),
  ).length
  return waiting === 0 ? '' : `; too early to tell of ${waiting} of ${models.length} models`
}
