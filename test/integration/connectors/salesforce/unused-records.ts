import type { Intent, RecordRef } from '#src/ports.ts'
import { VALUES } from './org.ts'

export function intentOf(ref: RecordRef, values: Intent['values'] = VALUES): Intent {
  const ofCompany = { accountScore: 64, accountTier: 'sales-ready', engagedContacts: 3 } as const
  return { ref, values: ref.object === 'company' ? ofCompany : values }
}

/** Takes the next unused records, so that no test meets what another left behind. */
export function take(refs: RecordRef[], count: number): RecordRef[] {
  return refs.splice(0, count)
}

export function takeOne(refs: RecordRef[]): RecordRef {
  const [ref] = take(refs, 1)
  if (ref === undefined) throw new Error('no more records')
  return ref
}
