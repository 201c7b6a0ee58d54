import type { Audience, PortalId, RecordRef } from '../ports.ts'
import type { Store } from '../store/store.ts'
import type { Case } from './case.ts'
import { makeCase } from './make-case.ts'
import { endsFor, type OutcomeDefinition } from './outcome-definition.ts'

const PAGE = 1_000

interface CaseOptions {
  readonly definition: OutcomeDefinition
  /** Epoch ms; what is dated later has not happened. */
  readonly now: number
  /** Whoever was of this audience when first scored. */
  readonly audience?: Audience
  /** Whoever was first scored at or after this moment. */
  readonly since?: number
}

/** Everybody who was scored and what became of them, a thousand at a time, in the order of ids. */
export async function* readCases(
  { history }: Pick<Store, 'history'>,
  portal: PortalId,
  { definition, now, audience, since }: CaseOptions,
): AsyncGenerator<readonly Case[], void, undefined> {
  let after: RecordRef | undefined
  for (;;) {
    const people = await history.page(portal, { after, limit: PAGE, audience, since })
    if (people.length === 0) return
    after = people.at(-1)?.ref
    yield people.flatMap((person) => {
      const [first] = person.entries
      if (first === undefined || first.at > now) return []
      const one = makeCase(person, endsFor(definition, first.audience), now)
      return one === undefined ? [] : [one]
    })
  }
}
