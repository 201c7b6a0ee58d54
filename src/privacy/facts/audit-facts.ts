import { codeFact, type FactDefinition, fact } from '../fact-definition.ts'
import { AUDIT } from './groups.ts'

/**
 * Attributes of a person that are looked at in the fairness audit and nowhere else. None is on a list
 * that ships and none is ever proposed: an owner maps each, with the basis on which it may be held. Their
 * names begin alike, by which they are found fast.
 */
export const AUDIT_FACTS = {
  auditGender: fact(AUDIT, 'gender, for auditing only', codeFact('audit-gender')),
  auditRaceEthnicity: fact(
    AUDIT,
    'race or ethnicity, for auditing only',
    codeFact('audit-race-ethnicity'),
  ),
  auditAgeBand: fact(AUDIT, 'age in five bands, for auditing only', codeFact('audit-age-band')),
  auditPayerType: fact(AUDIT, 'who would pay, for auditing only', codeFact('audit-payer-type')),
  auditVeteran: fact(AUDIT, 'is a veteran, for auditing only', codeFact('audit-yes-no')),
  auditDisability: fact(AUDIT, 'has a disability, for auditing only', codeFact('audit-yes-no')),
} as const satisfies Readonly<Record<`audit${string}`, FactDefinition>>
