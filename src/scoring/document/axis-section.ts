import { QUARTER_DAYS } from '../decay.ts'
import type { EngagementGroup, FitGroup, Model } from '../model.ts'
import { type Block, heading, paragraph, type Text, table } from './blocks.ts'
import { activityInWords, factInWords } from './condition-words.ts'
import { exampleOf } from './example.ts'
import { exampleInWords } from './example-words.ts'
import { asSentence, asWords, daysInWords, signed } from './plain-words.ts'
import { engagementEntries, fitEntries, type RuleEntry } from './rule-entries.ts'

const HEAD = ['Points', 'When', 'What a rep reads', 'Why it counts', 'Example']

/** Every rule over facts, group by group. */
export function fitSection(model: Model, nowMs: number): readonly Block[] {
  return [
    heading(2, 'Fit'),
    paragraph(
      `${limitsInWords(model.fit)} A fact that is not known gives no points and takes none, unless a rule asks for just that.`,
    ),
    ...groupBlocks(model, fitEntries(model), nowMs),
  ]
}

/** Every rule over activities, group by group, with how fast each group fades. */
export function engagementSection(model: Model, nowMs: number): readonly Block[] {
  return [
    heading(2, 'Engagement'),
    paragraph(
      `${limitsInWords(model.engagement)} Points are those of the day it happened; they fade from then on.`,
    ),
    ...groupBlocks(model, engagementEntries(model), nowMs),
  ]
}

function groupBlocks(model: Model, entries: readonly RuleEntry[], nowMs: number): Block[] {
  return [...Map.groupBy(entries, ({ group }) => group)].flatMap(([group, members]) => {
    const name = asSentence(asWords(group.id))
    return [
      heading(3, name),
      paragraph(
        [
          limitsInWords(group),
          ...('halfLifeDays' in group || 'percentPerQuarter' in group
            ? [fadingInWords(group)]
            : []),
        ].join(' '),
      ),
      table({
        caption: `Rules of ${asWords(group.id)}`,
        head: HEAD,
        rows: members.map((entry) => ruleRow(model, entry, nowMs)),
        numeric: [0],
      }),
    ]
  })
}

function ruleRow(model: Model, entry: RuleEntry, nowMs: number): readonly Text[] {
  const { points, reason, because } = entry.rule
  return [
    signed(points),
    conditionInWords(entry),
    reason,
    because,
    exampleInWords(exampleOf(entry, model, nowMs), nowMs),
  ]
}

/** What the rule asks for, and whether its points stay. */
export function conditionInWords(entry: RuleEntry): Text {
  if (entry.axis === 'fit') return factInWords(entry.rule)
  const words = activityInWords(entry.rule)
  return entry.rule.decays ? words : [...words, '; does not fade']
}

function limitsInWords({ cap, floor }: { cap: number; floor: number }): string {
  const most = cap === 0 ? 'Gives no points' : `At most ${cap} points`
  if (floor === 0) return `${most}, never below 0.`
  return floor === -100 ? `${most}.` : `${most}, and takes at most ${-floor}.`
}

/** "Fades by half every 30 days." */
export function fadingInWords(group: EngagementGroup | FitGroup): string {
  if ('percentPerQuarter' in group && group.percentPerQuarter !== undefined) {
    return `Fades by ${group.percentPerQuarter} percent every ${QUARTER_DAYS} days, evenly from day to day.`
  }
  if ('halfLifeDays' in group && group.halfLifeDays !== undefined) {
    return `Fades by half every ${daysInWords(group.halfLifeDays)}, evenly from day to day.`
  }
  return ''
}
