import { describe, expect, test } from 'vitest'
import { FIELDS, renderValues } from '#connectors/salesforce/provisioning/properties.ts'
import { HOLDS, type IntentValues, NEXT_ACTIONS } from '#src/ports.ts'
import { ACCOUNT_VALUES, VALUES } from './write-intents.ts'

const EMPTY: IntentValues = {
  score: null,
  fit: null,
  engagement: null,
  grade: null,
  tier: null,
  hold: null,
  audience: null,
  topReason: null,
  handoffNote: null,
  nextAction: null,
  channels: [],
  respondBy: null,
  scoredAt: null,
  model: null,
}

describe('values', () => {
  test('are written as Salesforce reads them', () => {
    expect(renderValues(VALUES)).toEqual({
      Leadwell_Score__c: 82,
      Leadwell_Fit__c: 74,
      Leadwell_Engagement__c: 91,
      Leadwell_Grade__c: 'A1',
      Leadwell_Tier__c: 'sales_ready',
      Leadwell_Hold__c: 'no_consent',
      Leadwell_Audience__c: 'health_plan',
      Leadwell_Top_Reason__c: 'Asked for a call today',
      Leadwell_Handoff_Note__c: 'Note',
      Leadwell_Next_Action__c: 'book_consult',
      Leadwell_Channels__c: 'phone;sms',
      Leadwell_Respond_By__c: '2026-11-20T13:00:00.000Z',
      Leadwell_Scored_At__c: '2026-11-20T12:00:00.000Z',
      Leadwell_Model__c: 'employer@1',
    })
    expect(renderValues(ACCOUNT_VALUES)).toEqual({
      Leadwell_Account_Score__c: 64,
      Leadwell_Account_Tier__c: 'sales_ready',
      Leadwell_Engaged_Contacts__c: 3,
    })
  })

  test('hold a segment where there is or was one, and nothing of it elsewhere', () => {
    expect(renderValues(VALUES)).not.toHaveProperty('Leadwell_Segment__c')
    expect(renderValues({ ...VALUES, segment: 'Teams' })['Leadwell_Segment__c']).toBe('Teams')
    expect(renderValues({ ...VALUES, segment: null })['Leadwell_Segment__c']).toBeNull()
  })

  test('that are not there empty their fields', () => {
    expect(new Set(Object.values(renderValues(EMPTY)))).toEqual(new Set([null]))
  })

  test('that are too long are cut between characters', () => {
    const long = renderValues({ ...VALUES, topReason: `${'a'.repeat(253)}😀😀` })

    expect(long['Leadwell_Top_Reason__c']).toBe(`${'a'.repeat(253)}…`)
  })

  test('name a hold decided under its former name by its present one', () => {
    const holdOf = (former: string) =>
      // As the store gives back what an older version decided.
      renderValues({ ...VALUES, hold: former as IntentValues['hold'] })['Leadwell_Hold__c']

    expect(holdOf('part2-consent-missing')).toBe('consent_awaited')
    expect(holdOf('minor')).toBe('another_team')
  })

  test('tell in no hold of an age or of a kind of care', () => {
    const hold = FIELDS.lead.find(({ name }) => name === 'Leadwell_Hold__c')

    expect(JSON.stringify(hold)).not.toMatch(/minor|age\b|part.?2|substance|health/i)
  })

  test('name only fields we provision, and every code has its picklist value', () => {
    const names = FIELDS.lead.map(({ name }) => name)
    const valuesOf = (name: string): readonly string[] => {
      const type = FIELDS.lead.find((field) => field.name === name)?.type
      return type !== undefined && 'values' in type ? type.values : []
    }

    expect(names).toEqual(expect.arrayContaining(Object.keys(renderValues(VALUES))))
    expect(FIELDS.company.map(({ name }) => name)).toEqual(
      Object.keys(renderValues(ACCOUNT_VALUES)),
    )
    for (const hold of HOLDS) {
      const rendered = renderValues({ ...VALUES, hold })['Leadwell_Hold__c']
      expect(valuesOf('Leadwell_Hold__c')).toContain(rendered)
    }
    for (const nextAction of NEXT_ACTIONS) {
      const rendered = renderValues({ ...VALUES, nextAction })['Leadwell_Next_Action__c']
      expect(valuesOf('Leadwell_Next_Action__c')).toContain(rendered)
    }
  })
})
