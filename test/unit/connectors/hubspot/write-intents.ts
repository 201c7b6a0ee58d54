import { PROPERTIES } from '#connectors/hubspot/provisioning/properties.ts'
import type { Intent, IntentValues } from '#src/ports.ts'

export const PATH = '/crm/objects/2026-09/contacts/batch/update'
export const OURS = PROPERTIES.contacts.map(({ name }) => name)

export const VALUES: IntentValues = {
  score: 81,
  fit: 45,
  engagement: 36,
  grade: 'A2',
  tier: 'sales-ready',
  hold: null,
  audience: 'health-plan',
  topReason: 'Asked for a demo',
  handoffNote: 'Line one\nLine two',
  nextAction: 'book-consult',
  channels: ['phone', 'email'],
  respondBy: 1_790_000_000_000,
  scoredAt: 1_780_000_000_000,
  model: 'employer@3',
}
export const EMPTY: IntentValues = {
  score: null,
  fit: null,
  engagement: null,
  grade: null,
  tier: null,
  hold: 'do-not-profile',
  audience: null,
  topReason: null,
  handoffNote: null,
  nextAction: null,
  channels: [],
  respondBy: null,
  scoredAt: null,
  model: null,
}
export const intent = (id: string, values = VALUES): Intent => ({
  ref: { object: 'contact', id },
  values,
})
export const intents = (count: number): Intent[] =>
  Array.from({ length: count }, (_, index) => intent(String(index + 1)))

export interface Sent {
  inputs: { id: string; objectWriteTraceId: string; properties: Record<string, string> }[]
}
export const idsOf = (body: unknown): string[] => (body as Sent).inputs.map(({ id }) => id)
export const allWritten = (body: unknown) => ({ results: idsOf(body).map((id) => ({ id })) })
