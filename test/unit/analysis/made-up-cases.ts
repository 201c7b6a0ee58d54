import { createRandom } from '#src/calibration/statistics/random.ts'
import { loadShippedModels } from '#src/models.ts'
import type { Case } from '#src/outcomes/case.ts'
import type { Activity } from '#src/ports.ts'

export const NOW = Date.UTC(2026, 10, 1)
export const DAY_MS = 86_400_000
export const { models } = await loadShippedModels()
const employer = models.get('employer')

export interface MadeUpCases {
  readonly size: number
  readonly seed: number
  /** 0: outcomes have nothing to do with anything. */
  readonly strength?: number
  readonly base?: number
}

const ROLES = ['benefits-leader', 'hr', 'executive', 'student', 'other']
const SOURCES = ['organic-search', 'paid-search', 'referral', 'event']

/**
 * A year of an employer portal where programmes are bought by HR after a webinar and upon referral,
 * and prices are looked at by everybody: not as the model that ships believes.
 */
export function madeUpCases({ size, seed, strength = 1, base = -2 }: MadeUpCases): readonly Case[] {
  const random = createRandom(seed)
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  return Array.from({ length: size }, (_, at) => {
    const asOf = NOW - Math.floor((1 - at / size) * 365 + 30) * DAY_MS
    const [role, source] = [any(ROLES) ?? 'other', any(SOURCES) ?? 'referral']
    const [webinar, pricing, form] = [random() < 0.35, random() < 0.5, random() < 0.4]
    const log =
      (role === 'hr' ? 1.6 : 0) + (source === 'referral' ? 1.2 : 0) + (webinar ? 1.7 : -0.5)
    const won = random() < 1 / (1 + Math.exp(-(base + strength * log)))
    const outcomeAt = asOf + Math.ceil(random() * 40) * DAY_MS
    const ended = outcomeAt < NOW
    return caseOf({
      id: `70000${at}`,
      asOf,
      facts: { role, source, companySize: Math.floor(20 + random() * 3000) },
      activities: [
        ...(webinar ? [act('webinar-attended', 'webinar', asOf - 2 * DAY_MS)] : []),
        ...(pricing ? [act('page-viewed', 'pricing', asOf - DAY_MS)] : []),
        ...(form ? [act('form-submitted', 'employers', asOf - 3_600_000)] : []),
      ],
      ...(ended ? { outcome: won ? 'won' : 'lost', outcomeAt } : { outcome: 'open' }),
      ...(random() < 0.7 ? { firstContactAt: asOf + Math.floor(random() * 15) * 60_000 } : {}),
      auditFacts: {
        state: any(['WA', 'OR', 'CA']) ?? 'WA',
        language: any(['en', 'en', 'es']) ?? 'en',
      },
    })
  })
}

type Parts = Pick<Case, 'asOf' | 'facts' | 'activities' | 'outcome' | 'auditFacts'> & {
  readonly id: string
  readonly outcomeAt?: number
  readonly firstContactAt?: number
}

function caseOf({ id, ...parts }: Parts): Case {
  const { facts, activities, asOf } = parts
  const score = employer?.evaluate({ facts, activities }, asOf)
  if (score === undefined) throw new Error('no model for employers ships')
  const { tier, fit, engagement } = score
  const subject = { facts, activities }
  return {
    ref: { object: 'contact', id },
    audience: 'employer',
    model: 'employer@2',
    reached: [{ tier, at: asOf, score: score.score, fit, engagement, subject }],
    ...parts,
  }
}

function act(kind: Activity['kind'], category: Activity['category'], at: number): Activity {
  return { kind, category, at }
}
