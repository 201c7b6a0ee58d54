import type { CompiledAxis, Line } from '../compiled-axis.ts'
import { fadingRateOf } from '../decay.ts'
import type { DraftScore } from '../draft.ts'
import type { FitGroup, Model } from '../model.ts'
import { adjustmentSource } from './adjustment-source.ts'
import { EngagementSource } from './engagement-source.ts'
import { FactSource, factSource } from './fact-source.ts'
import { hold, pushLine } from './line-source.ts'
import { Scope } from './scope.ts'
import { TrackSource } from './track-source.ts'

interface Axes {
  readonly fit: CompiledAxis
  readonly engagement: CompiledAxis
}

/**
 * The whole model as one function made from code. It is equal to the closures and four times as fast,
 * since nothing is looked up or called at run time (bench/scoring.ts); limits and their texts come
 * from the closures' axes. `undefined` where the process may not make code from strings.
 */
export function generateDraft(model: Model, axes: Axes): DraftScore | undefined {
  try {
    return build(model, axes)
  } catch (error) {
    if (error instanceof EvalError) return undefined
    throw error
  }
}

function build(model: Model, axes: Axes): DraftScore {
  const scope = new Scope()
  const facts = new FactSource()
  const tracks = new TrackSource()
  const rules = new EngagementSource(scope, tracks)
  // The axes first: they open the facts and tracks that the declarations name.
  const fit = fitAxis(model, axes.fit, { scope, facts })
  const groups = engagementGroups(model, axes.engagement, rules)
  const adjustments = adjustmentSource(model.adjustments, { scope, facts, tracks })
  const body = [
    facts.declarations(),
    tracks.declarations(),
    'let total = 0; let sum = 0; let points = 0; let age = 0;',
    tracks.pass(),
    rules.declarations(),
    fit,
    'const fit = total; const fitLines = lines.length; total = 0;',
    groups,
    adjustments,
    hold('total', 'engagement', 'engagement', axes.engagement),
    'return { fit, engagement: total, fitLines };',
  ]
  return scope.build(['facts', 'activities', 'now', 'lines'], body.join('\n')) as DraftScore
}

interface FitScope {
  readonly scope: Scope
  readonly facts: FactSource
}

function fitAxis({ fit, lists }: Model, axis: CompiledAxis, { scope, facts }: FitScope): string {
  const ruleSource = (group: FitGroup, rule: FitGroup['rules'][number]): string => {
    const { id, points, reason } = rule
    const line: Line = {
      axis: 'fit',
      kind: 'rule',
      group: group.id,
      rule: id,
      points,
      text: reason,
      at: undefined,
    }
    const holds = factSource(rule, facts.variable(rule.fact), { scope, lists })
    // Fit does not fade, so one line serves for every subject.
    return `if (${holds}) { sum += ${points}; lines.push(${scope.name(Object.freeze(line))}); }`
  }
  const groups = fit.groups.map((group, index) =>
    inGroup(
      group.rules.map((rule) => ruleSource(group, rule)),
      axis,
      index,
    ),
  )
  return `${groups.join('\n')}\n${hold('total', 'fit', 'fit', axis)}`
}

function engagementGroups(
  { engagement }: Model,
  axis: CompiledAxis,
  rules: EngagementSource,
): string {
  const groups = engagement.groups.map((group, index) => {
    const rate = fadingRateOf(group)
    const sources = group.rules.map((rule) => {
      const { statements, at } = rules.source(rule, rate)
      const line = { group: group.id, rule: rule.id, points: 'points', text: rule.reason, at }
      const push = pushLine({ axis: 'engagement', kind: 'rule', ...line })
      return `${statements} if (points !== 0) { sum += points; ${push} }`
    })
    return inGroup(sources, axis, index)
  })
  return groups.join('\n')
}

/** Adds up the rules of a group within its limits. */
function inGroup(rules: readonly string[], axis: CompiledAxis, index: number): string {
  const group = axis.groups[index]
  if (group === undefined) throw new RangeError('A compiled axis has the groups of its model.')
  return `sum = 0;
${rules.join('\n')}
${hold('sum', axis.name, group.id, group)}
total += sum;`
}
