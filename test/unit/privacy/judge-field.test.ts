import { describe, expect, it } from 'vitest'
import type { CrmField } from '#src/connector-port.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { judgeField } from '#src/privacy/judge-field.ts'
import { readableFields } from '#src/privacy/readable-fields.ts'
import { codeFields } from '#src/privacy/safe-record.ts'
import { crmField } from './crm-field.ts'
import { listOf } from './portal-list.ts'

const SHIPPED = shippedAllowList('hubspot')
const judge = (field: string, more: Partial<CrmField> = {}) =>
  judgeField(crmField(field, more), SHIPPED)
const codes = (field: string, more: Partial<CrmField> = {}) =>
  judge(field, more).reasons.map(({ code }) => code)

describe('a field that is on the list', () => {
  it('is allowed and says what it becomes', () => {
    expect(judge('jobtitle', { type: 'text' })).toMatchObject({
      verdict: 'allowed',
      facts: ['role'],
      proposals: [],
    })
  })

  it.each([
    [{ sensitivity: 'sensitive' }, 'labelled-sensitive'],
    [{ sensitivity: 'highly-sensitive' }, 'labelled-sensitive'],
    [{ classes: ['PII'] }, 'classed'],
    [{ classes: ['HIPAA', 'GDPR'] }, 'classed'],
    [{ classes: ['Restricted'] }, 'classed'],
    [{ classes: ['MissionCritical'] }, 'classed'],
    [{ type: 'long-text' }, 'basis-missing'],
  ] as const)('is refused without a basis when it is %j', (more, code) => {
    const judgement = judge('jobtitle', { type: 'text', ...more })

    expect(judgement.verdict).toBe('refused')
    expect(judgement.reasons.map((reason) => reason.code)).toContain(code)
    expect(judgement.reasons.map((reason) => reason.code)).toContain('basis-missing')
  })

  it('is allowed all the same once its owner recorded why', () => {
    const entry = {
      field: 'program',
      fact: 'serviceLine',
      coder: { as: 'codes', codes: {} },
    } as const
    const found = crmField('program', { type: 'choice', classes: ['HIPAA'] })
    const basis = 'Intake needs it; counsel agreed'

    expect(judgeField(found, listOf([{ ...entry, basis }])).verdict).toBe('allowed')
    expect(judgeField(found, listOf([{ ...entry, basis: 'ok' }])).verdict).toBe('refused')
    expect(judgeField(found, listOf([entry])).verdict).toBe('refused')
  })

  it.each(['Public', 'Internal', 'Confidential'])('may be classed %s', (name) => {
    expect(judge('jobtitle', { type: 'text', classes: [name] }).verdict).toBe('allowed')
  })
})

describe('a field that is not on the list', () => {
  it.each([
    [{ sensitivity: 'sensitive' }],
    [{ classes: ['PHI'] }],
    [{ field: 'HealthCloudGA__MedicalRecordNumber__c' }],
    [{ field: 'CarePlan__r.Status', source: 'contact' }],
    [{ source: 'HealthCondition' }],
  ] as const)('is refused outright: %j', (more) => {
    const judgement = judge('whatever', more)

    expect(judgement.verdict).toBe('refused')
    expect(judgement.proposals).toEqual([])
  })

  it.each([
    ['message', { type: 'long-text' }, 'free-text'],
    ['favourite_colour', { type: 'text' }, 'open-text'],
    ['owner', { type: 'reference' }, 'reference'],
    ['calculation', { type: 'other' }, 'unknown-type'],
    ['member_id', { type: 'number' }, 'name-identifier'],
    ['Member_Id__c', { type: 'number' }, 'name-identifier'],
    ['dob', { type: 'date' }, 'name-identifier'],
    ['date_of_birth', { type: 'date' }, 'name-identifier'],
    ['ssn', { type: 'number' }, 'name-identifier'],
    ['field_12', { type: 'number', label: 'Insurance ID' }, 'name-identifier'],
    ['zip', { type: 'number' }, 'name-identifier'],
    ['primary_diagnosis', { type: 'choice' }, 'name-health'],
    ['takes_medication', {}, 'name-health'],
    ['currentSymptoms', { type: 'choices' }, 'name-health'],
    ['phq9', { type: 'number' }, 'name-health'],
    ['f7', { label: 'Reason for seeking help', type: 'choice' }, 'name-free-text'],
    ['hs_object_id', { type: 'number' }, 'name-identifier'],
    ['backup_email', { type: 'choice' }, 'name-identifier'],
    ['gender', { type: 'choice' }, 'name-protected'],
    ['on_naltrexone', {}, 'name-detected'],
    ['topic', { type: 'choice', options: ['Anxiety', 'Depression', 'Other'] }, 'options-health'],
  ] as const)('%s is risky', (field, more, code) => {
    expect(judge(field, more).verdict).toBe('risky')
    expect(codes(field, more)).toContain(code)
  })

  it.each([
    ['webinar_seats', { type: 'number' }],
    ['vip', {}],
    ['hs_email_delivered', { type: 'number' }],
    ['num_notes', { type: 'number' }],
    ['EmailBouncedDate', { type: 'date' }],
    ['renewal_due', { type: 'date' }],
    ['region', { type: 'choice', options: ['North', 'South'] }],
  ] as const)('%s is available', (field, more) => {
    expect(judge(field, more)).toMatchObject({ verdict: 'available', reasons: [] })
  })

  it.each([
    ['sms_opt_in', {}, 'smsConsent'],
    ['x1', { label: 'Agrees to text messages' }, 'smsConsent'],
    ['unsubscribed_from_email', {}, 'emailOptOut'],
    ['Do_Not_Call_List__c', {}, 'doNotCall'],
    ['preferred_language', { type: 'choice', options: ['English', 'Spanish'] }, 'language'],
    ['x2', { type: 'choice', options: ['IOP', 'PHP', 'Residential'] }, 'serviceLine'],
    ['x3', { type: 'choice', options: ['Under 13', '13-17', '18+'] }, 'ageBand'],
    ['headcount', { type: 'number', source: 'company' }, 'companySize'],
    ['is_current_client', {}, 'existingPatient'],
  ] as const)('%s could become a fact', (field, more, fact) => {
    expect(judge(field, more).proposals.map(({ entry }) => entry.fact)).toContain(fact)
  })

  it('is proposed with the portal\u2019s own values where ours do not know them all', () => {
    const options = ['IOP', 'PHP', 'Elm Street House']
    const [proposal] = judge('program', { type: 'choice', options }).proposals

    expect(proposal?.unmapped).toBe(1)
    expect(proposal?.entry.coder).toEqual({
      as: 'codes',
      codes: {
        'intensive-outpatient': ['IOP'],
        'partial-hospital': ['PHP'],
        other: ['Elm Street House'],
      },
    })
  })

  it.each([
    ['gender', ['Female', 'Male']],
    ['race', ['Asian', 'White']],
    ['veteran_status', ['Yes', 'No']],
    ['payer_type', ['Medicaid', 'Commercial']],
    ['audit_gender', ['woman', 'man']],
  ])('%s is never proposed to be held for auditing', (field, options) => {
    const proposed = judge(field, { type: 'choice', options }).proposals

    expect(proposed.filter(({ entry }) => entry.category === 'audit')).toEqual([])
  })

  it('is held for auditing only with a basis, by whatever list', () => {
    const gender = crmField('gender', { type: 'choice' })
    const coder = { as: 'vocabulary', name: 'audit-gender' } as const
    const entry = { field: 'gender', fact: 'auditGender', coder } as const
    const basis = 'Section 1557 review of 2026, approved by counsel'
    const held = (list: AllowList) => codeFields(list, 'contact', { gender: 'Female' })

    expect(judgeField(gender, listOf([{ ...entry, basis }])).verdict).toBe('allowed')
    expect(judgeField(gender, listOf([entry])).verdict).toBe('refused')
    expect(held(listOf([{ ...entry, basis }]))).toEqual({ auditGender: 'woman' })
    expect(held(listOf([entry]))).toEqual({})
  })

  it('is never proposed for a fact its type cannot tell', () => {
    expect(judge('sms_opt_in', { type: 'date' }).proposals).toEqual([])
    expect(judge('sms_opt_in', { source: 'call' }).proposals).toEqual([])
  })
})

describe('what may be named in a request', () => {
  const entries = [
    { field: 'form', fact: 'crisis', coder: { as: 'matches', names: ['Crisis'] } },
    { field: 'form', fact: 'lastFormCategory', coder: { as: 'vocabulary', name: 'form-category' } },
    { field: 'optout', fact: 'emailOptOut', coder: { as: 'boolean' }, required: true },
    { field: 'later', fact: 'doNotCall', coder: { as: 'boolean' } },
  ] as const
  const open = { sensitivity: 'none', classes: [] } as const
  const ask = (found: Readonly<Record<string, Parameters<typeof crmField>[1]>>) =>
    readableFields(listOf(entries), 'contact', (name) => {
      const field = found[name]
      return field === undefined ? undefined : { ...open, ...field }
    })

  it('is each field that is there, once', () => {
    expect(ask({ form: {}, optout: {}, secret: {} })).toEqual({
      names: ['form', 'optout'],
      vanished: [],
    })
  })

  it('is not one that was made sensitive, which then counts as vanished', () => {
    expect(ask({ form: {}, optout: { sensitivity: 'sensitive' } })).toEqual({
      names: ['form'],
      vanished: ['optout'],
    })
    expect(ask({ form: { type: 'long-text' }, optout: {} }).names).toEqual(['optout'])
  })

  it('takes in the opt-outs of single kinds of email beside the one of all', () => {
    const list = shippedAllowList('hubspot')
    const portal = [
      'hs_email_optout',
      'hs_email_optout_8',
      'hs_email_optout_x',
      'hs_email_optout_9',
    ]
    const find = (name: string) => (portal.includes(name) ? open : undefined)

    const { names } = readableFields(list, 'contact', find, () => portal)

    expect(names).toEqual(['hs_email_optout', 'hs_email_optout_8', 'hs_email_optout_9'])
    expect(judge('hs_email_optout_8', {})).toMatchObject({ verdict: 'allowed' })
    expect(judge('hs_email_optout_x', {}).verdict).not.toBe('allowed')
  })

  it('lacks what is gone: a required field vanished, another is only absent', () => {
    expect(ask({ form: {} })).toEqual({ names: ['form'], vanished: ['optout'] })
  })
})
