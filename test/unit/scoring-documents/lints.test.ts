import { describe, expect, test } from 'vitest'
import { lintModel } from '#src/scoring/check/lint-model.ts'
import { check, LINT_DEPS, modelWith, rule, said, textOf } from './clean-model.ts'

const codes = (changes: Readonly<Record<string, unknown>>): string[] => [
  ...new Set(check(changes).map(({ code }) => code)),
]
const one = (changes: Readonly<Record<string, unknown>>, code: string) => {
  const found = check(changes).filter((finding) => finding.code === code)
  expect(found).toHaveLength(1)
  return found[0]
}
const fitRule = (asked: object, points = 5) => ({
  'fit.groups.1.rules.2': rule('extra', points, 'Something else', asked),
})
const act = (asked: object, points = 5) => ({
  'engagement.groups.1.rules.3': rule('extra', points, 'Something else', asked),
})

describe('model check', () => {
  test('has nothing to say about a model that is in order', () => {
    expect(check()).toEqual([])
  })

  test('says on which line, and what to do', () => {
    const text = textOf(fitRule({ fact: 'companySize', range: { min: 900, max: 1200 } }))

    const [first] = check(fitRule({ fact: 'companySize', range: { min: 900, max: 1200 } }))

    expect(text.split('\n')[(first?.line ?? 0) - 1]).toContain('"range"')
    expect(first?.fix).toBe('End one where the other begins.')
  })

  test('lists errors before warnings', () => {
    const severities = check({
      ...fitRule({ fact: 'companySize', range: { min: 5 } }),
      'tiers.sales-ready.engagement': 40,
      'engagement.groups.0.rules.0.points': 2,
    }).map(({ severity }) => severity)

    expect(severities).toContain('error')
    expect(severities).toContain('warning')
    expect(severities).toEqual(severities.toSorted())
  })

  test('gives the problems of a file that is no model as errors with their lines', () => {
    const [problem] = check({ 'fit.groups.0.rules.0.because': undefined })

    expect(problem).toMatchObject({ code: 'not-a-model', severity: 'error' })
    expect(problem?.message).toContain('because is missing')
  })
})

describe('facts and values', () => {
  test('a fact no CRM supplies, with the name that was meant', () => {
    const finding = one(fitRule({ fact: 'compnaySize', range: { min: 5 } }), 'unknown-fact')

    expect(finding?.message).toContain('did you mean "companySize"?')
    expect(finding?.severity).toBe('warning')
  })

  test('a changeable fact that no rule asks for', () => {
    expect(codes({ canChange: ['selfInsured'] })).toEqual(['unused-fact'])
    expect(codes({ canChange: ['lifecycle'] })).toEqual([])
  })

  test.each([
    ['a code that is not in the vocabulary', { fact: 'role', equals: 'vp-benefits' }],
    ['a range over codes', { fact: 'role', range: { min: 3 } }],
    ['a code asked of a number', { fact: 'companySize', equals: 'large' }],
    ['text asked of yes or no', { fact: 'selfInsured', equals: 'yes' }],
    ['a date asked of a code', { fact: 'role', dateWithinDays: 30 }],
    ['words that are in no code', { fact: 'role', containsWord: 'plumber' }],
  ])('a rule that can never count: %s', (_what, asked) => {
    expect(one(fitRule(asked), 'unreachable-rule')?.severity).toBe('error')
  })

  test.each([
    [{ fact: 'selfInsured', equals: true }],
    [{ fact: 'createdAt', dateWithinDays: 30 }],
    [{ fact: 'selfInsured', missing: true }],
    [{ fact: 'selfInsured', present: true }],
    [{ fact: 'selfInsured', equals: false }],
  ])('not a rule that can: %j', (asked) => {
    expect(codes(fitRule(asked))).toEqual([])
  })

  test('one code among several that never comes', () => {
    const finding = one(fitRule({ fact: 'role', in: ['other', 'owner'] }), 'value-never-comes')

    expect(finding?.message).toBe('"extra" asks for role "owner", which never comes')
  })

  test('one code of a list that never comes', () => {
    const finding = one({ 'lists.buyers': ['benefits-leader', 'chro'] }, 'value-never-comes')

    expect(finding?.message).toBe('The list "buyers" has "chro", which never comes')
  })

  test('a list no rule uses', () => {
    expect(codes({ 'lists.more': ['other'] })).toEqual(['unused-list'])
  })

  test('a category on what never has one', () => {
    expect(codes(act({ activity: 'email-opened', category: 'pricing' }))).toContain(
      'unreachable-rule',
    )
    expect(codes(act({ activity: 'call-connected', category: ['pricing', 'other'] }))).toEqual([])
  })

  test('more days than a window has', () => {
    const days = (withinDays: number) =>
      codes(act({ activity: 'form-submitted', distinctDays: { days: 5, withinDays } }))

    expect(days(3)).toEqual(['unreachable-rule'])
    expect(days(4)).toEqual([])
  })
})

describe('points without effect', () => {
  test('points in a group that gives none', () => {
    const found = check({ 'fit.groups.1.cap': 0 }).filter(({ code }) => code === 'no-effect')

    expect(found.map(({ message }) => message)).toEqual([
      '"mid-sized" never changes a score: the group "size" has a cap of 0',
      '"large" never changes a score: the group "size" has a cap of 0',
    ])
  })

  test('a negative rule where nothing can be taken', () => {
    const group = {
      'engagement.groups.2': {
        id: 'off',
        cap: 0,
        floor: 0,
        halfLifeDays: 9,
        rules: [
          rule('careers', -5, 'Visited the careers pages', {
            activity: 'page-viewed',
            category: 'careers',
          }),
        ],
      },
    }

    expect(one(group, 'no-effect')?.message).toContain('the group "off" has a floor of 0')
    const open = { ...group, 'engagement.groups.2.floor': -10 }
    expect(codes(open)).toEqual([])
  })

  test('more points than the group can give', () => {
    const finding = one({ 'fit.groups.1.rules.1.points': 35 }, 'points-beyond-limit')

    expect(finding?.message).toBe('"large" is worth +35, but the group "size" ends at +20')
  })

  test('points for a value that loses more elsewhere than any tier forgives', () => {
    const changes = {
      'fit.groups.2': {
        id: 'other-way',
        cap: 10,
        floor: -100,
        rules: [rule('is-other', 5, 'Has another role', { fact: 'role', equals: 'student' })],
      },
      'fit.groups.0.floor': -90,
      'fit.groups.0.rules.1.points': -90,
    }

    expect(codes(changes)).toEqual(['reaches-no-tier'])
  })
})

describe('counting twice', () => {
  test('two ranges that some size is in both of, and how many points that is', () => {
    const found = check(fitRule({ fact: 'companySize', range: { min: 900, max: 1200 } }))

    expect(found.map(({ message }) => message)).toEqual([
      '"mid-sized" and "extra" both count for companySize 900 to 999 (+17 together)',
      '"large" and "extra" both count for companySize 1,000 to 1,200 (+25 together)',
    ])
    expect(codes(fitRule({ fact: 'companySize', range: { max: 199 } }))).toEqual([])
  })

  test('ranges that touch at one number', () => {
    const touching = { 'fit.groups.1.rules.0.range': { min: 200, max: 1000 } }

    expect(one(touching, 'overlapping-ranges')?.message).toContain(
      'companySize 1,000 (+32 together)',
    )
  })

  test('one fact in two groups', () => {
    const again = {
      'fit.groups.1.rules.2': rule('again', 5, 'Leads benefits', {
        fact: 'role',
        equals: 'benefits-leader',
      }),
    }

    expect(one(again, 'double-counting')?.message).toBe(
      '"buys" and "again" both count role for "benefits-leader"',
    )
  })

  test('not one fact in two groups when no value is in both, or one gives and the other takes', () => {
    const apart = {
      'fit.groups.1.rules.2': rule('again', 5, 'Has another role', {
        fact: 'role',
        equals: 'other',
      }),
    }
    const against = {
      'fit.groups.1.rules.2': rule('again', -5, 'Is not the one who signs', {
        fact: 'role',
        equals: 'people-leader',
      }),
    }

    expect(codes(apart)).toEqual([])
    expect(codes(against)).toEqual([])
  })

  test('one activity in two groups', () => {
    const again = {
      'engagement.groups.0.rules.2': rule('again', 5, 'Looked around', { activity: 'page-viewed' }),
    }

    expect(one(again, 'double-counting')?.message).toContain('page-viewed (pricing)')
  })

  test('not coming back on several days, which says more than a visit', () => {
    const pattern = {
      'engagement.groups.0.rules.2': rule('again', 5, 'Came back', {
        activity: 'page-viewed',
        distinctDays: { days: 3 },
      }),
    }

    expect(codes(pattern)).toEqual([])
  })

  test('the same condition twice in one group', () => {
    expect(codes(act({ activity: 'page-viewed', category: 'pricing' }))).toEqual([
      'double-counting',
    ])
    expect(codes(fitRule({ fact: 'selfInsured', equals: true }))).toEqual([])
  })

  test('a fact that only counts the activities a rule counts already', () => {
    expect(codes(fitRule({ fact: 'emailOpens', range: { min: 3 } }))).toEqual(['double-counting'])
  })

  test('the stage, in a rule and in the adjustment', () => {
    expect(codes(fitRule({ fact: 'lifecycle', equals: 'opportunity' }))).toEqual([
      'double-counting',
    ])
  })
})

describe('thresholds', () => {
  test.each([
    ['fit', 51, 50],
    ['engagement', 41, 40],
    ['score', 91, 90],
  ])('a sales-ready %s of %i where %i is the most', (what, needed, most) => {
    const changes = { [`tiers.sales-ready.${what}`]: needed, 'fit.cap': 100, 'engagement.cap': 40 }
    const found = check(changes).find(({ path }) => path.join('.') === `tiers.sales-ready.${what}`)

    expect(found?.message ?? '').toContain(String(most))
    expect(codes({ ...changes, [`tiers.sales-ready.${what}`]: most })).not.toContain(
      'threshold-out-of-reach',
    )
  })

  test('a grade no record can have', () => {
    expect(one({ 'grades.fit.A': 55 }, 'grade-out-of-reach')?.message).toContain(
      'the most fit there can be is 50',
    )
  })

  test('what one value cannot give together is not added up', () => {
    // Two roles at once are no record's; the sum of both rules is out of reach.
    const changes = {
      'fit.groups.0.cap': 60,
      'fit.groups.0.rules.2': rule('other-role', 25, 'Has another role', {
        fact: 'role',
        equals: 'other',
      }),
      'tiers.sales-ready.fit': 51,
    }

    expect(codes(changes)).toEqual(['threshold-out-of-reach'])
  })

  test('sales-ready without fit, or without engagement', () => {
    expect(codes({ 'tiers.sales-ready.fit': 0 })).toEqual(['fit-not-needed'])
    expect(codes({ 'tiers.sales-ready.engagement': 0 })).toContain('engagement-not-needed')
  })
})

describe('signals that swamp others', () => {
  test('a rule that makes anybody sales-ready by itself', () => {
    const changes = {
      'fit.groups.0.cap': 60,
      'fit.groups.0.rules.0.points': 60,
      'tiers.sales-ready.engagement': 0,
      adjustments: {},
    }

    expect(one(changes, 'decides-alone')?.message).toContain('"buys"')
  })

  test('a rule worth more than two thirds of what sales-ready needs', () => {
    const changes = { 'fit.groups.0.cap': 41, 'fit.groups.0.rules.0.points': 41 }

    expect(codes(changes)).toEqual(['swamping-points'])
    expect(codes({ 'fit.groups.0.cap': 40, 'fit.groups.0.rules.0.points': 40 })).toEqual([])
  })

  test('a single visit that makes a good match sales-ready', () => {
    const changes = { 'tiers.sales-ready.engagement': 10, 'tiers.sales-ready.score': 58 }

    expect(codes(changes)).toEqual(['one-visit-decides'])
  })

  test('a click that counts as much as a reply', () => {
    const finding = one({ 'engagement.groups.1.rules.1.points': 8 }, 'signal-order')

    expect(finding?.message).toContain('"clicked" (email-clicked, +8) counts as much as "replied"')
  })
})

describe('whom nobody may be ranked by', () => {
  test.each([
    'age',
    'ageOfLead',
    'birthYear',
    'gender',
    'race',
    'ethnicity',
    'religion',
    'maritalStatus',
    'disability',
    'veteranStatus',
    'sexualOrientation',
    'nationality',
    'diagnosis',
    'pregnant',
  ])('%s is refused', (fact) => {
    const finding = check(fitRule({ fact, present: true })).find(
      ({ code }) => code === 'protected-attribute',
    )

    expect(finding?.severity).toBe('error')
  })

  test.each([
    'zipCode',
    'postalCode',
    'preferredLanguage',
    'payerType',
    'insuranceCarrier',
    'householdIncome',
    'county',
  ])('%s is doubted as a proxy', (fact) => {
    const finding = check(fitRule({ fact, present: true })).find(({ code }) =>
      ['likely-proxy', 'protected-attribute'].includes(code),
    )

    expect(finding).toBeDefined()
  })

  test('a code that names one, under whatever fact', () => {
    expect(codes(fitRule({ fact: 'segment', in: ['medicaid', 'commercial'] }))).toContain(
      'likely-proxy',
    )
    expect(codes(fitRule({ fact: 'segment', equals: 'married' }))).toContain('protected-attribute')
  })

  test.each(['industry', 'state', 'organisationType', 'usage', 'stage', 'message', 'page'])(
    '%s is not mistaken for one',
    (fact) => {
      expect(codes(fitRule({ fact, present: true }))).toEqual(['unknown-fact'])
    },
  )

  test('paying without insurance by itself, not beside a verification that counts the same', () => {
    expect(codes(fitRule({ fact: 'segment', equals: 'self-pay' }))).toContain('likely-proxy')
    expect(codes(fitRule({ fact: 'segment', in: ['verified', 'self-pay'] }))).toEqual([
      'unknown-fact',
    ])
  })

  test('what is held for auditing only, whatever is asked of it', () => {
    const asked = fitRule({ fact: 'auditGender', equals: 'woman' })
    const stage = {
      'adjustments.lifecycle': {
        fact: 'auditGender',
        stages: { ready: { codes: ['woman'], points: 5, ...said('Ready') } },
      },
    }

    expect(one(asked, 'audit-fact')).toMatchObject({
      severity: 'error',
      message: '"extra" asks for auditGender, which is held for auditing only',
    })
    expect(one(stage, 'audit-fact')).toMatchObject({ severity: 'error' })
    expect(codes(asked)).not.toContain('protected-attribute')
  })

  test('a consent as a merit', () => {
    expect(codes(fitRule({ fact: 'smsConsent', equals: true }))).toEqual(['consent-fact'])
    expect(codes(fitRule({ fact: 'ageBand', equals: 'adult' }))).toEqual(['consent-fact'])
  })
})

describe('words', () => {
  test.each([
    ['Wrote about anxiety', 'anxiety'],
    ['Asked about detox', 'detox'],
    ['Takes medication', 'medication'],
    ['Has symptoms', 'symptoms'],
  ])('a reason that tells of health: %s', (reason, word) => {
    const finding = one({ 'fit.groups.0.rules.0.reason': reason }, 'clinical-words')

    expect(finding?.message).toContain(`"${word}"`)
  })

  test('words of medicine describe an organisation, but never a person', () => {
    const changes = { 'fit.groups.0.rules.0.reason': 'Runs a residential treatment centre' }

    expect(codes(changes)).toEqual([])
    expect(codes({ ...changes, audience: 'individual' })).toEqual(['clinical-words'])
  })

  test('an id, a tier label, a theme and an adjustment are read as well', () => {
    const places = [
      { 'fit.groups.0.rules.0.id': 'has-depression' },
      { 'tiers.nurture.label': 'Has depression' },
      { 'tiers.nurture.theme': 'Living with depression' },
      { 'adjustments.recency.steps.0.reason': 'Wrote of depression' },
      { 'adjustments.lifecycle.stages.ready.reason': 'Has depression' },
    ]

    expect(places.map(codes)).toEqual(places.map(() => ['clinical-words']))
  })

  test('a word of the language lint, with what to say instead', () => {
    const finding = one({ 'fit.groups.0.rules.0.reason': 'Is a hot lead' }, 'words-to-avoid')

    expect(finding?.severity).toBe('error')
    expect(finding?.fix).toMatch(/^Say instead: .+\.$/)
  })

  test('an identifier in a text', () => {
    const finding = one({ 'tiers.nurture.theme': 'Call 206-555-0100' }, 'sensitive-text')

    expect(finding?.severity).toBe('error')
    expect(finding?.message).toContain('"555" (phone)')
  })

  test('the Spanish of a text is read as the text is, on its own line', () => {
    const label = 'Keep in touch'
    const others = { 'tiers.nurture.theme': undefined }
    const spanish = (text: string) => ({ ...others, spanish: { [label]: text } })
    const findings = check(spanish('Tiene depresión')).filter(
      ({ severity }) => severity === 'error',
    )

    expect(findings.map(({ code }) => code)).toEqual(['clinical-words'])
    expect(findings[0]?.message).toBe('The Spanish of "Keep in touch" tells of health: "depresion"')
    expect(textOf(spanish('Tiene depresión')).split('\n')[(findings[0]?.line ?? 0) - 1]).toContain(
      'depresión',
    )
    expect(codes(spanish('Última oportunidad'))).toContain('words-to-avoid')
    expect(codes(spanish('Llame al 206-555-0100'))).toContain('sensitive-text')
  })

  test('Spanish for some texts and not for all', () => {
    const missing = check({ spanish: { 'Keep in touch': 'Mantener el contacto' } })

    expect(new Set(missing.map(({ code }) => code))).toEqual(new Set(['missing-spanish']))
    expect(new Set(missing.map(({ severity }) => severity))).toEqual(new Set(['warning']))
    expect(missing.map(({ message }) => message)).toContain(
      'The reason of "buys" has no Spanish, though other texts have: "Leads benefits or people"',
    )
    expect(missing.map(({ message }) => message).join()).not.toContain('Keep in touch')
    expect(codes({ spanish: {} })).toEqual([])
  })

  test('Spanish for a text that is none of the model', () => {
    const [problem] = check({ spanish: { 'Kep in touch': 'Mantener el contacto' } })

    expect(problem).toMatchObject({ code: 'not-a-model', severity: 'error' })
    expect(problem?.message).toContain('did you mean "Keep in touch"?')
  })

  test.each(['TODO', 'tbd', 'n/a', 'Leads benefits or people.', 'Important'])(
    'a because that explains nothing: %s',
    (because) => {
      expect(codes({ 'fit.groups.0.rules.0.because': because })).toEqual(['missing-because'])
    },
  )

  test('a because of an adjustment', () => {
    const step = { withinDays: 7, points: 3, ...said('Was in touch this week'), because: 'todo' }

    expect(codes({ 'adjustments.recency.steps.0': step })).toEqual(['missing-because'])
  })
})

test('a model already parsed can be linted without its text', () => {
  expect(lintModel(modelWith({ 'tiers.sales-ready.fit': 0 }), LINT_DEPS)).toHaveLength(1)
})
