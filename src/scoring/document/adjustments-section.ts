import { SIGNS_OF_LIFE, STAGES } from '../adjustments.ts'
import type { Model } from '../model.ts'
import { ABOUT_WORDS, KIND_WORDS } from './activity-words.ts'
import { type Block, code, heading, type Inline, paragraph, type Text, table } from './blocks.ts'
import { asWords, either, inNumbers, lastDaysInWords, signed } from './plain-words.ts'

/** What is added to engagement for how recent and how far along a person is; nothing where unused. */
export function adjustmentsSection(model: Model): readonly Block[] {
  const blocks = [...recencyBlocks(model), ...lifecycleBlocks(model)]
  if (blocks.length === 0) return []
  const about = 'Added to engagement after its groups and before its limit.'
  return [heading(2, 'Adjustments'), paragraph(about), ...blocks]
}

const HEAD = ['Points', 'When', 'What a rep reads', 'Why it counts']

function recencyBlocks({ adjustments: { recency } }: Model): readonly Block[] {
  if (recency === undefined) return []
  const { activity, category, steps, otherwise } = recency
  const every = activity.length === SIGNS_OF_LIFE.length && category === undefined
  const kinds = either(activity.map((kind) => [KIND_WORDS[kind].does]))
  const about: readonly Inline[] =
    category === undefined ? [] : [' about ', ...either(category.map((one) => [ABOUT_WORDS[one]]))]
  const signs: readonly Inline[] = every ? ['anything they did'] : [...kinds, ...about]
  const rows: Text[][] = steps.map(({ withinDays, points, reason, because }) => [
    signed(points),
    `within ${lastDaysInWords(withinDays)}`,
    reason,
    because,
  ])
  if (otherwise !== undefined) {
    const { points, reason, because } = otherwise
    rows.push([signed(points), 'longer ago, or never', reason, because])
  }
  return [
    heading(3, 'Recency'),
    paragraph(
      'By how long ago the latest was of: ',
      ...signs,
      '. The first line that fits counts.',
    ),
    table({ caption: 'Points by how recent', head: HEAD, rows, numeric: [0] }),
  ]
}

function lifecycleBlocks({ adjustments: { lifecycle } }: Model): readonly Block[] {
  if (lifecycle === undefined) return []
  const rows = STAGES.flatMap((stage): Text[][] => {
    const rule = lifecycle.stages[stage]
    if (rule === undefined) return []
    const codes = rule.codes.map((one) => [typeof one === 'number' ? inNumbers(one) : code(one)])
    const when = [`${stage}: ${asWords(lifecycle.fact)} is `, ...either(codes)]
    return [[signed(rule.points), when, rule.reason, rule.because]]
  })
  return [
    heading(3, 'Stage'),
    paragraph('By the stage the CRM gives.'),
    table({ caption: 'Points by stage', head: HEAD, rows, numeric: [0] }),
  ]
}
