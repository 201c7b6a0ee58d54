import { decidable } from '#src/decision/decidable.ts'
import { modelFor } from '#src/decision/decide-scored.ts'
import type { ModelsInForce } from '#src/models.ts'
import type { Facts, SafeRecord } from '#src/ports.ts'
import type { Reason } from '#src/scoring/score.ts'

/** Why a person that may be scored has their score by these models. */
export function reasonsOf(
  { models, audienceOf, now }: Omit<ModelsInForce, 'texts'> & { readonly now: number },
  person: SafeRecord,
  organisation: Facts | undefined,
): readonly Reason[] {
  const { record, companyFacts } = decidable({ record: person, companyFacts: organisation })
  const { activities } = record
  const facts = { ...companyFacts, ...record.facts }
  return modelFor(models, audienceOf(facts)).evaluate({ facts, activities }, now).reasons
}
