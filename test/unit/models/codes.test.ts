import { describe, expect, it } from 'vitest'
import { loadShippedLists } from '#src/models.ts'
import { AUDIENCES } from '#src/ports.ts'
import type { Coder } from '#src/privacy/allowed-field.ts'
import { HUBSPOT_FIELDS } from '#src/privacy/hubspot-fields.ts'
import { SALESFORCE_FIELDS } from '#src/privacy/salesforce-fields.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import { parseAudiences } from '#src/scoring/audiences.ts'
import type { FactCondition } from '#src/scoring/conditions/registry.ts'
import type { Lists } from '#src/scoring/lists.ts'
import { modelOf, textOf } from './shipped.ts'

const CRMS = { hubspot: HUBSPOT_FIELDS, salesforce: SALESFORCE_FIELDS }

/** How a CRM codes a fact of a person or their organisation, by the fact's name. */
function codersOf(crm: keyof typeof CRMS): ReadonlyMap<string, Coder> {
  const { contact = [], lead = [], company = [] } = CRMS[crm]
  return new Map([...contact, ...lead, ...company].map(({ fact, coder }) => [fact, coder]))
}

const CODERS = { hubspot: codersOf('hubspot'), salesforce: codersOf('salesforce') }

/** The codes a condition names, the codes of its list among them. */
function codesIn(condition: FactCondition, lists: Lists): readonly unknown[] {
  const { equals, in: oneOf, inList } = condition
  const listed = typeof inList === 'string' ? (lists[inList]?.codes ?? []) : []
  return [
    ...(equals === undefined ? [] : [equals]),
    ...(Array.isArray(oneOf) ? oneOf : []),
    ...listed,
  ]
}

/** What a condition asks that its fact can never answer. */
function unanswerable(condition: FactCondition, lists: Lists): readonly unknown[] {
  const coder = CODERS.hubspot.get(condition.fact)
  const codes = codesIn(condition, lists)
  switch (coder?.as) {
    case undefined:
      return [condition.fact]
    case 'vocabulary': {
      const known: readonly unknown[] = VOCABULARIES[coder.name].codes
      return codes.filter((code) => !known.includes(code))
    }
    case 'number':
      return codes.filter((code) => typeof code !== 'number')
    case 'boolean':
    case 'matches':
    case 'revocation':
    case 'crisis-terms':
      return codes.filter((code) => typeof code !== 'boolean')
    // A date has no codes; lists and inline codes are a portal's own and on no list that ships.
    case 'date':
    case 'codes':
    case 'code-list':
      return codes
  }
}

describe.each(AUDIENCES)('the %s model', (audience) => {
  const model = modelOf(audience)
  const conditions = model.fit.groups.flatMap(({ rules }) => rules)

  it('asks only facts that come in from both CRMs', () => {
    const facts = [...conditions.map(({ fact }) => fact), ...model.canChange]

    for (const coders of Object.values(CODERS)) {
      expect(facts.filter((fact) => !coders.has(fact))).toEqual([])
    }
  })

  it('names only codes that the vocabularies give', () => {
    expect(conditions.flatMap((rule) => unanswerable(rule, model.lists))).toEqual([])
  })

  it('names only lifecycle stages that a CRM gives', () => {
    const { researching, evaluating, ready } = model.adjustments.lifecycle?.stages ?? {}
    const stages = [researching, evaluating, ready].filter((stage) => stage !== undefined)

    expect(model.adjustments.lifecycle?.fact ?? 'lifecycle').toBe('lifecycle')
    expect(
      stages.flatMap(({ codes }) =>
        codes.filter((code) => !VOCABULARIES.lifecycle.codes.includes(String(code))),
      ),
    ).toEqual([])
  })

  it('uses every list it names', () => {
    const used = new Set(conditions.map(({ inList }) => inList))

    expect(Object.keys(model.lists).filter((name) => !used.has(name))).toEqual([])
  })
})

describe('the audience rules', () => {
  it('ask only what the vocabularies answer', async () => {
    const lists = await loadShippedLists()
    const audiences = parseAudiences(textOf('audiences'), 'models/audiences.yaml', lists)

    expect(audiences.rules.flatMap((rule) => unanswerable(rule, audiences.lists))).toEqual([])
    expect(
      audiences.rules.filter(({ fact }) => !CODERS.salesforce.has(fact)).map(({ fact }) => fact),
    ).toEqual([])
  })
})
