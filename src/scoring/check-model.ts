import { checkAdjustments } from './check-adjustments.ts'
import type { Model } from './model.ts'
import type { Problem } from './problem.ts'
import { unknownList } from './resolve-lists.ts'
import { shownTexts } from './shown-texts.ts'
import { asking, suggest } from './suggest.ts'

/** What is wrong between the parts of a model, each part by itself being well formed. */
export function checkModel(model: Model): readonly Problem[] {
  return [
    ...duplicateIds(model),
    ...reservedIds(model),
    ...unknownLists(model),
    ...checkAdjustments(model.adjustments),
    ...swappedGrades(model),
    ...unreachableTiers(model),
    ...crossedTiers(model),
    ...translationsOfNothing(model),
  ]
}

function duplicateIds(model: Model): Problem[] {
  const problems: Problem[] = []
  const groups = new Set<string>()
  const rules = new Set<string>()
  const claim = (taken: Set<string>, id: string, path: Problem['path']): void => {
    if (taken.has(id)) problems.push({ path: [...path, 'id'], what: `"${id}" is used twice` })
    taken.add(id)
  }
  for (const axis of ['fit', 'engagement'] as const) {
    model[axis].groups.forEach((group, groupIndex) => {
      const path = [axis, 'groups', groupIndex]
      claim(groups, group.id, path)
      group.rules.forEach((rule, index) => claim(rules, rule.id, [...path, 'rules', index]))
    })
  }
  return problems
}

function unknownLists(model: Model): Problem[] {
  return model.fit.groups.flatMap((group, groupIndex) =>
    group.rules.flatMap((rule, index) => {
      const what = unknownList(rule.inList, model.lists, 'model')
      const path = ['fit', 'groups', groupIndex, 'rules', index, 'inList']
      return what === undefined ? [] : [{ path, what }]
    }),
  )
}

function swappedGrades({ grades }: Model): Problem[] {
  const problems: Problem[] = []
  if (grades.fit.A <= grades.fit.B) {
    problems.push({ path: ['grades', 'fit', 'A'], what: 'must be above B' })
  }
  if (grades.engagement[1] <= grades.engagement[2]) {
    problems.push({ path: ['grades', 'engagement', '1'], what: 'must be above 2' })
  }
  return problems
}

function unreachableTiers({ tiers, fit, engagement }: Model): Problem[] {
  const ready = tiers['sales-ready']
  const score = Math.min(100, fit.cap + engagement.cap)
  const beyond = (key: 'score' | 'fit' | 'engagement', most: number, whose: string): Problem[] => {
    if (ready[key] <= most) return []
    const what = `is out of reach: ${whose} ends at ${most}`
    return [{ path: ['tiers', 'sales-ready', key], what }]
  }
  return [
    ...beyond('fit', fit.cap, 'fit'),
    ...beyond('engagement', engagement.cap, 'engagement'),
    ...beyond('score', score, 'the score'),
  ]
}

function crossedTiers({ tiers }: Model): Problem[] {
  const ready = tiers['sales-ready']
  const problems: Problem[] = []
  if (tiers.nurture.score >= ready.score) {
    problems.push({ path: ['tiers', 'nurture', 'score'], what: 'must be below sales-ready' })
  }
  for (const key of ['fit', 'engagement'] as const) {
    if ((tiers.nurture[key] ?? 0) <= ready[key]) continue
    const what = `must be at most ${ready[key]}, as for sales-ready`
    problems.push({ path: ['tiers', 'nurture', key], what })
  }
  return problems
}

/** Names by which the lines of the model itself go. */
const RESERVED = ['fit', 'engagement', 'score', 'recency', 'lifecycle']

function reservedIds(model: Model): Problem[] {
  return (['fit', 'engagement'] as const).flatMap((axis) =>
    model[axis].groups.flatMap(({ id }, index) => {
      if (!RESERVED.includes(id)) return []
      const what = `"${id}" is kept for lines of the model itself; choose another`
      return [{ path: [axis, 'groups', index, 'id'], what }]
    }),
  )
}

function translationsOfNothing(model: Model): Problem[] {
  const texts = shownTexts(model).map(({ text }) => text)
  return Object.keys(model.spanish ?? {})
    .filter((text) => !texts.includes(text))
    .map((text) => ({
      path: ['spanish', text],
      what: `is no reason, label or theme of this model${asking(suggest(text, texts))}`,
    }))
}
