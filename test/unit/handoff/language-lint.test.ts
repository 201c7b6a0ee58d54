import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { AVOID_USE_TABLE } from '#src/handoff/avoid-use-table.ts'
import { lintText } from '#src/handoff/language-lint.ts'
import * as templates from '#src/handoff/templates.ts'
import { ACTIVITY_KINDS, HOLDS, NEXT_ACTIONS } from '#src/ports.ts'

/** Row of the table: sentences that must fail, sentences that must pass. */
const CASES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  'former-addict': [
    ['She is a former addict.', 'a reformed addict', 'ex-addicts'],
    ['She is a person in long-term recovery.'],
  ],
  addict: [
    ['He is an addict.', 'Junkies welcome', 'a drug user', 'substance abuser', 'drug abusers'],
    ['A person with a substance use disorder.', 'Addiction medicine'],
  ],
  alcoholic: [
    ['an alcoholic', 'Drunks'],
    ['a person with an alcohol use disorder', 'non-drinker'],
  ],
  'substance-abuse': [
    ['substance abuse', 'Drug abuse program', 'alcohol dependence', 'a drug habit', 'his vice'],
    ['substance use', 'Vice President of Benefits', 'service', 'dependents on the plan'],
  ],
  'clean-dirty': [
    ['She is clean now.', 'a dirty test'],
    ['in recovery', 'cleaner wording'],
  ],
  relapse: [['He relapsed.', 'After a relapse'], ['He resumed use and had a setback.']],
  intoxication: [
    ['strung out', 'tweaking', 'getting high'],
    ['intoxicated', 'a high score', 'Engagement is high'],
  ],
  'replacement-therapy': [
    ['opioid replacement therapy', 'opioid substitution therapy'],
    ['medication for opioid use disorder'],
  ],
  'committed-suicide': [
    ['He committed suicide.', 'commit suicide'],
    ['He died by suicide.', 'committed to quality'],
  ],
  'suicide-attempt': [
    [
      'a failed attempt',
      'successful suicide',
      'an unsuccessful suicide attempt',
      'completed suicide',
    ],
    ['a suicide attempt', 'completed the form'],
  ],
  'suicide-drama': [['the suicide epidemic', 'skyrocketing rates'], ['rates have risen']],
  'condition-as-person': [
    ['schizophrenics', 'She is bipolar.', 'a borderline', 'an anorexic'],
    ['a person living with bipolar disorder', 'near the border'],
  ],
  blame: [
    [
      'non-compliant',
      'noncompliance',
      'a no-show',
      'No show',
      'refused the call',
      'treatment resistant',
    ],
    ['was unable to make a meeting', 'declined', 'missed the appointment'],
  ],
  judgement: [
    ['manipulative', 'attention-seeking', 'drug seeking', 'a frequent flyer'],
    ['needs more time'],
  ],
  suffering: [
    ['suffers from anxiety', 'a victim of trauma', 'suffering from'],
    ['a person with anxiety', 'experienced trauma'],
  ],
  'whats-wrong': [
    ["What's wrong with you?", 'What\u2019s wrong with him', 'what is wrong with her'],
    ['What happened?', 'How are you feeling?'],
  ],
  orders: [
    ['You have to call.', 'you should', 'You must', 'you need to'],
    ['You can choose to call.', 'You might want to call.'],
  ],
  'false-comfort': [
    [
      'Trust me.',
      'You are safe now',
      "You're safe now",
      'We can fix this',
      'I know how you feel',
      'Calm down',
    ],
    ['We will do our best.', "I'm here to listen."],
  ],
  urgency: [
    [
      'Last chance!',
      'Act now',
      'limited beds',
      "before it's too late",
      'before it\u2019s too late',
      "Don't wait",
      'Hurry',
    ],
    ['Two beds are available.', 'at your pace'],
  ],
  promise: [
    [
      'guaranteed',
      'a cure',
      '100 % confidential',
      '100% confidential',
      'HIPAA compliant',
      'HIPAA-compliant',
    ],
    ['secure', 'confidential', 'Score 100 of 100', 'security'],
  ],
  'coverage-promise': [
    ['You are covered.', 'your plan will pay', 'fully covered', 'insurance covers it'],
    ['Insurance benefits are verified', 'coverage is being checked'],
  ],
  'sales-talk': [
    ['a hot lead', 'junk leads', 'dead lead', 'close the deal', 'Close them', 'prospect value'],
    ['an inquiry', 'a person seeking help', 'close to home', 'not a fit, refer'],
  ],
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

describe('the language lint', () => {
  it('has cases for every row of the table', () => {
    expect(Object.keys(CASES).sort()).toEqual(AVOID_USE_TABLE.map(({ id }) => id).sort())
  })

  const failing = Object.entries(CASES).flatMap(([row, [avoid]]) =>
    avoid.map((text) => [row, text] as const),
  )
  const passing = Object.values(CASES).flatMap(([, use]) => use)

  it.each(failing)('%s: objects to %j', (row, text) => {
    expect(lintText(text).map((finding) => finding.row)).toContain(row)
  })

  it.each(passing)('has nothing against %j', (text) => {
    expect(lintText(text)).toEqual([])
  })

  it('says what was found and what to say in its place', () => {
    expect(lintText('This IS  Guaranteed.')).toEqual([
      { row: 'promise', found: 'guaranteed', use: 'no promise' },
    ])
  })

  it('is not deceived by typography', () => {
    expect(
      lintText('ad\u00addict, no\u2011show, non\u00a0compliant').map(({ row }) => row),
    ).toEqual(['addict', 'blame', 'blame'])
  })
})

describe('everything we write', () => {
  it.each(stringsIn(Object.values(templates)))('passes the lint: %j', (text) => {
    expect(lintText(text)).toEqual([])
  })

  it('has a line for every code it may have to tell', () => {
    expect(Object.keys(templates.ACTIVITY_LINES).sort()).toEqual([...ACTIVITY_KINDS].sort())
    expect(Object.keys(templates.ACTION_LINES).sort()).toEqual([...NEXT_ACTIONS].sort())
    expect(Object.keys(templates.HOLD_LINES).sort()).toEqual(
      HOLDS.filter((hold) => hold !== 'crisis').sort(),
    )
  })

  it('says nothing relative to the day it is read', () => {
    const relative = /\b(?:ago|yesterday|tomorrow|today|last (?:week|month)|recently)\b/i

    expect(stringsIn(Object.values(templates)).filter((text) => relative.test(text))).toEqual([])
  })
})

describe.each(['individual', 'employer'])('the words of the %s model', (model) => {
  const file = new URL(`../../../models/${model}.yaml`, import.meta.url)
  const shown = shownTexts(parse(readFileSync(file, 'utf8')))

  it('are many enough to be the whole model', () => {
    expect(shown.length).toBeGreaterThan(15)
  })

  it.each(shown)('pass the lint: %j', (text) => {
    expect(lintText(text)).toEqual([])
  })
})

/** Texts of a model that reach a rep. */
function shownTexts(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    ['reason', 'label', 'theme', 'description'].includes(key) && typeof value === 'string'
      ? [value]
      : shownTexts(value),
  )
}
