import type { RecordObject, RecordRef } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
import type { Population } from './plan-inputs.ts'
import type { SetUp } from './set-up.ts'

/** Who is in both CRMs, as our own connectors list them. */
export async function populationsOf({
  runtime,
  hubspot,
  salesforce,
}: SetUp): Promise<readonly [Population, Population]> {
  return [await populationOf(runtime, hubspot.id), await populationOf(runtime, salesforce.id)]
}

async function populationOf(runtime: Runtime, portal: Population['portal']): Promise<Population> {
  const connector = await runtime.connectorFor(portal, 'bulk')
  const refs: RecordRef[] = []
  for (const object of connector.objects) {
    let next: string | undefined
    do {
      const page = await connector.list(object, next)
      refs.push(...page.records.map(({ id }) => ({ object, id })))
      next = page.next
    } while (next !== undefined)
  }
  const [person, ...people] = sorted(refs, ['contact', 'lead'])
  const [company, ...companies] = sorted(refs, ['company'])
  if (person === undefined || company === undefined) throw new Error('nobody in the sandbox')
  return { portal, people: [person, ...people], companies: [company, ...companies] }
}

function sorted(
  refs: readonly RecordRef[],
  objects: readonly RecordObject[],
): readonly RecordRef[] {
  return refs
    .filter(({ object }) => objects.includes(object))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
