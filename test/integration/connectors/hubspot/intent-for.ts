import type { IntentValues, RecordRef } from '#src/ports.ts'

export const VALUES: IntentValues = {
  score: 80,
  fit: 45,
  engagement: 35,
  grade: 'A2',
  tier: 'sales-ready',
  hold: null,
  audience: 'employer',
  topReason: 'Asked for a demo, "soon"',
  handoffNote: 'What happened\nWhat to do',
  nextAction: 'call',
  channels: ['phone', 'email'],
  respondBy: 1_790_000_000_000,
  scoredAt: 1_780_000_000_000,
  model: 'employer@1',
}

export function intentFor({ object, id }: RecordRef): { ref: RecordRef; values: IntentValues } {
  return { ref: { object, id }, values: VALUES }
}
