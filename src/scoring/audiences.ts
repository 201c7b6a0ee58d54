import { z } from 'zod'
import { AUDIENCES, type Audience, type Facts } from '../ports.ts'
import {
  compileFactCondition,
  factConditionKeys,
  OPERATOR_NAMES,
  OPERATORS,
} from './conditions/registry.ts'
import { type ListFiles, ModelLists } from './lists.ts'
import { oneOperator } from './model-rules.ts'
import type { Problem } from './problem.ts'
import { readYaml } from './read-yaml.ts'
import { missingListFiles, resolveLists, unknownList } from './resolve-lists.ts'

const AudienceRule = z
  .strictObject({
    audience: z.enum(AUDIENCES),
    because: z.string().trim().min(1),
    ...factConditionKeys,
  })
  .superRefine(oneOperator)

/** Which audience a record belongs to: the first rule that matches, or the default. */
export const Audiences = z.strictObject({
  default: z.enum(AUDIENCES),
  lists: ModelLists,
  rules: z.array(AudienceRule),
})
export type Audiences = z.output<typeof Audiences>

/**
 * Reads the rules; with `lists` the entries of list files are filled in. Throws PermanentError
 * `audiences-invalid` listing every problem with file, line, path and what.
 */
export function parseAudiences(text: string, file: string, lists?: ListFiles): Audiences {
  const audiences = readYaml({
    text,
    file,
    code: 'audiences-invalid',
    schema: Audiences,
    check: (read) => [
      ...checkAudiences(read),
      ...(lists === undefined ? [] : missingListFiles(read, lists)),
    ],
  })
  return lists === undefined ? audiences : resolveLists(audiences, lists)
}

/** Rules turned into closures once. */
export function compileAudiences(audiences: Audiences): (facts: Facts) => Audience {
  const rules = audiences.rules.map((rule) => ({
    audience: rule.audience,
    fact: rule.fact,
    test: compileFactCondition(rule, audiences.lists).test,
  }))
  return (facts) =>
    // No rule here may look at the clock, so any instant will do.
    rules.find(({ fact, test }) => test(facts[fact], 0) === true)?.audience ?? audiences.default
}

function checkAudiences({ rules, lists }: Audiences): readonly Problem[] {
  return rules.flatMap((rule, index) => {
    const problems: Problem[] = OPERATOR_NAMES.filter(
      (name) => rule[name] !== undefined && OPERATORS[name].timed,
    ).map((name) => ({
      path: ['rules', index, name],
      what: 'changes with time, but an audience must not',
    }))
    const what = unknownList(rule.inList, lists, 'file')
    if (what !== undefined) problems.push({ path: ['rules', index, 'inList'], what })
    return problems
  })
}
