import type { AllowedField, CoderKind } from './allowed-field.ts'
import { AUDIT_ONLY } from './audit-only.ts'

const READS_TEXT: ReadonlySet<CoderKind> = new Set(['revocation', 'crisis-terms'])

/** Health Cloud and its clinical objects, as source, package prefix or part of a path. */
const CLINICAL =
  /^HealthCloudGA__|^HC\d+__|^(?:Clinical|Medication|PatientMedication|PatientImmunization|PatientHealth|CareDiagnosis|CarePlan|CareProgram|CarePreauth|CareRequest|CareObservation|CareSpecialty|CareEpisode|HealthCondition|HealthCareProcedure|DiagnosticSummary|AllergyIntolerance|MemberPlan|CoverageBenefit|Ehr|Immunization|ServiceRequest|Observation|Procedure)[A-Za-z]*(?:__r|__c)?$/

/** Whether a name leads to Health Cloud: `HealthCloudGA__X__c`, `CarePlan.Name`. */
export function isHealthCloud(path: string): boolean {
  const parts = path.split('.')
  return parts.some((part, index) =>
    index === 0 && parts.length === 1
      ? /^HealthCloudGA__|^HC\d+__/.test(part)
      : CLINICAL.test(part),
  )
}

function readsFreeText({ coder }: Pick<AllowedField, 'coder'>): boolean {
  return READS_TEXT.has(coder.as)
}

/** What an entry alone tells; what the CRM says of the field may ask for a basis as well. */
export function needsBasis(entry: Pick<AllowedField, 'coder' | 'field' | 'fact'>): boolean {
  return readsFreeText(entry) || isHealthCloud(entry.field) || AUDIT_ONLY.has(entry.fact)
}

const FEWEST_WORDS = 3

/** A reason somebody can check later is a sentence, not a tick. */
export function hasBasis({ basis = '' }: Pick<AllowedField, 'basis'>): boolean {
  return basis.split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word)).length >= FEWEST_WORDS
}
