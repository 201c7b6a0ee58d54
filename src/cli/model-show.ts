import { conditionInWords } from '#src/scoring/document/axis-section.ts'
import { needsInWords } from '#src/scoring/document/overview-section.ts'
import { asPlain, asWords, signed } from '#src/scoring/document/plain-words.ts'
import { ruleEntries } from '#src/scoring/document/rule-entries.ts'
import { saidPoints } from '#src/scoring/document/said-points.ts'
import type { Model } from '#src/scoring/model.ts'
import { hashModel } from '#src/scoring/model-version.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { readModel } from './read-model.ts'

/** `leadwell model show <model>`: its rules and thresholds at a glance, and its content hash. */
export async function runModelShow(nameOrFile: string, output: Output): Promise<ExitCode> {
  const model = await readModel(nameOrFile)
  const hash = hashModel(model)
  output.object({ hash, ...model })
  output.line(output.colour.bold(`${model.id} version ${model.version} for ${model.audience}`))
  output.line(`content ${hash.slice(0, 12)} · ${model.description.trim()}`)
  output.table(['points', 'group', 'rule', 'when'], rowsOf(model))
  output.table(
    ['tier', 'label', 'needs', 'next'],
    (['sales-ready', 'nurture', 'unqualified'] as const).map((tier) => {
      const needs = tier === 'unqualified' ? 'nothing' : needsInWords(model.tiers[tier])
      return [tier, model.tiers[tier].label, needs, model.tiers[tier].nextAction]
    }),
  )
  return EXIT.ok
}

function rowsOf(model: Model): string[][] {
  const rules = ruleEntries(model).map((entry) => [
    signed(entry.rule.points),
    `${entry.axis}: ${asWords(entry.group.id)}`,
    entry.rule.id,
    asPlain(conditionInWords(entry)),
  ])
  const adjustments = saidPoints(model)
    .filter(({ path }) => path[0] === 'adjustments')
    .map(({ points, id, reason }) => [signed(points), 'engagement: adjustments', id, reason])
  return [...rules, ...adjustments]
}
