import type { DailyUsage } from '#jobs/daily-share.ts'
import type { PortalId } from '../ports.ts'
import type { Finding } from './finding.ts'

/** Whether calls to a portal are free to be made, and how much of its day is used. */
export function checkCalls(portal: PortalId, usage: DailyUsage): Finding {
  const calls = { area: portal, check: 'API calls' } as const
  const says = wordsOf(usage)
  if (usage.until === undefined) return { ...calls, level: 'ok', says }
  const why = usage.stoppedBy === undefined ? '' : ` (${usage.stoppedBy})`
  return {
    ...calls,
    level: 'note',
    says: `${says}; none until ${new Date(usage.until).toISOString()}${why}`,
    todo: 'Nothing is lost: work goes on then. Raise the share only if other apps can spare it.',
  }
}

function wordsOf({ usedByUs, allowed, share, account }: DailyUsage): string {
  const ours = `${usedByUs} by us in 24 hours`
  const bound = allowed === undefined ? '' : ` of ${allowed} (${share} % of the organisation's)`
  const everybody = account === undefined ? '' : `; ${account.used} of ${account.limit} by all apps`
  return `${ours}${bound}${everybody}`
}
