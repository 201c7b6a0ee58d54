import { modelFor } from '#src/decision/decide-scored.ts'
import type { ModelsInForce } from '#src/models.ts'
import type { Facts, SafeRecord } from '#src/ports.ts'
import type { Reason } from '#src/scoring/score.ts'

/** Why a person that may be scored has their score by these models. */
export function reasonsOf(
  { models, audienceOf, now }: Omit<ModelsInForce, 'texts'> & { readonly now: number },
  { facts: own, activities }: SafeRecord,
  companyFacts: Facts | undefined,
): readonly Reason[] {
  const facts = { ...companyFacts, ...own }
  return modelFor(models, audienceOf(facts)).evaluate({ facts, activities }, now).reasons
}
