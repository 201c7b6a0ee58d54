import { type ConsentDecision, decideConsent } from '#src/consent/decide-consent.ts'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import type { HandoffInput } from '#src/handoff/write-handoff-note.ts'
import type { Activity, Facts, PortalPolicy } from '#src/ports.ts'
import type { Reason, Score } from '#src/scoring/score.ts'

export const NOW = Date.parse('2026-11-20T17:00:00Z')
export const DAY = 86_400_000
export const LANGUAGES = ['en', 'es'] as const

export function reason(points: number, text: string, rule = text): Reason {
  return { axis: 'engagement', kind: 'rule', group: 'g', rule, points, text, at: NOW - DAY }
}

export const SCORE: Score = {
  score: 72,
  fit: 35,
  engagement: 37,
  grade: 'A1',
  tier: 'sales-ready',
  reasons: [
    reason(25, 'Asked for a consultation'),
    reason(20, 'Insurance benefits are verified'),
    reason(-10, 'Wrote from a school address'),
  ],
  nextChangeAt: undefined,
}

const ACTIVITIES: readonly Activity[] = [
  { kind: 'page-viewed', category: 'pricing', at: NOW - 8 * DAY },
  { kind: 'page-viewed', category: 'pricing', at: NOW - 9 * DAY },
  { kind: 'call-connected', category: 'other', at: NOW - 10 * DAY },
]

const SPANISH: Readonly<Record<string, string>> = {
  'Asked for a consultation': 'Pidió una consulta',
  'Ready to talk': 'Con disposición a conversar',
}

export function consentOf(facts: Facts, policy: Partial<PortalPolicy> = {}): ConsentDecision {
  return decideConsent(facts, { at: NOW, policy: { ...DEFAULT_POLICY, ...policy } })
}

export const SCORED = {
  score: SCORE,
  tier: 'sales-ready',
  advice: {
    label: 'Ready to talk',
    nextAction: 'call',
    respondWithinMinutes: 240,
    theme: undefined,
  },
  audience: 'individual',
  say: (text: string) => text,
} as const satisfies HandoffInput['scored']

/** Somebody in California who asked to be called, unless said otherwise; consent follows the facts. */
export function input(changes: Partial<HandoffInput> = {}): HandoffInput {
  const facts = changes.facts ?? {
    createdAt: NOW - 17 * DAY,
    inquiryType: 'loved-one',
    requestedContact: 'call-today',
    state: 'CA',
  }
  return {
    scored: SCORED,
    consent: consentOf(facts),
    nextAction: 'call',
    facts,
    activities: ACTIVITIES,
    now: NOW,
    language: 'en',
    ...changes,
  }
}

/** The same for a rep who reads Spanish. */
export function inSpanish(changes: Partial<HandoffInput> = {}): HandoffInput {
  const say = (text: string): string => SPANISH[text] ?? text
  return input({ language: 'es', scored: { ...SCORED, say }, ...changes })
}
