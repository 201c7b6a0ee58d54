import { lintText } from '#src/handoff/language-lint.ts'
import { checkModelText } from '#src/scoring/check/check-text.ts'
import type { LocatedFinding } from '#src/scoring/check/finding.ts'
import type { LintDeps } from '#src/scoring/check/lint.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'

/** A model no lint has anything to say about, as an object tests may change. */
const CLEAN = {
  id: 'clean',
  version: 1,
  audience: 'employer',
  description: 'For tests.',
  lists: { buyers: ['benefits-leader', 'people-leader'] },
  fit: {
    cap: 60,
    groups: [
      {
        id: 'role',
        cap: 30,
        floor: -20,
        rules: [
          rule('buys', 30, 'Leads benefits or people', { fact: 'role', inList: 'buyers' }),
          rule('studies', -20, 'Is a student', { fact: 'role', equals: 'student' }),
        ],
      },
      {
        id: 'size',
        cap: 20,
        floor: -10,
        rules: [
          rule('mid-sized', 12, 'Has 200 to 999 employees', {
            fact: 'companySize',
            range: { min: 200, max: 999 },
          }),
          rule('large', 20, 'Has 1,000 or more employees', {
            fact: 'companySize',
            range: { min: 1000 },
          }),
        ],
      },
    ],
  },
  engagement: {
    cap: 40,
    groups: [
      {
        id: 'meetings',
        cap: 40,
        floor: 0,
        halfLifeDays: 30,
        rules: [
          rule('attended-demo', 25, 'Attended a live demo', { activity: 'demo-attended' }),
          rule('replied', 8, 'Replied to an email', { activity: 'email-replied' }),
        ],
      },
      {
        id: 'reading',
        cap: 15,
        floor: 0,
        percentPerQuarter: 60,
        rules: [
          rule('pricing', 10, 'Looked at pricing', {
            activity: 'page-viewed',
            category: 'pricing',
          }),
          rule('clicked', 4, 'Followed a link in an email', {
            activity: 'email-clicked',
            repeated: { maxTimes: 2 },
          }),
          rule('opened', 3, 'Opened several emails', {
            activity: 'email-opened',
            atLeast: { times: 3, withinDays: 30 },
          }),
        ],
      },
    ],
  },
  adjustments: {
    recency: {
      steps: [{ withinDays: 7, points: 3, ...said('Was in touch this week') }],
      otherwise: { points: -2, ...said('Was not in touch for a while') },
    },
    lifecycle: {
      fact: 'lifecycle',
      stages: { ready: { codes: ['opportunity'], points: 4, ...said('Is in talks with us') } },
    },
  },
  grades: { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } },
  tiers: {
    'sales-ready': {
      score: 60,
      fit: 25,
      engagement: 20,
      label: 'Ready for a conversation',
      nextAction: 'call',
      respondWithinMinutes: 240,
    },
    nurture: {
      score: 25,
      label: 'Keep in touch',
      nextAction: 'nurture',
      theme: 'What others offer',
    },
    unqualified: { label: 'No action now', nextAction: 'none' },
  },
}

export function said(reason: string) {
  return { reason, because: 'Written down for whoever changes the tests.' }
}

export function rule(id: string, points: number, reason: string, asked: object) {
  return { id, points, ...said(reason), ...asked }
}

/** Sets, and with `undefined` removes, what stands at a dotted path: `fit.groups.0.cap`. */
export function clean(changes: Readonly<Record<string, unknown>> = {}): object {
  const model: object = structuredClone(CLEAN)
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const owner = keys.reduce<object>((inner, key) => Reflect.get(inner, key) as object, model)
    if (value === undefined) Reflect.deleteProperty(owner, last)
    else Reflect.set(owner, last, value)
  }
  return model
}

/** YAML is a superset of JSON; pretty-printed, every key has a line of its own. */
export function textOf(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(clean(changes), undefined, 1)
}

export function modelWith(changes: Readonly<Record<string, unknown>> = {}): Model {
  return parseModel(textOf(changes), 'clean.yaml')
}

export const LINT_DEPS: LintDeps = {
  facts: new Map([
    ['role', { kind: 'codes', codes: ['benefits-leader', 'people-leader', 'student', 'other'] }],
    ['lifecycle', { kind: 'codes', codes: ['lead', 'opportunity', 'other'] }],
    ['ageBand', { kind: 'codes', codes: ['adult', 'other'] }],
    ['smsConsent', { kind: 'boolean' }],
    ['selfInsured', { kind: 'boolean' }],
    ['companySize', { kind: 'number' }],
    ['emailOpens', { kind: 'number' }],
    ['createdAt', { kind: 'date' }],
  ]),
  auditOnly: new Set(['auditGender']),
  wordsToAvoid: lintText,
  sensitiveParts: (text) => (text.includes('555') ? [{ kind: 'phone', found: '555' }] : []),
}

export function check(changes: Readonly<Record<string, unknown>> = {}): readonly LocatedFinding[] {
  return checkModelText({ text: textOf(changes), file: 'm.yaml', lists: new Map() }, LINT_DEPS)
}
