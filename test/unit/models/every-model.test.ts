import { describe, expect, it } from 'vitest'
import { lintText } from '#src/handoff/language-lint.ts'
import { modelLintDeps } from '#src/model-sets/model-lint-deps.ts'
import { ACTIVITY_CATEGORIES, type ActivityKind, AUDIENCES } from '#src/ports.ts'
import { clinicalWordsIn } from '#src/scoring/check/clinical-words.ts'
import { lintModel } from '#src/scoring/check/lint-model.ts'
import { CONSENT_FACTS } from '#src/scoring/check/protected-words.ts'
import type { Model } from '#src/scoring/model.ts'
import { type Act, BEST, modelOf, scoreOf } from './shipped.ts'

/** Words no reason may have beyond what the language lint knows: they hurry, rank or label people. */
const UNKIND =
  /\b(urgent|immediately|asap|hurry|fast|hot|cold|junk|dead|worth|value|valuable|rich|poor|rank|severe|serious|should|must|student from|old|young)\b/i

/** Facts nobody may be ranked by, were they ever allowed in. */
const PROTECTED =
  /age|birth|sex|gender|race|ethnic|relig|language|zip|postal|city|county|marital|disab|veteran|income|payer|insurer|plan/i

interface Said {
  readonly id: string
  readonly reason: string
  readonly because: string
}

/** Everything in a model that gives points and says why. */
function saidIn(model: Model): readonly Said[] {
  const rules = [...model.fit.groups, ...model.engagement.groups].flatMap((group): Said[] => [
    ...group.rules,
  ])
  const { recency, lifecycle } = model.adjustments
  const steps = [...(recency?.steps ?? []), ...(recency?.otherwise ? [recency.otherwise] : [])]
  const { researching, evaluating, ready } = lifecycle?.stages ?? {}
  const stages = [researching, evaluating, ready].filter((stage) => stage !== undefined)
  return [
    ...rules,
    ...[...steps, ...stages].map(({ reason, because }) => ({ id: reason, reason, because })),
  ]
}

describe.each(AUDIENCES)('the %s model', (audience) => {
  const model = modelOf(audience)
  const said = saidIn(model)
  const rules = [...model.fit.groups, ...model.engagement.groups].flatMap(({ rules: own }) => [
    ...own,
  ])

  it.each(said.map(({ id, reason }) => [id, reason]))(
    'says why %s counts in kind words that tell nothing of anyone’s health',
    (_id, reason) => {
      expect(lintText(reason)).toEqual([])
      expect(clinicalWordsIn(reason, audience)).toEqual([])
      expect(reason).not.toMatch(UNKIND)
    },
  )

  it('leaves nothing for `leadwell model check` to find', () => {
    const findings = lintModel(model, modelLintDeps())

    expect(findings.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([])
  })

  it('says in every tier what to do in words that pass the same lint', () => {
    const texts = Object.values(model.tiers).flatMap(({ label, theme }) =>
      theme === undefined ? [label] : [label, theme],
    )

    expect([...texts, model.description].flatMap((text) => lintText(text))).toEqual([])
  })

  it('explains every rule to whoever changes the model next', () => {
    const short = said.filter(({ because }) => because.trim().length < 20)

    expect(short).toEqual([])
    expect(said.filter(({ because, reason }) => because === reason)).toEqual([])
  })

  it('tells no two rules by the same reason', () => {
    const reasons = said.map(({ reason }) => reason)

    expect(reasons.filter((reason, index) => reasons.indexOf(reason) !== index)).toEqual([])
  })

  it('ranks nobody by a protected attribute, by its likely proxy or by a consent', () => {
    const facts = model.fit.groups.flatMap((group) => group.rules.map(({ fact }) => fact))

    expect(facts.filter((fact) => PROTECTED.test(fact) || CONSENT_FACTS.has(fact))).toEqual([])
  })

  it('has more rules that add than rules that take away', () => {
    const adding = rules.filter(({ points }) => points > 0)

    expect(adding.length).toBeGreaterThan(rules.length / 2)
  })

  it('is about someone who fits as well as the table of the tests says', () => {
    expect(scoreOf(audience, BEST[audience]).fit).toBe(model.fit.cap)
  })

  it('never makes anyone sales-ready by a single blog visit, however well they fit', () => {
    const best = { ...BEST[audience], lifecycle: 'opportunity' }

    for (const category of ['blog', 'resources', 'press', 'about'] as const) {
      expect(scoreOf(audience, best, [['page-viewed', category]]).tier).toBe('nurture')
    }
  })

  it('never makes anyone sales-ready by a single page of whatever kind', () => {
    const tiers = ACTIVITY_CATEGORIES.map(
      (category) => scoreOf(audience, BEST[audience], [['page-viewed', category]]).tier,
    )

    expect(tiers).not.toContain('sales-ready')
  })

  it('never makes anyone sales-ready by fit alone', () => {
    expect(scoreOf(audience, { ...BEST[audience], lifecycle: 'opportunity' }).tier).toBe('nurture')
  })

  it('never makes anyone sales-ready by activity alone', () => {
    const everything = scoreOf(audience, { lifecycle: 'opportunity' }, EVERYTHING)

    expect(everything.engagement).toBe(model.engagement.cap)
    expect(everything.tier).toBe('nurture')
  })

  it.each([1, 2, 3, 4, 5])(
    'counts %d replies above as many clicks, and those above opens',
    (times) => {
      const scored = (kind: ActivityKind): number =>
        scoreOf(
          audience,
          {},
          Array.from({ length: times }, (): Act => [kind, 'other', 4]),
        ).engagement

      expect(scored('email-replied')).toBeGreaterThan(scored('email-clicked'))
      expect(scored('email-clicked')).toBeGreaterThan(scored('email-opened'))
    },
  )

  it('lets interest fade: what happened a year ago is nearly nothing', () => {
    const longAgo = EVERYTHING.map(([kind, category]): Act => [kind, category, 365])
    const { engagement } = scoreOf(audience, {}, longAgo)

    expect(engagement).toBeLessThanOrEqual(3)
  })

  it.each(['job-seeker', 'vendor'])(
    'sends a %s to no one in sales, however busy',
    (inquiryType) => {
      const facts = { ...BEST[audience], inquiryType }

      expect(scoreOf(audience, facts, EVERYTHING).tier).not.toBe('sales-ready')
      expect(scoreOf(audience, { inquiryType }, EVERYTHING).tier).toBe('unqualified')
    },
  )

  it('takes points off when somebody unsubscribes, and they do not come back with time', () => {
    const acts: Act[] = [['email-clicked', 'other', 100]]
    const before = scoreOf(audience, BEST[audience], acts).score

    for (const daysAgo of [0, 30, 99]) {
      const after = scoreOf(audience, BEST[audience], [...acts, ['unsubscribed', 'other', daysAgo]])
      expect(before - after.score).toBeGreaterThanOrEqual(10)
    }
  })
})

const EVERYTHING: readonly Act[] = [
  ['demo-attended', 'demo'],
  ['meeting-attended', 'other'],
  ['consult-requested', 'callback'],
  ['call-connected', 'other'],
  ['email-replied', 'other'],
  ['page-viewed', 'pricing'],
  ['page-viewed', 'health-plans'],
  ['page-viewed', 'referrals'],
  ['form-submitted', 'contact'],
  ['form-submitted', 'benefits-check'],
]
