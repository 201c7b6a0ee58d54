import type { Model } from './model.ts'
import type { Problem } from './problem.ts'
import { didYouMean } from './suggest.ts'

/** What is wrong between the parts of a model, each part by itself being well formed. */
export function checkModel(model: Model): readonly Problem[] {
  return [
    ...duplicateIds(model),
    ...unknownLists(model),
    ...swappedGrades(model),
    ...unreachableTiers(model),
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
  const names = Object.keys(model.lists)
  return model.fit.groups.flatMap((group, groupIndex) =>
    group.rules.flatMap((rule, index) => {
      const name = rule.inList
      if (typeof name !== 'string' || names.includes(name)) return []
      const path = ['fit', 'groups', groupIndex, 'rules', index, 'inList']
      return [{ path, what: `"${name}" is not a list of this model${didYouMean(name, names)}` }]
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
  const problems: Problem[] = []
  const beyond = (key: 'score' | 'fit' | 'engagement', most: number, whose: string): void => {
    if (ready[key] <= most) return
    const what = `is out of reach: ${whose} ends at ${most}`
    problems.push({ path: ['tiers', 'sales-ready', key], what })
  }
  beyond('fit', fit.cap, 'fit')
  beyond('engagement', engagement.cap, 'engagement')
  beyond('score', Math.min(100, fit.cap + engagement.cap), 'the score')
  if (tiers.nurture.score >= ready.score) {
    problems.push({ path: ['tiers', 'nurture', 'score'], what: 'must be below sales-ready' })
  }
  return problems
}
