import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadShippedModels, type ShippedModels } from '#src/models.ts'
import type { Activity, ActivityCategory, ActivityKind, Audience, Facts } from '#src/ports.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { Score } from '#src/scoring/score.ts'

const NOW = Date.UTC(2026, 2, 1)
const DAY_MS = 86_400_000

/** Words that must never reach a rep from us: clinical, stigmatising, or of the sales trade. */
const AVOIDED =
  /\b(addict|abus|alcoholic|junkie|clean|dirty|relapse|suicid|depress|anxi|bipolar|schizo|psych|diagnos|symptom|disorder|medicat|drug|detox|crisis|non-?compliant|no[- ]show|refus|hot lead|dead lead|junk|prospect|lead value|guarantee|cure|act now|must|should)/i

/** Facts nobody may be ranked by. */
const PROTECTED = [
  'ageBand',
  'age',
  'gender',
  'race',
  'religion',
  'maritalStatus',
  'payer',
  'income',
]

let shipped: ShippedModels
beforeAll(async () => {
  shipped = await loadShippedModels()
})

function scoreOf(
  audience: Audience,
  facts: Facts,
  acts: readonly [ActivityKind, ActivityCategory, number?][] = [],
): Score {
  const activities = acts.map(
    ([kind, category, daysAgo = 0]): Activity => ({ kind, category, at: NOW - daysAgo * DAY_MS }),
  )
  const model = shipped.models.get(audience)
  if (model === undefined) throw new Error(`no model for ${audience}`)
  return model.evaluate({ facts, activities }, NOW)
}

function modelOf(name: string): Model {
  const file = new URL(`../../../models/${name}.yaml`, import.meta.url)
  return parseModel(readFileSync(file, 'utf8'), `${name}.yaml`)
}

describe.each(['individual', 'employer'] as const)('the %s model', (name) => {
  const model = modelOf(name)
  const rules = [...model.fit.groups, ...model.engagement.groups].flatMap((group) => [
    ...group.rules,
  ])

  test('gives every rule a plain reason and says why it exists', () => {
    for (const { reason, because } of rules) {
      expect(reason).not.toMatch(AVOIDED)
      expect(because.length).toBeGreaterThan(15)
    }
  })

  test('ranks nobody by a protected attribute or by how well they pay', () => {
    const facts = model.fit.groups.flatMap((group) => group.rules.map(({ fact }) => fact))

    expect(facts.filter((fact) => PROTECTED.includes(fact))).toEqual([])
  })

  test('never makes anyone sales-ready by a single blog visit, however well they match', () => {
    const best: Facts = {
      inquiryType: name === 'individual' ? 'self' : 'employer-benefits',
      requestedContact: 'call-today',
      verification: 'verified',
      serviceLine: 'outpatient',
      state: 'ca',
      source: 'referral',
      role: 'benefits-leader',
      industry: 'finance',
      companySize: 5_000,
      selfInsured: true,
    }

    expect(scoreOf(name, best, [['page-viewed', 'blog']]).tier).not.toBe('sales-ready')
  })

  test('never makes anyone sales-ready by activity alone', () => {
    const everything = scoreOf(name, {}, [
      ['demo-attended', 'demo'],
      ['consult-requested', 'callback'],
      ['call-connected', 'other'],
      ['email-replied', 'other'],
      ['page-viewed', 'pricing'],
      ['form-submitted', 'contact'],
      ['form-submitted', 'benefits-check'],
    ])

    expect(everything.engagement).toBeGreaterThan(40)
    expect(everything.tier).not.toBe('sales-ready')
  })

  test('counts a reply above a click and a click above opened emails', () => {
    const reply = scoreOf(name, {}, [['email-replied', 'other']]).score
    const click = scoreOf(name, {}, [['email-clicked', 'other']]).score
    const opened = scoreOf(name, {}, [['email-opened', 'other']]).score

    expect(reply).toBeGreaterThan(click)
    expect(click).toBeGreaterThan(opened)
  })

  test('takes points off for job seekers, vendors, school addresses and careers pages', () => {
    const match: Facts = { inquiryType: 'self', role: 'benefits-leader', state: 'ca' }
    const normal = scoreOf(name, match).score

    for (const inquiryType of ['job-seeker', 'vendor']) {
      expect(scoreOf(name, { ...match, inquiryType }).score).toBeLessThan(normal)
    }
    expect(scoreOf(name, { ...match, emailClass: 'student' }).score).toBeLessThan(normal)
    expect(scoreOf(name, match, [['page-viewed', 'careers']]).score).toBeLessThan(normal)
  })
})

describe('the seed points of the field', () => {
  test('stand in the employer model', () => {
    expect(scoreOf('employer', { role: 'benefits-leader' }).fit).toBe(20)
    expect(scoreOf('employer', { industry: 'finance' }).fit).toBe(15)
    expect(scoreOf('employer', {}, [['page-viewed', 'pricing']]).engagement).toBe(25)
    expect(scoreOf('employer', {}, [['demo-attended', 'demo']]).engagement).toBe(30)
    const opened: [ActivityKind, ActivityCategory][] = [
      ['email-opened', 'other'],
      ['email-opened', 'other'],
      ['email-opened', 'other'],
    ]
    expect(scoreOf('employer', {}, opened).engagement).toBe(10)
  })
})

describe('what admissions and sales see first', () => {
  test('a person who asks for a call today with verified benefits and a consult request', () => {
    const facts = {
      inquiryType: 'loved-one',
      requestedContact: 'call-today',
      verification: 'verified',
      state: 'tx',
    }

    expect(scoreOf('individual', facts, [['consult-requested', 'callback']]).tier).toBe(
      'sales-ready',
    )
  })

  test('a benefits leader of a large organisation who attended a demo', () => {
    const facts = { role: 'benefits-leader', industry: 'technology', companySize: 3_000 }

    expect(scoreOf('employer', facts, [['demo-attended', 'demo', 2]]).tier).toBe('sales-ready')
  })
})

describe('the audience', () => {
  test('of somebody who asks for themselves is individual, whatever their role', () => {
    expect(shipped.audienceOf({ inquiryType: 'self', role: 'hr-manager' })).toBe('individual')
  })

  test('of a benefits role, an employer inquiry or an EAP organisation is employer', () => {
    expect(shipped.audienceOf({ role: 'benefits-broker' })).toBe('employer')
    expect(shipped.audienceOf({ inquiryType: 'employer-benefits' })).toBe('employer')
    expect(shipped.audienceOf({ organisationType: 'eap' })).toBe('employer')
  })

  test('of anybody else is individual', () => {
    expect(shipped.audienceOf({})).toBe('individual')
    expect(shipped.audienceOf({ inquiryType: 'job-seeker', role: 'executive' })).toBe('individual')
  })
})
