import type { ActivityKind } from '../../ports.ts'
import { DAY_MS } from '../decay.ts'
import { factInWords } from '../document/condition-words.ts'
import { asPlain } from '../document/plain-words.ts'
import {
  type EngagementEntry,
  engagementEntries,
  type FitEntry,
  fitEntries,
} from '../document/rule-entries.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'
import { ruleMatches, vocabularyValues } from './vocabulary-values.ts'

/** Rules that no record can meet, and the values in conditions that never come. */
export const unreachableRules: Lint = (context) => [
  ...fitEntries(context.model).flatMap((entry) => unreachableFit(entry, context)),
  ...engagementEntries(context.model).flatMap(unreachableEngagement),
  ...idleListCodes(context),
]

function unreachableFit(entry: FitEntry, context: LintContext): readonly Finding[] {
  const { rule, path } = entry
  const known = context.facts.get(rule.fact)
  if (known === undefined) return []
  const values = vocabularyValues(rule.fact, context)
  if (!values.some(ruleMatches(rule, context))) {
    const which = known.kind === 'codes' ? `one of ${known.codes.join(', ')}` : `a ${known.kind}`
    return [
      {
        code: 'unreachable-rule',
        severity: 'error',
        path,
        message: `"${rule.id}" can never count: ${asPlain(factInWords(rule))}, and ${rule.fact} is ${which}`,
        fix: 'Ask for a value that can come, or remove the rule.',
      },
    ]
  }
  if (known.kind !== 'codes' || !Array.isArray(rule.in)) return []
  return neverComing(rule.in, known.codes).map((code) => ({
    code: 'value-never-comes',
    severity: 'warning',
    path: [...path, 'in'],
    message: `"${rule.id}" asks for ${rule.fact} "${code}", which never comes`,
    fix: `Known codes: ${known.codes.join(', ')}.`,
  }))
}

function neverComing(
  asked: readonly (string | number)[],
  codes: readonly string[],
): readonly (string | number)[] {
  return asked.filter((code) => !codes.includes(String(code)))
}

/** Codes of a list that none of the facts asked through it ever has. */
function idleListCodes(context: LintContext): readonly Finding[] {
  const { model, facts } = context
  return Object.entries(model.lists).flatMap(([name, { codes }]) => {
    const asked = fitEntries(model).filter(({ rule }) => rule.inList === name)
    const known = asked.map(({ rule }) => facts.get(rule.fact))
    const vocabularies = known.flatMap((one) => (one?.kind === 'codes' ? one.codes : []))
    if (known.length === 0 || known.some((one) => one?.kind !== 'codes')) return []
    return neverComing(codes, vocabularies).map(
      (code): Finding => ({
        code: 'value-never-comes',
        severity: 'warning',
        path: ['lists', name],
        message: `The list "${name}" has "${code}", which never comes`,
        fix: `Known codes: ${vocabularies.join(', ')}.`,
      }),
    )
  })
}

/** Kinds that say nothing of what they were about. */
const ABOUT_NOTHING: ReadonlySet<ActivityKind> = new Set([
  'email-opened',
  'email-clicked',
  'email-replied',
  'email-bounced',
  'call-connected',
  'call-no-answer',
  'message-received',
  'unsubscribed',
  'feedback-given',
])

function unreachableEngagement({ rule, path }: EngagementEntry): readonly Finding[] {
  const findings: Finding[] = []
  const { category } = rule
  if (category !== undefined && !category.includes('other')) {
    if (rule.activity.every((kind) => ABOUT_NOTHING.has(kind))) {
      findings.push({
        code: 'unreachable-rule',
        severity: 'error',
        path: [...path, 'category'],
        message: `"${rule.id}" can never count: ${rule.activity.join(', ')} never has the category ${category.join(', ')}`,
        fix: 'Remove the category; emails and calls carry none.',
      })
    }
  }
  const impossible = impossibleCount(rule)
  if (impossible !== undefined) {
    findings.push({
      code: 'unreachable-rule',
      severity: 'error',
      path,
      message: `"${rule.id}" can never count: ${impossible}`,
      fix: 'Widen the window or ask for less.',
    })
  }
  return findings
}

/** So many days cannot lie in so short a window: n days need more than n - 2 whole ones. */
function impossibleCount({ distinctDays }: EngagementEntry['rule']): string | undefined {
  const { days = 0, withinDays } = (distinctDays ?? {}) as { days?: number; withinDays?: number }
  if (withinDays === undefined || withinDays * DAY_MS > (days - 2) * DAY_MS) return undefined
  return `${days} different days do not fit into ${withinDays}`
}
