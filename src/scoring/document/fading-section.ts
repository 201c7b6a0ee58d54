import { DAY_MS, faded, fadingRateOf } from '../decay.ts'
import type { EngagementGroup, Model } from '../model.ts'
import type { EngagementRule } from '../model-rules.ts'
import { fadingInWords } from './axis-section.ts'
import { type Block, heading, list, paragraph, strong, table } from './blocks.ts'
import { asWords, counted, inNumbers } from './plain-words.ts'

const DAYS = [0, 7, 30, 90, 180] as const

/** How points fade, with a worked example from each group that has points to fade. */
export function fadingSection(model: Model): readonly Block[] {
  const examples = model.engagement.groups.flatMap((group) => {
    const rule = strongestFading(group)
    return rule === undefined ? [] : [{ group, rule, rate: fadingRateOf(group) }]
  })
  const first = examples[0]
  if (first === undefined) return []
  return [
    heading(2, 'How interest fades'),
    paragraph(
      'What somebody did counts in full on the day and a little less every hour after, without steps. Points taken off fade as well, but only while the person is active, so that doing nothing never raises a score.',
    ),
    paragraph(...workedExample(first)),
    table({
      caption: 'What one act is still worth so many days later',
      head: [
        'Group',
        'Example',
        ...DAYS.map((days) => (days === 0 ? 'Today' : `${days} days`)),
        'Counts nothing after',
      ],
      rows: examples.map(({ group, rule, rate }) => [
        asWords(group.id),
        rule.reason,
        ...DAYS.map((days) => inNumbers(worthAfter(rule, days, rate))),
        counted(daysUntilNothing(rule, rate), 'day'),
      ]),
      numeric: DAYS.map((_days, column) => column + 2),
    }),
    list([
      'Fractions are kept until the end: an axis is added up first and rounded once, a half upwards.',
      'A record is scored again at the moment its visible result changes, not once a night.',
    ]),
  ]
}

function strongestFading({ rules }: EngagementGroup): EngagementRule | undefined {
  return rules
    .filter(({ points, decays }) => points > 0 && decays)
    .toSorted((a, b) => b.points - a.points)[0]
}

// Arithmetic on fractions may end a hair below the number people would write.
const A_HAIR = 1e-6

/** Points of one occurrence, one decimal. */
function worthAfter({ points }: EngagementRule, days: number, rate: number): number {
  return Math.round(points * faded(days * DAY_MS, rate) * 10 + A_HAIR) / 10
}

/** Whole days until alone it rounds to 0. */
function daysUntilNothing({ points }: EngagementRule, rate: number): number {
  return Math.floor(Math.log(0.5 / points) / rate / DAY_MS + A_HAIR) + 1
}

function workedExample({
  group,
  rule,
  rate,
}: {
  readonly group: EngagementGroup
  readonly rule: EngagementRule
  readonly rate: number
}) {
  const half = Math.round(-Math.LN2 / rate / DAY_MS)
  const later = [1, 2, 3].map(
    (times) =>
      `${inNumbers(worthAfter(rule, times * half, rate))} after ${counted(times * half, 'day')}`,
  )
  return [
    strong('For example:'),
    ` “${rule.reason}” gives ${inNumbers(rule.points)} points. ${fadingInWords(group)} So it is worth ${later.join(', ')}.`,
  ]
}
