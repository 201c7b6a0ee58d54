/**
 * Run by time-zones.test.ts under different time zones: scores one record hour by hour across the days
 * on which clocks change in New York and in Berlin, and prints what it reads.
 */
import type { Activity } from '#src/ports.ts'
import { sampleModel } from './sample-model.ts'

const HOUR_MS = 3_600_000
const START = Date.UTC(2026, 2, 6)

const model = sampleModel({
  fitRules: [{ fact: 'createdAt', dateWithinDays: 7 }],
  engagementGroup: { halfLifeDays: 3 },
  engagementRules: [
    { activity: 'page-viewed', distinctDays: { days: 3, withinDays: 6 } },
    { activity: 'page-viewed', atLeast: { times: 2, withinDays: 1 }, decays: false },
    { activity: 'email-clicked', after: { activity: 'page-viewed', withinDays: 2 } },
  ],
})
const activities = Array.from(
  { length: 40 },
  (_, index): Activity => ({
    kind: index % 3 === 0 ? 'email-clicked' : 'page-viewed',
    category: 'other',
    at: START + index * 11.5 * HOUR_MS,
  }),
)
const subject = { facts: { createdAt: START }, activities }

const read = Array.from({ length: 26 * 24 }, (_, hour) => {
  const { score, nextChangeAt } = model.evaluate(subject, START + hour * HOUR_MS)
  return `${score}@${nextChangeAt}`
})
process.stdout.write(`${Intl.DateTimeFormat().resolvedOptions().timeZone}\n${read.join(' ')}\n`)
