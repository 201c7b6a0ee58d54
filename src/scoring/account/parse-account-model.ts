import { OPERATOR_NAMES, OPERATORS } from '../conditions/registry.ts'
import type { Problem } from '../problem.ts'
import { readYaml } from '../read-yaml.ts'
import { AccountModel } from './account-model.ts'

/** Throws PermanentError `account-model-invalid` listing every problem with file, line, path and what. */
export function parseAccountModel(text: string, file: string): AccountModel {
  return readYaml({
    text,
    file,
    code: 'account-model-invalid',
    schema: AccountModel,
    check: (model) => [
      ...checkPlaces(model),
      ...checkOrganisation(model),
      ...checkIds(model),
      ...checkTiers(model),
    ],
  })
}

/** A later place worth more would pay for people who show up besides, not for those who care most. */
function checkPlaces({ people: { places } }: AccountModel): Problem[] {
  return places.flatMap(({ points }, index) => {
    const before = places[index - 1]?.points
    if (before === undefined || points <= before) return []
    const what = `must be at most ${before}, the points of the place before`
    return [{ path: ['people', 'places', index, 'points'], what }]
  })
}

function checkOrganisation({ organisation: { rules } }: AccountModel): Problem[] {
  return rules.flatMap((rule, index) => {
    const path = ['organisation', 'rules', index]
    const problems: Problem[] = []
    for (const name of OPERATOR_NAMES) {
      if (rule[name] === undefined) continue
      if (OPERATORS[name].timed) {
        const what = 'changes with time; only recency may'
        problems.push({ path: [...path, name], what })
      }
      if (name === 'inList') {
        problems.push({ path: [...path, name], what: 'has no lists here; write the codes with in' })
      }
    }
    if (rule.for !== undefined && rule.points < 0) {
      const what = 'may stand only with positive points: one more person must never lower the score'
      problems.push({ path: [...path, 'for'], what })
    }
    return problems
  })
}

function checkIds({ roles, organisation }: AccountModel): Problem[] {
  const taken = new Set<string>()
  return [
    ...roles.rules.map(({ id }, index) => ({ id, path: ['roles', 'rules', index, 'id'] })),
    ...organisation.rules.map(({ id }, index) => ({
      id,
      path: ['organisation', 'rules', index, 'id'],
    })),
  ].flatMap(({ id, path }) => {
    const twice = taken.has(id)
    taken.add(id)
    return twice ? [{ path, what: `"${id}" is used twice` }] : []
  })
}

function checkTiers({ tiers, people, roles, recency, organisation }: AccountModel): Problem[] {
  const problems: Problem[] = []
  const ready = tiers['sales-ready'].score
  const most = Math.min(100, people.cap + roles.cap + recency.points + organisation.cap)
  if (ready > most) {
    const what = `is out of reach: the score ends at ${most}`
    problems.push({ path: ['tiers', 'sales-ready', 'score'], what })
  }
  if (tiers.nurture.score >= ready) {
    problems.push({ path: ['tiers', 'nurture', 'score'], what: 'must be below sales-ready' })
  }
  return problems
}
